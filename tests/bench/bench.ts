/**
 * npm run bench: prints what was measured, on what, against what. Aims that are not met are listed in README.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuilt, startServer } from '../support/built-server.ts';
import { benchLine, type Input } from './line.ts';
import { benchPages, benchScript, peakMemory } from './pages.ts';

const OWN = 'tests/fixtures/documents';
const REAL = '../shared/reports';

const inputs = (folder: string, ending: RegExp): Input[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => ending.test(name)).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })) : [];

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`);
const folders = [OWN, REAL].filter((folder) => existsSync(folder));
console.log(`Documents: ${folders.join(', ')}${folders.includes(REAL) ? '' : ` (${REAL} is not here)`}`);
benchLine(folders.flatMap((folder) => inputs(folder, /\.html$/)), folders.flatMap((folder) => inputs(folder, /\.(txt|md)$/)));

const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
const environment = { DATA_DIR: dataDir };
try {
  const began = performance.now();
  const { status, stdout, stderr } = await runBuilt('ingest', ['--create-bodies', ...folders], environment);
  // Documents that nobody can read are part of the folders: status 1 is expected.
  if (status !== 0 && status !== 1) throw new Error(stdout + stderr);
  console.log(`\nIngest into a new embedded database, bodies created: ${((performance.now() - began) / 1000).toFixed(1)} s with starting it`);
  console.log(`  ${stdout.trim().split('\n').at(-1)}`);

  const server = await startServer(environment);
  console.log(`\nThe built server on that data: listens after ${(server.opened / 1000).toFixed(1)} s; peak memory after opening ${peakMemory(server.child.pid ?? 0)} (aim ≤ 450 MB)`);
  await benchPages(server, '/c/000000/', '/c/000000/nothing');
  await benchScript(server, ['/c/000000/', '/c/000000/compare']);
  console.log(`\nPeak memory after all of this: ${peakMemory(server.child.pid ?? 0)}`);
  await server.stop();
} finally {
  rmSync(dataDir, { recursive: true });
}
