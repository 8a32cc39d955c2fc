/**
 * npm run mutants [-- WORD]: changes one thing at a time in a copy of src/lib/checks and runs its tests, which must fail.
 * First every written check is replaced by constant answers, then operators and limits are changed line by line.
 * Prints the mutants that no test noticed; exit status 1 when there are any. WORD picks files by name.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const word = process.argv[2] ?? '';
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
const checks = join(copy, 'src', 'lib', 'checks');
for (const path of ['src/lib/checks', 'src/lib/form', 'src/lib/figures', 'src/lib/recognition', 'src/lib/documents', 'tests/support', 'tests/fixtures/contracts'])
  cpSync(path, join(copy, path), { recursive: true });
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
writeFileSync(join(copy, 'package.json'), '{"type":"module"}');

/** What an operator or limit turns into; the wording of sentences is no logic. */
const TURNS = [
  [/ === /g, ' !== '], [/ !== /g, ' === '], [/ && /g, ' || '], [/ \|\| /g, ' && '], [/ <= /g, ' < '], [/ >= /g, ' > '], [/ < /g, ' <= '], [/ > /g, ' >= '],
  [/\.some\(/g, '.every('], [/\.every\(/g, '.some('], [/ \+ 1\b/g, ' + 0'], [/ \+= /g, ' -= '], [/level: 'error'/g, "level: 'query'"], [/level: 'query'/g, "level: 'note'"],
  [/level: 'note'/g, "level: 'error'"], [/\bnotApplicable\b(?=;)/g, 'passed'], [/notEvaluated\('[a-z ]+'\)/g, 'passed'], [/= 3;/g, '= 4;'], [/'2019'/g, "'2021'"], [/'2021'/g, "'2019'"],
];
const CONSTANT = ['passed', 'failed', 'not evaluated', 'not applicable'];

/** @returns {boolean} whether the tests noticed */
function noticed() {
  const run = spawnSync(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', copy, '--bail', '1', '--reporter', 'dot', 'src/lib/checks'], { encoding: 'utf8' });
  return run.status !== 0;
}

let tried = 0;
/** @type {string[]} */
const unnoticed = [];
/** @param {string} file @param {string} original @param {string} mutant @param {string} what */
function attempt(file, original, mutant, what) {
  if (mutant === original) return;
  tried += 1;
  writeFileSync(join(checks, file), mutant);
  if (!noticed()) unnoticed.push(`${file}: ${what}`);
  writeFileSync(join(checks, file), original);
}

if (noticed()) {
  console.error('The tests fail without any change: mend them first.');
  process.exit(1);
}
const files = readdirSync(checks).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file.includes(word));
for (const file of files) {
  const original = readFileSync(join(checks, file), 'utf8');
  for (const match of original.matchAll(/\b(run: |cause\('[\w-]+', )(\w+),/g))
    for (const verdict of CONSTANT)
      attempt(file, original, original.replace(match[0], `${match[1]}() => ({ verdict: '${verdict}', findings: [] }),`), `${match[2]} always ${verdict}`);
  const lines = original.split('\n');
  lines.forEach((line, index) => {
    if (/^\s*(?:\*|\/\*|\/\/|import |export (?:interface|type) |zh:|en:|title:|what:|mend:|planned\(|\[')/.test(line) || /planned\(/.test(line)) return;
    for (const [from, to] of TURNS)
      for (const match of line.matchAll(/** @type {RegExp} */ (from))) {
        const turned = line.slice(0, match.index) + to + line.slice(match.index + match[0].length);
        attempt(file, original, [...lines.slice(0, index), turned, ...lines.slice(index + 1)].join('\n'), `line ${index + 1}: ${turned.trim()}`);
      }
  });
}
rmSync(copy, { recursive: true, force: true });
for (const mutant of unnoticed) console.log(`not noticed  ${mutant}`);
console.log(`${tried} mutants, ${tried - unnoticed.length} noticed, ${unnoticed.length} not`);
process.exit(unnoticed.length > 0 ? 1 : 0);
