/** Who must be looked at together: reports of the years before that a report is judged by, those that are judged by it, and the bodies of a year. */
import { CATALOGUE_VERSION } from '../../checks/catalogue.ts';
import { checkNeighbours, checkPeers, FOLDS_ACROSS, type Checked } from '../../checks/check-report.ts';
import type { CheckedReport, Neighbours } from '../../checks/finding.ts';
import type { Figures } from '../../figures/figure.ts';
import { PEER_FIGURES } from '../../checks/peers.ts';
import { bodyByCode, listSuccessions, type Body, type Succession } from '../queries/bodies.ts';
import type { FilingKey, Reads, ReportKey, Writes } from '../queries/connection.ts';
import { bodiesOfYear, currentFiguresOf } from '../queries/figures.ts';
import { foldAcross, runsOfYear, storeCheckRun } from '../queries/findings.ts';
import { readReport, versionsOf, type StoredReport } from '../queries/reports.ts';

/** What a reading knows that is not stored; checks that need it run where the document is at hand. */
export interface OfReading {
  /** Text before the first section; null where it was not kept. */
  opening: string | null;
  reportsInFile: number;
}

/** A stored report as the checks see it. */
export function checkedReport(report: StoredReport, body: Body, { opening, reportsInFile }: OfReading = { opening: null, reportsInFile: 1 }): CheckedReport {
  const { key, edition, title, period, dated, evidence, sections, figures, drift, extraRows, tables, bodyAsPrinted } = report;
  return {
    body: bodyAsPrinted ?? body.name, bodyKind: body.kind, bodyNames: body.names.map(({ name }) => name), year: key.year, edition, scope: key.scope,
    title, period, dated, evidence, opening, sections, figures, drift, extraRows, tables, reportsInFile,
  };
}

/** Successions that take effect between the report of the year before and that of `year`. */
const during = (successions: readonly Succession[], year: number): Succession[] =>
  successions.filter((succession) => succession.happenedOn.startsWith(`${year}-`));

/** Figures that are taken for a filing instead of the stored ones, as if they were kept already. */
export type InsteadOf = (filing: FilingKey) => Figures | undefined;

/**
 * Last year's reports that the filing's report follows: the body's own, and those of bodies merged into it in the year.
 * After a split, or when functions moved, the numbers of last year cannot be told apart.
 */
async function neighboursOf(db: Reads, key: FilingKey, successions: readonly Succession[], instead: InsteadOf): Promise<Neighbours> {
  const touching = during(successions, key.year).filter(({ predecessor, successor }) => predecessor === key.body || successor === key.body);
  const predecessors = touching.filter(({ kind, successor }) => kind === 'merged' && successor === key.body).map(({ predecessor }) => predecessor);
  const wanted = [key.body, ...predecessors];
  const stored = await currentFiguresOf(db, wanted.map((body) => ({ ...key, body, year: key.year - 1 })));
  const found = stored.map(({ body, figures }) => ({ body, figures: instead({ ...key, body, year: key.year - 1 }) ?? figures }));
  // A body that only came into being by the merger has no report of its own to miss.
  const missing = wanted.filter((body) => !found.some((report) => report.body === body) && !(body === key.body && predecessors.length > 0));
  const before = await Promise.all([2, 3].map(async (back) => ({ year: key.year - back, found: (await currentFiguresOf(db, [{ ...key, year: key.year - back }]))[0] })));
  const nameOf = async (code: string): Promise<string> => (await bodyByCode(db, key.countyId, code))?.name ?? code;
  return {
    lastYear: await Promise.all(found.map(async ({ body, figures }) => ({ body: await nameOf(body), figures }))),
    missing: await Promise.all(missing.map(nameOf)),
    functionsMoved: touching.some(({ kind }) => kind === 'split' || kind === 'functions_moved'),
    before: before.flatMap(({ year, found: then }) => (then ? [{ year, figures: instead({ ...key, year }) ?? then.figures }] : [])),
  };
}

/** The neighbour family over a report, whether or not it is stored. */
export async function checkedByNeighbours(db: Reads, key: FilingKey, report: CheckedReport, successions: readonly Succession[], instead: InsteadOf = () => undefined): Promise<ReturnType<typeof checkNeighbours>> {
  return checkNeighbours(report, await neighboursOf(db, key, successions, instead));
}

