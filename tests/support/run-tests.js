/**
 * npm test: builds, runs every test that can run on this machine, says what was skipped and why, and closes with the line
 * `N passed, N failed, N skipped`. With REQUIRE_ALL=1 a skip is a failure, except of what needs the folder of real reports.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium.js';
import { postgresBinaries } from './with-postgres.js';

/** @typedef {{ name: string, status: 'passed' | 'failed' | 'skipped' }} Outcome */
/** @typedef {{ project: string, outcomes: Outcome[], trouble: string[] }} Run */

const REAL_REPORTS = '../shared/reports';
const requireAll = process.env.REQUIRE_ALL === '1';
const scratch = mkdtempSync(join(tmpdir(), 'tests-'));
const vitest = join('node_modules', 'vitest', 'vitest.mjs');

/** @param {string[]} args @param {Record<string, string>} [environment] */
function node(args, environment = {}) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } }).status ?? 1;
}

/** Runs one project. @param {string} project @param {string[]} [before] what runs node around it @returns {Run} */
function run(project, before = []) {
  console.log(`\n── ${project}`);
  const report = join(scratch, `${project}.json`);
  const status = node([...before, ...(before.length > 0 ? [process.execPath] : []), vitest, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  /** @type {Outcome[]} */
  const outcomes = [];
  const trouble = [];
  if (!existsSync(report)) return { project, outcomes, trouble: [`${project}: the tests did not run`] };
  for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults) {
    const path = file.name.replace(`${process.cwd()}/`, '');
    if (file.assertionResults.length === 0) trouble.push(`${path}: ${file.message || 'no test in this file'}`);
    for (const test of file.assertionResults)
      outcomes.push({ name: `${path} › ${test.fullName}`, status: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped' });
  }
  if (status !== 0 && trouble.length === 0 && !outcomes.some((test) => test.status === 'failed')) trouble.push(`${project}: an error outside of the tests, see above`);
  return { project, outcomes, trouble };
}

/** Names of a project's tests without running them. @param {string} project */
function list(project) {
  const report = join(scratch, `${project}-list.json`);
  spawnSync(process.execPath, [vitest, 'list', '--project', project, `--json=${report}`], { stdio: 'ignore' });
  return existsSync(report) ? /** @type {{ name: string }[]} */ (JSON.parse(readFileSync(report, 'utf8'))).map((test) => test.name) : [];
}

/** @param {string} project @param {string} reason @returns {Run} */
function skip(project, reason) {
  const names = list(project);
  return { project, outcomes: (names.length > 0 ? names : ['(all)']).map((name) => ({ name: `${name} (${reason})`, status: /** @type {const} */ ('skipped') })), trouble: [] };
}

/** One suite, two engines: whatever runs on one runs on the other. @param {Run} embedded @param {Run} postgres */
function compareEngines(embedded, postgres) {
  const names = [embedded, postgres].map(({ outcomes }) => outcomes.filter((test) => test.status !== 'skipped').map((test) => test.name).sort());
  const only = (/** @type {number} */ one, /** @type {number} */ other) => (names[one] ?? []).filter((name) => !(names[other] ?? []).includes(name));
  return [...only(0, 1).map((name) => `only on the embedded database: ${name}`), ...only(1, 0).map((name) => `only on PostgreSQL: ${name}`)];
}

console.log('── build');
const began = Date.now();
if (spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' }).status !== 0) {
  console.log('The build failed.\n0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

/** @type {Run[]} */
const runs = [run('unit')];
const embedded = run('embedded');
const binaries = process.env.TEST_DATABASE_URL ? undefined : postgresBinaries();
const postgres = process.env.TEST_DATABASE_URL ? run('postgres') : binaries ? run('postgres', [join('tests', 'support', 'with-postgres.js')]) : undefined;
runs.push(embedded, postgres ?? skip('postgres', 'no PostgreSQL here: install it, or set TEST_DATABASE_URL'));
runs.push(run('process'));
runs.push(chromiumPath() ? run('e2e') : skip('e2e', 'no Chromium here: install it, or set CHROMIUM'));
rmSync(scratch, { recursive: true });

const trouble = runs.flatMap((each) => each.trouble);
if (postgres) trouble.push(...compareEngines(embedded, postgres));
const all = runs.flatMap(({ project, outcomes }) => outcomes.map((test) => ({ ...test, project })));
const skipped = all.filter((test) => test.status === 'skipped');
const forbidden = requireAll ? skipped.filter((test) => !test.name.includes(REAL_REPORTS)) : [];

console.log(`\n── ${Math.round((Date.now() - began) / 1000)} s, Node ${process.versions.node}`);
if (!existsSync(REAL_REPORTS)) console.log(`The folder of real reports (${REAL_REPORTS}) is not here: tests that read it are skipped.`);
for (const test of skipped) console.log(`skipped  ${test.project}: ${test.name}`);
for (const test of forbidden) console.log(`REQUIRE_ALL: may not be skipped: ${test.project}: ${test.name}`);
for (const test of all.filter(({ status }) => status === 'failed')) console.log(`failed   ${test.project}: ${test.name}`);
for (const line of trouble) console.log(`failed   ${line}`);

const count = (/** @type {string} */ status) => all.filter((test) => test.status === status).length;
const failed = count('failed') + trouble.length + forbidden.length;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${count('passed')} passed, ${failed} failed, ${skipped.length - forbidden.length} skipped`);
