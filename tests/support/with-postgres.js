/**
 * Starts a throw-away PostgreSQL on a Unix socket, runs a command with TEST_DATABASE_URL set, and removes everything:
 *   node tests/support/with-postgres.js COMMAND…
 * As root the server runs under the account postgres, since it refuses root.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder with initdb and postgres: PG_BIN, Debian's newest, or undefined. @returns {string | undefined} */
export function postgresBinaries() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [process.env.PG_BIN, ...versions.map((version) => join(debian, version, 'bin')), '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];
  return folders.find((folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Runs something as who may run PostgreSQL. @param {string} command @param {string[]} args @returns {[string, string[]]} */
const asServer = (command, args) => (process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args]);

/** Starts a server. @returns {Promise<{ url: string, stop(): Promise<void> }>} */
export async function startPostgres() {
  const bin = postgresBinaries();
  if (!bin) throw new Error('No PostgreSQL found: install it, or set PG_BIN');
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  execFileSync(...asServer(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions']), { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
  const server = spawn(...asServer(join(bin, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'log_min_messages=fatal']), { stdio: 'ignore', cwd: '/' });
  const exited = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    if (existsSync(data)) spawnSync(...asServer(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']), { stdio: 'ignore', cwd: '/' });
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; spawnSync(join(bin, 'pg_isready'), ['-q', '-h', folder]).status !== 0; waited += 50) {
    if (waited > 30_000 || server.exitCode !== null) {
      await stop();
      throw new Error('PostgreSQL did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}

// Bundled into another programme, this is no command.
if (process.argv[1]?.endsWith('with-postgres.js') && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new Error('Give a command to run');
  const { url, stop } = await startPostgres();
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: url, REQUIRE_POSTGRES: '1' } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  const status = await new Promise((resolve) => {
    child.once('error', (error) => (console.error(error.message), resolve(127)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  await stop();
  process.exit(status);
}
