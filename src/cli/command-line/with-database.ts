/**
 * Runs a command where the database is: in the server where it holds the embedded one, else here. The same work with the
 * same output and exit status.
 */
import { readConfig, type Config } from '../../lib/server/config.ts';
import { openDatabase } from '../../lib/server/database/connect.ts';
import { DatabaseHeld } from '../../lib/server/database/process-lock.ts';
import { ownerCommands } from '../../lib/server/ingest/owner-commands.ts';
import { openReaderPool } from '../../lib/server/ingest/reader-pool.ts';
import { askOwner } from '../../lib/server/ingest/socket.ts';

/** How long to wait for an owner that has just started, or is about to end. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 250;
/** Threads that read documents for a command. */
const READERS = 2;

/**
 * @param command name in `ownerCommands`
 * @param options plain JSON; `config` is that of this process
 * @throws the sentence of whoever did the work
 */
export async function withDatabase(command: string, options: (config: Config) => unknown, onPiece: (piece: unknown) => void): Promise<unknown> {
  const config = readConfig();
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = config.databaseUrl ? undefined : await askOwner(config.dataDir, { command, options: options(config) }, onPiece);
    if (answer) return answer.done;
    try {
      return await here(config, command, options(config), onPiece);
    } catch (error) {
      if (!(error instanceof DatabaseHeld) || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

async function here(config: Config, command: string, options: unknown, onPiece: (piece: unknown) => void): Promise<unknown> {
  const handle = await openDatabase(config);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const readers = await openReaderPool(READERS).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  try {
    const work = ownerCommands(handle.db, config, readers.read)[command];
    if (!work) throw new Error(`No such command: ${command}`);
    // Through JSON as over the socket, so that both ways give the same.
    return JSON.parse(JSON.stringify((await work(options, (piece) => onPiece(JSON.parse(JSON.stringify(piece))), stop.signal)) ?? null));
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await readers.close();
    await handle.close();
  }
}
