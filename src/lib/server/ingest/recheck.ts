/**
 * What `npm run recheck` does, by whichever process holds the database: the present checks are run over all stored reports,
 * and what newly fails or passes is told. Unless it is only asked, the runs are stored in place of those before. What people
 * said hangs on the keys of findings and stays.
 */
import type { Kysely } from 'kysely';
import { CATALOGUE_VERSION } from '../../checks/catalogue.ts';
import { checkReport, FOLDS_ACROSS, type Checked } from '../../checks/check-report.ts';
import type { CheckResult } from '../../checks/finding.ts';
import type { Scope } from '../../recognition/report.ts';
import type { Schema, StoredFamily } from '../database/schema.ts';
import { bodyByCode, listSuccessions, type Succession } from '../queries/bodies.ts';
import type { Reads, ReportKey } from '../queries/connection.ts';
import { changeCounty, listCounties, type County } from '../queries/counties.ts';
import { documentBytes } from '../queries/documents.ts';
import { checkResultsOf, foldAcross, storeCheckRun } from '../queries/findings.ts';
import { readReport } from '../queries/reports.ts';
import { liveVersions } from '../queries/rules.ts';
import { compareYear } from './compare-year-texts.ts';
import { countyWords } from './county-words.ts';
import { checkBodiesOfYear, checkedByNeighbours, checkedReport, peerRuns, type OfReading } from './neighbours.ts';
import { numberedReports, type ReadBytes } from './read-reports.ts';
import { whichCounty } from './which-county.ts';

export interface RecheckOptions {
  /** Code of the county; may be left out where there is only one. */
  county?: string;
  /** Only tell what would change. */
  whatIf: boolean;
}

/** A report of which checks newly fail or pass, by id. */
export interface RecheckedReport {
  kind: 'report';
  body: string;
  year: number;
  scope: Scope;
  version: number;
  failing: string[];
  passing: string[];
}
export type RecheckPiece = { kind: 'progress'; done: number; of: number } | RecheckedReport;

export interface RecheckSummary {
  county: Pick<County, 'code' | 'name'>;
  catalogueVersion: number;
  reports: number;
  stored: boolean;
}

type Runs = Partial<Record<StoredFamily, Checked>>;

/**
 * Checks every version that counts or waits again, year by year. Stops after the report under way when `signal` is aborted.
 * @throws where it was stopped, the county is not clear, or the database fails
 */
export async function recheckReports(db: Kysely<Schema>, read: ReadBytes, options: RecheckOptions, onPiece: (piece: RecheckPiece) => void, signal?: AbortSignal): Promise<RecheckSummary> {
  const county = whichCounty(await listCounties(db), options.county);
  const successions = await listSuccessions(db, county.countyId);
  const keys = await liveVersions(db, county.countyId);
  const years = [...new Set(keys.map(({ year }) => year))];
  let done = 0;
  for (const year of years) {
    const peers = new Map((await peerRuns(db, county.countyId, year)).map(({ key, run }) => [nameOf(key), run]));
    for (const key of keys.filter((each) => each.year === year)) {
      if (signal?.aborted) throw new Error('已中断；再运行一次即可 · Interrupted; run it again');
      const ofReading = await readingOf(db, read, key);
      const among = peers.get(nameOf(key));
      const piece = await compare(db, key, { ...(await runsOf(db, key, ofReading, successions)), ...(among ? { peers: among } : {}) });
      if (piece) onPiece(piece);
      if (!options.whatIf) await store(db, key, ofReading, successions);
      onPiece({ kind: 'progress', done: (done += 1), of: keys.length });
    }
    if (!options.whatIf)
      await db.transaction().execute(async (trx) => {
        await changeCounty(trx, county.countyId);
        await checkBodiesOfYear(trx, county.countyId, year);
        await compareYear(trx, county.countyId, year);
      });
  }
  return { county: { code: county.code, name: county.name }, catalogueVersion: CATALOGUE_VERSION, reports: keys.length, stored: !options.whatIf };
}

const nameOf = ({ body, year, scope, version }: ReportKey): string => JSON.stringify([body, year, scope, version]);

/** What the version's document says beside what is stored. */
async function readingOf(db: Reads, read: ReadBytes, key: ReportKey): Promise<OfReading> {
  const report = await readReport(db, key);
  const document = report && (await documentBytes(db, key.countyId, report.sha256));
  const reading = document && (await read(document.bytes, document.name));
  const reports = reading && 'reports' in reading ? numberedReports(reading.reports) : [];
  return { opening: reports.find(({ part }) => part === report?.part)?.report.opening ?? null, reportsInFile: Math.max(1, reports.length) };
}

async function runsOf(db: Reads, key: ReportKey, ofReading: OfReading, successions: readonly Succession[]): Promise<Runs> {
  const [report, body] = [await readReport(db, key), await bodyByCode(db, key.countyId, key.body)];
  if (!report || !body) return {};
  const wordList = await countyWords(db, key.countyId);
  return { report: checkReport({ ...checkedReport(report, body, ofReading), wordList }), neighbour: await checkedByNeighbours(db, key, checkedReport(report, body), successions) };
}

/** What newly fails and passes; null where nothing does. */
async function compare(db: Reads, key: ReportKey, runs: Runs): Promise<RecheckedReport | null> {
  const failed = (results: readonly CheckResult[]): Set<string> => new Set(results.filter(({ verdict }) => verdict === 'failed').map(({ check }) => check));
  const stored = (await checkResultsOf(db, key)).filter(({ family }) => runs[family]);
  const [before, now] = [failed(stored.flatMap(({ results }) => results)), failed(Object.values(runs).flatMap(({ results }) => results))];
  const [failing, passing] = [[...now].filter((check) => !before.has(check)), [...before].filter((check) => !now.has(check))];
  if (failing.length + passing.length === 0) return null;
  const { body, year, scope, version, countyId } = key;
  return { kind: 'report', body: (await bodyByCode(db, countyId, body))?.name ?? body, year, scope, version, failing, passing };
}

/** Stores the runs over one version, worked out again under the county's lock. */
async function store(db: Kysely<Schema>, key: ReportKey, ofReading: OfReading, successions: readonly Succession[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await changeCounty(trx, key.countyId);
    const runs = await runsOf(trx, key, ofReading, successions);
    for (const family of ['report', 'neighbour'] as const) {
      const run = runs[family];
      if (run) await storeCheckRun(trx, key, family, run, CATALOGUE_VERSION);
    }
    await foldAcross(trx, key, FOLDS_ACROSS);
  });
}
