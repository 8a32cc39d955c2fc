/** The built programme as a process of its own, for tests and measurements. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface RunningServer {
  /** http://127.0.0.1:<port> */
  address: string;
  /** What it said until it listened. */
  said: string;
  child: ChildProcess;
  /** Milliseconds from start until it listened. */
  opened: number;
  /** Sends the signal and gives the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Environment of a process that must not see the developer's own configuration. */
export function cleanEnvironment(given: Record<string, string>): NodeJS.ProcessEnv {
  const none = { DATABASE_URL: '', DATABASE_OWNER_URL: '', HOST: '', ORIGIN: '', COUNTY_CODE: '', COUNTY_NAME: '', ACTOR: 'test', PORT: '0' };
  return { ...process.env, ...none, ...given };
}

/** Starts the built server on a free port; rejects with what it said where it ends instead. */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const began = performance.now();
  const child = spawn(process.execPath, ['build/server.js'], { env: cleanEnvironment(environment), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: string): void => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((status) => reject(new Error(`The server ended with ${status}: ${said}`)));
  });
  return { address, said, child, opened: performance.now() - began, stop: (signal = 'SIGTERM') => (child.kill(signal), ended) };
}

/** Runs a built command to its end. */
export async function runBuilt(command: string, args: string[], environment: Record<string, string>): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [`build/cli/${command}.js`, ...args], { env: cleanEnvironment(environment), stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: string) => (stdout += chunk));
  child.stderr.on('data', (chunk: string) => (stderr += chunk));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, stdout, stderr };
}
