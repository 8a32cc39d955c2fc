/** Who must be looked at together: last year's reports a report is judged by, and the reports that are judged by it. */
import { CATALOGUE_VERSION } from '../../checks/catalogue.ts';
import { checkNeighbours } from '../../checks/check-report.ts';
import type { CheckedReport, Neighbours } from '../../checks/finding.ts';
import type { Figures } from '../../figures/figure.ts';
import { bodyByCode, listSuccessions, type Body, type Succession } from '../queries/bodies.ts';
import type { FilingKey, Reads, ReportKey, Writes } from '../queries/connection.ts';
import { currentFiguresOf } from '../queries/figures.ts';
import { storeCheckRun } from '../queries/findings.ts';
import { readReport, versionsOf, type StoredReport } from '../queries/reports.ts';

/** A stored report as the checks see it. `opening` is not stored: checks that need it run when the report comes in. */
export function checkedReport(report: StoredReport, body: Body, opening: string | null = null): CheckedReport {
  const { key, edition, title, period, dated, evidence, sections, figures, drift, extraRows, tables, bodyAsPrinted } = report;
  return {
    body: bodyAsPrinted ?? body.name, bodyKind: body.kind, bodyNames: body.names.map(({ name }) => name), year: key.year, edition, scope: key.scope,
    title, period, dated, evidence, opening, sections, figures, drift, extraRows, tables,
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
  const nameOf = async (code: string): Promise<string> => (await bodyByCode(db, key.countyId, code))?.name ?? code;
  return {
    lastYear: await Promise.all(found.map(async ({ body, figures }) => ({ body: await nameOf(body), figures }))),
    missing: await Promise.all(missing.map(nameOf)),
    functionsMoved: touching.some(({ kind }) => kind === 'split' || kind === 'functions_moved'),
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
}

/** Runs the neighbour family over one version that has just come. */
export async function checkByNeighbours(trx: Writes, key: ReportKey): Promise<void> {
  await checkVersion(trx, key, await listSuccessions(trx, key.countyId));
}

/**
 * Runs the neighbour family again for whoever is judged by this filing, whose current version has just changed: the
 * body's report of the next year, and those of bodies that took over from it in the next year. Superseded versions stay.
 */
export async function checkDependents(trx: Writes, key: FilingKey): Promise<void> {
  const successions = await listSuccessions(trx, key.countyId);
  const year = key.year + 1;
  const successors = during(successions, year).flatMap(({ predecessor, successor }) => (predecessor === key.body && successor !== null ? [successor] : []));
  for (const body of new Set([key.body, ...successors]))
    for (const version of await versionsOf(trx, { ...key, body, year }))
      if (version.state !== 'superseded') await checkVersion(trx, { ...key, body, year, version: version.version }, successions);
}

/** Runs the neighbour family again for the reports of these bodies and year, whose succession has just changed. */
export async function checkAgain(trx: Writes, countyId: number, bodies: readonly string[], year: number): Promise<void> {
  const successions = await listSuccessions(trx, countyId);
  for (const body of new Set(bodies))
    for (const scope of ['own', 'rollup'] as const)
      for (const { version, state } of await versionsOf(trx, { countyId, body, year, scope }))
        if (state !== 'superseded') await checkVersion(trx, { countyId, body, year, scope, version }, successions);
}