/** Runs the neighbour family over the version. */
async function checkVersion(trx: Writes, key: ReportKey, successions: readonly Succession[]): Promise<void> {
  const [report, body] = [await readReport(trx, key), await bodyByCode(trx, key.countyId, key.body)];
  if (!report || !body) return;
  await storeCheckRun(trx, key, 'neighbour', await checkedByNeighbours(trx, key, checkedReport(report, body), successions), CATALOGUE_VERSION);
  await foldAcross(trx, key, FOLDS_ACROSS);
}

/** Texts that are equal where two runs say the same, whatever the order of members that the database kept. */
export const sayingOf = ({ results, findings }: Pick<Checked, 'results'> & { findings: readonly { key: string; level: string; parameters: object }[] }): string => {
  const ordered = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify([results.map(ordered), findings.map(({ key, level, parameters }) => [key, level, ordered(parameters)]).sort()]);
};

/** What the checks among bodies say of each own report of the year that counts, by body. */
export async function peerRuns(db: Reads, countyId: number, year: number): Promise<{ key: ReportKey; run: Checked }[]> {
  const bodies = await bodiesOfYear(db, countyId, year, PEER_FIGURES);
  const runs = checkPeers({ year, bodies: bodies.map(({ body, name, kind, edition, powers, peerGroup, values }) => ({ code: body, name, group: peerGroup ?? kind, edition, powers, values })) });
  return bodies.flatMap(({ body, version }) => {
    const run = runs.get(body);
    return run ? [{ key: { countyId, body, year, scope: 'own' as const, version }, run }] : [];
  });
}

/** Runs the checks among the bodies of a year again, of which something has just changed; only what they now say otherwise is written. */
export async function checkBodiesOfYear(trx: Writes, countyId: number, year: number): Promise<void> {
  const stored = new Map((await runsOfYear(trx, countyId, year, 'peers')).map((run) => [`${run.body} ${run.version}`, sayingOf(run)]));
  for (const { key, run } of await peerRuns(trx, countyId, year)) {
    if (stored.get(`${key.body} ${key.version}`) === sayingOf(run)) continue;
    await storeCheckRun(trx, key, 'peers', run, CATALOGUE_VERSION);
    await foldAcross(trx, key, FOLDS_ACROSS);
  }
}

/** Runs the neighbour family over one version that has just come. */
export async function checkByNeighbours(trx: Writes, key: ReportKey): Promise<void> {
  await checkVersion(trx, key, await listSuccessions(trx, key.countyId));
}

/** Checks look back as many years. */
const YEARS_BACK = 3;

/**
 * Runs the neighbour family again for whoever is judged by this filing, whose current version has just changed: the
 * body's reports of the next years, those of bodies that took over from it in the next year, and the other bodies of the
 * year. Superseded versions stay.
 */
export async function checkDependents(trx: Writes, key: FilingKey): Promise<void> {
  const successions = await listSuccessions(trx, key.countyId);
  const successors = during(successions, key.year + 1).flatMap(({ predecessor, successor }) => (predecessor === key.body && successor !== null ? [successor] : []));
  for (let year = key.year + 1; year <= key.year + YEARS_BACK; year++)
    for (const body of new Set(year === key.year + 1 ? [key.body, ...successors] : [key.body]))
      for (const version of await versionsOf(trx, { ...key, body, year }))
        if (version.state !== 'superseded') await checkVersion(trx, { ...key, body, year, version: version.version }, successions);
  if (key.scope === 'own') await checkBodiesOfYear(trx, key.countyId, key.year);
}

/** Runs the neighbour family again for the reports of these bodies and year, whose succession has just changed. */
export async function checkAgain(trx: Writes, countyId: number, bodies: readonly string[], year: number): Promise<void> {
  const successions = await listSuccessions(trx, countyId);
  for (const body of new Set(bodies))
    for (const scope of ['own', 'rollup'] as const)
      for (const { version, state } of await versionsOf(trx, { countyId, body, year, scope }))
        if (state !== 'superseded') await checkVersion(trx, { countyId, body, year, scope, version }, successions);
}
