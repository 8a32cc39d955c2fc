/**
 * Kill -9 at random moments of an ingest. After every kill the database must hold whole reports only, and running the
 * ingest again must give exactly what an undisturbed one gives. Each process first completes what the one before left.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { DatabaseConfig } from '../../../src/lib/server/database/connect.ts';
import type { KillTask } from './kill-child.ts';
import { reportBytes } from './reports.ts';
import { NAMES } from './seed.ts';

export interface KillSummary {
  rounds: number;
  /** Rounds killed while a transaction stood open. */
  insideTransaction: number;
  /** Ingests that were over before the kill; not counted as rounds. */
  tooLate: number;
  /** Breaches of wholeness, in words; empty is right. */
  breaches: string[];
}

/** Reproducible numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The child as one file under build/, where it finds packages and the worker. */
async function buildChild(): Promise<string> {
  const outDir = resolve('build/tests', String(process.pid));
  await build({
    configFile: false, logLevel: 'error', publicDir: false,
    build: { ssr: true, target: 'node20', outDir, emptyOutDir: true, rollupOptions: { input: 'tests/database/support/kill-child.ts', output: { entryFileNames: 'kill-child.js' } } },
  });
  return join(outDir, 'kill-child.js');
}

/** Three bodies, years in an order in which neighbours come late, one copy, one other version, one body nobody knows. */
function writeDocuments(folder: string): void {
  mkdirSync(folder);
  let number = 0;
  const write = (bytes: Uint8Array): void => writeFileSync(join(folder, `${String((number += 1)).padStart(2, '0')}.html`), bytes);
  for (const year of [2024, 2023, 2020]) for (const body of ['003', '004']) write(reportBytes({ body: NAMES[body], year }));
  write(new Uint8Array([...reportBytes({ body: NAMES['003'], year: 2024 }), 10]));
  write(reportBytes({ body: NAMES['003'], year: 2023, cells: { 't3.received.total': 77 } }));
  write(reportBytes({ body: '青禾县水利局', year: 2024 }));
  write(reportBytes({ body: NAMES['002'], year: 2024, cells: { 't3.granted.natural': { missing: 'blank' } } }));
}

export async function killRounds(config: DatabaseConfig, options: { rounds: number; seed: number }): Promise<KillSummary> {
  const scratch = mkdtempSync(join(tmpdir(), 'kill-'));
  const documents = join(scratch, 'documents');
  const child = await buildChild();
  const random = randomFrom(options.seed);
  const summary: KillSummary = { rounds: 0, insideTransaction: 0, tooLate: 0, breaches: [] };
  try {
    writeDocuments(documents);
    const start = (task: Pick<KillTask, 'complete' | 'county' | 'holdAfter'>): Running => run(child, { config, documents, ...task });
    const undisturbed = await start({ complete: null, county: 0, holdAfter: null }).end();
    const wanted = stateIn(undisturbed);
    if (wanted === undefined) throw new Error(`The undisturbed ingest failed: ${undisturbed}`);
    // How long an ingest takes changes with what else the machine does: the shortest one seen counts.
    const [took, statements] = durationIn(undisturbed) ?? [0, 0];
    let milliseconds = took;

    let before: number | null = null;
    for (let county = 1; ; county++) {
      const last = summary.rounds === options.rounds;
      const inside = summary.rounds % 3 === 2;
      const process = start({ complete: before, county: last ? null : county, holdAfter: inside && !last ? 1 + Math.floor(random() * statements) : null });
      if (!last) {
        await process.said(inside ? /^held$/m : /^begun$/m);
        if (!inside) await new Promise((resume) => setTimeout(resume, random() * milliseconds));
      }
      const said = last ? await process.end() : await process.kill();
      if (before !== null) {
        const left = /^left (.*)$/m.exec(said)?.[1];
        if (left !== '[]') summary.breaches.push(`county ${before} left: ${left ?? said}`);
        if (stateIn(said) !== wanted) summary.breaches.push(`county ${before} was not completed:\n${stateIn(said)}\nwanted:\n${wanted}`);
      }
      if (last) break;
      before = county;
      const done = durationIn(said);
      if (done) {
        // The ingest was over before the kill: that is no round.
        milliseconds = Math.min(milliseconds, done[0]);
        summary.tooLate += 1;
        if (summary.tooLate > 20 + options.rounds) throw new Error('Every ingest is over before it can be killed');
        continue;
      }
      summary.rounds += 1;
      if (inside) summary.insideTransaction += 1;
    }
    return summary;
  } finally {
    rmSync(scratch, { recursive: true });
    rmSync(resolve('build/tests', String(process.pid)), { recursive: true });
  }
}

/** Milliseconds and writing statements of an ingest that reached its end. */
function durationIn(said: string): [number, number] | undefined {
  const found = /^done (\S+) (\S+)$/m.exec(said);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}
const stateIn = (said: string): string | undefined => /^state (.*)$/m.exec(said)?.[1]?.replaceAll('\\n', '\n');

interface Running {
  /** Waits for the words; throws with what was said where the process ends without them. */
  said(words: RegExp): Promise<string>;
  /** Waits for its end and gives all it said. */
  end(): Promise<string>;
  /** Kills it and gives all it said. */
  kill(): Promise<string>;
}

function run(file: string, task: KillTask): Running {
  const child = spawn(process.execPath, [file, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let listener = (): void => {};
  const listen = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    listener();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    said: (words) =>
      new Promise((resolve, reject) => {
        listener = () => void (words.test(output) && resolve(output));
        listener();
        void ended.then(() => reject(new Error(`The process ended: ${output}`)));
      }),
    end: async () => {
      await ended;
      return output;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      return output;
    },
  };
}
