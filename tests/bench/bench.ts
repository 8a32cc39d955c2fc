/**
 * npm run bench: prints what was measured, on what, against what. Aims that are not met are listed in README.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { demoCounty } from '../../src/lib/demo/demo-county.ts';
import { runBuilt, startServer } from '../support/built-server.ts';
import { benchIntake, benchMeanwhile } from './intake.ts';
import { benchLine, type Input } from './line.ts';
import { ms } from './measure.ts';
import { benchTexts } from './texts.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { benchPages, benchScript, peakMemory } from './pages.ts';

const REAL = '../shared/reports';
/** Documents of a kind that are timed one by one. */
const TIMED = 20;

const inputs = (folder: string, ending: RegExp): Input[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => ending.test(name)).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })) : [];

const demo = demoCounty();
const spreadOver = (ending: RegExp): Input[] => {
  const all = demo.documents.filter(({ name, role }) => role === 'main' && ending.test(name));
  return all.filter((_document, index) => index % Math.ceil(all.length / TIMED) === 0);
};

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load before ${loadavg()[0]?.toFixed(1)}`);
console.log(`Documents: the fictional county (${demo.documents.length} of ${demo.bodies.length} bodies)${existsSync(REAL) ? ` and ${REAL}` : `; ${REAL} is not here`}`);
await benchLine([...spreadOver(/\.html$/), ...inputs(REAL, /\.html$/)], [...spreadOver(/\.txt$/), ...inputs(REAL, /\.(txt|md)$/)]);

await benchIntake(demo);
const texts: Parameters<typeof benchTexts>[0][number][] = [];
for (const { name, bytes } of demo.documents.filter(({ role }) => role === 'main')) {
  const read = await readReports(bytes, name);
  if ('reports' in read) for (const { report } of read.reports) texts.push({ body: `${texts.length}`, name: report.body ?? name, names: report.body === null ? [] : [report.body], sections: report.sections });
}
benchTexts(texts);

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const environment = { DATA_DIR: join(folder, 'data') };
try {
  // The last year comes while pages are asked for.
  const last = Math.max(...demo.documents.map(({ year }) => year ?? 0));
  for (const year of ['sent', 'later']) mkdirSync(join(folder, year));
  for (const { name, bytes, year } of demo.documents) writeFileSync(join(folder, year === last ? 'later' : 'sent', basename(name)), bytes);
  const made = await startServer(environment);
  await made.stop();
  const began = performance.now();
  const { status, stdout, stderr } = await runBuilt('ingest', ['--create-bodies', join(folder, 'sent')], environment);
  // Documents that nobody can read are among them: status 1 is expected.
  if (status !== 0 && status !== 1) throw new Error(stdout + stderr);
  const seconds = (performance.now() - began) / 1000;
  console.log(`\nIngest of the fictional county without its last year into an empty embedded database, bodies created (each document is read twice): ${seconds.toFixed(1)} s with opening it, ${ms((seconds * 1000) / readdirSync(join(folder, 'sent')).length)} a document`);
  console.log(`  ${stdout.trim().split('\n').at(-1)}`);

  const server = await startServer(environment);
  console.log(`\nThe built server on that data: listens after ${(server.opened / 1000).toFixed(1)} s; peak memory after opening ${peakMemory(server.child.pid ?? 0)} (aim ≤ 450 MB)`);
  await benchPages(server, '/c/000000/', '/c/000000/nothing');
  await benchScript(server, ['/c/000000/', '/c/000000/compare']);
  await benchMeanwhile(server, '/c/000000/', join(folder, 'later'), environment);
  console.log(`\nPeak memory after all of this: ${peakMemory(server.child.pid ?? 0)}`);
  await server.stop();
} finally {
  rmSync(folder, { recursive: true });
}
