/** Arguments of the commands: one way of reading them, one way of refusing them. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** Exit status of a command that was called wrongly. */
export const MISUSED = 2;

/** Arguments that cannot be used; the message is one sentence. */
export class UsageError extends Error {}

/** `--county CODE`, which every command takes. */
export const COUNTY_OPTION = { county: { type: 'string' } } as const satisfies ParseArgsOptionsConfig;

/**
 * Reads the arguments after the command's name.
 * @throws {UsageError} on an unknown option, a missing value, or too few paths
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(argv: string[], options: Options, leastPaths = 1) {
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true, strict: true });
    if (positionals.length < leastPaths) throw new UsageError('缺少路径 · A path is missing');
    return { values, paths: positionals };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs a command: its number becomes the exit status; a wrong call prints `usage` and ends with 2, anything else that is
 * thrown prints its sentence and ends with 1.
 */
export async function runCommand(usage: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(`${error.message}\n${usage}\n`);
    else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? MISUSED : 1;
  }
}
