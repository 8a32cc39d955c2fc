/**
 * Diagnoses of table 三: one slip of the pen breaks many identities, and is one finding. A diagnosis is a hypothesis that
 * is tried out: the cells are changed as it says, and it explains the identities that then hold. Which cell is wrong is
 * claimed only where exactly one change makes every identity hold.
 */
import type { FigureId } from '../form/figures.ts';
import { resultSum } from '../form/identities.ts';
import { APPLICANTS, tableThreeRows, type Applicant } from '../form/table-three.ts';
import type { Outcome } from './entry.ts';
import type { CheckedReport, Finding, Parameters } from './finding.ts';
import { oncePerReport } from './once-per-report.ts';
import { figureOf, found, together } from './outcome.ts';
import { balanceCheck, isUndivided, resultSumCheck, rowTotalCheck } from './table-three.ts';

/** New numbers of cells. */
type Change = ReadonlyMap<FigureId, number>;

interface Hypothesis {
  check: string;
  /** The cells it speaks of; those that the change touches where the pattern may lie in one of several rows. */
  figures?: FigureId[];
  parameters: Parameters;
  /** Changes that would mend it; several where it does not say which cell is wrong. */
  changes: Change[];
  /** What is left may be another mistake: the pattern itself is proof enough. */
  stands?: true;
  /** It never says which cell is wrong. */
  undecided?: true;
}

export interface Diagnosis {
  finding: Finding;
  /** Keys of the findings of broken identities that it explains. */
  explains: string[];
}

const PEOPLE = APPLICANTS.filter((applicant) => applicant !== 'total');
const cell = (row: string, applicant: Applicant): FigureId => `t3.${row}.${applicant}`;
const cellsOf = (row: string): FigureId[] => APPLICANTS.map((applicant) => cell(row, applicant));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The table's three identities together. */
export const identitiesOutcome = oncePerReport((report): Outcome => together([balanceCheck(report), resultSumCheck(report), rowTotalCheck(report)]));
const broken = (report: CheckedReport): Finding[] => identitiesOutcome(report).findings;

function changed(report: CheckedReport, change: Change): CheckedReport {
  const figures = { ...report.figures };
  for (const [id, value] of change) {
    const { raw, at } = figureOf(report, id);
    figures[id] = { value, raw, at };
  }
  return { ...report, figures };
}

/** The table as numbers; a cell without one counts as nothing. */
interface Numbers {
  rows: string[];
  results: string[];
  of: (row: string, applicant: Applicant) => number;
  /** Sum of the result rows of the column. */
  resultsOf: (applicant: Applicant) => number;
  peopleOf: (row: string) => number;
}
function numbersOf(report: CheckedReport): Numbers {
  const undivided = isUndivided(report);
  const printed = tableThreeRows(undivided ? '2019' : '2021');
  const of = (row: string, applicant: Applicant): number => figureOf(report, cell(row, applicant)).value ?? 0;
  return {
    rows: printed.map(({ key }) => key),
    results: printed.filter(({ outcome }) => outcome).map(({ key }) => key),
    of,
    resultsOf: (applicant) => sum(resultSum(applicant, undivided).left.map((id) => figureOf(report, id).value ?? 0)),
    peopleOf: (row) => sum(PEOPLE.map((applicant) => of(row, applicant))),
  };
}

/** 总计 column 0 in every row whose applicants are filled, two rows at least: one alone may be a slip of that row. */
function totalColumnEmpty({ rows, of, peopleOf }: Numbers): Hypothesis | null {
  const filled = rows.filter((row) => peopleOf(row) > 0);
  if (filled.length < 2 || filled.some((row) => of(row, 'total') !== 0)) return null;
  return {
    check: 'T3-TOTAL-COLUMN-EMPTY', figures: filled.map((row) => cell(row, 'total')), parameters: { rows: filled.length }, stands: true,
    changes: [new Map(rows.filter((row) => of(row, 'total') !== peopleOf(row)).map((row) => [cell(row, 'total'), peopleOf(row)]))],
  };
}

/** （七）总计 0 in every column whose results are filled. */
function totalRowEmpty({ of, resultsOf }: Numbers): Hypothesis | null {
  const filled = APPLICANTS.filter((applicant) => resultsOf(applicant) > 0);
  if (!filled.some((applicant) => applicant !== 'total') || APPLICANTS.some((applicant) => of('processed', applicant) !== 0)) return null;
  return {
    check: 'T3-TOTAL-ROW-EMPTY', figures: cellsOf('processed'), parameters: { results: resultsOf('total') }, stands: true,
    changes: [new Map(filled.map((applicant) => [cell('processed', applicant), resultsOf(applicant)]))],
  };
}

/** One number, all others 0 or blank. */
function stray({ rows, of }: Numbers): Hypothesis | null {
  const filled = rows.flatMap((row) => APPLICANTS.filter((applicant) => of(row, applicant) !== 0).map((applicant) => ({ id: cell(row, applicant), value: of(row, applicant) })));
  const [only, ...others] = filled;
  if (!only || others.length > 0) return null;
  return { check: 'T3-STRAY', figures: [only.id], parameters: { cell: only.id, value: only.value }, changes: [new Map([[only.id, 0]])] };
}

/** A row without a total whose total stands in the next row, where no applicant is filled. */
function totalRowLow({ rows, of, peopleOf }: Numbers): Hypothesis | null {
  const index = rows.findIndex((row, place) => {
    const next = rows[place + 1];
    return next !== undefined && peopleOf(row) > 0 && of(row, 'total') === 0 && peopleOf(next) === 0 && of(next, 'total') === peopleOf(row);
  });
  const [row, next] = [rows[index], rows[index + 1]];
  if (row === undefined || next === undefined) return null;
  const [above, below] = [cell(row, 'total'), cell(next, 'total')];
  return { check: 'T3-TOTAL-ROW-LOW', figures: [above, below], parameters: { row: above, next: below, value: of(next, 'total') }, changes: [new Map([[above, of(next, 'total')], [below, 0]])] };
}

/** A row read one column to the right or to the left; what fell off the edge follows from the others. */
function shifted({ rows, of }: Numbers): Hypothesis {
  const changes = rows.flatMap((row): Change[] => {
    const printed = APPLICANTS.map((applicant) => of(row, applicant));
    const [first, rest, beforeLast = 0, last] = [printed[0], printed.slice(0, 5), printed[5], printed[6]];
    const meant: number[][] = [];
    if (first === 0) meant.push([...printed.slice(1), sum(printed.slice(1))]);
    if (last === 0) meant.push([beforeLast - sum(rest), ...rest, beforeLast]);
    return meant.filter((values) => values.some((value) => value > 0) && values.every((value) => value >= 0))
      .map((values) => new Map(cellsOf(row).map((id, column) => [id, values[column] ?? 0])));
  });
  return { check: 'T3-COL-SHIFT', parameters: {}, changes };
}

/** What the other rows make of a cell. */
function followsFrom({ of, resultsOf }: Numbers, row: string, applicant: Applicant): number {
  const value = (other: string): number => of(other, applicant);
  if (row === 'received' || row === 'carried_in') return value('processed') + value('carried_forward') - value(row === 'received' ? 'carried_in' : 'received');
  if (row === 'carried_forward') return value('received') + value('carried_in') - value('processed');
  return row === 'processed' ? resultsOf(applicant) : value('processed') - resultsOf(applicant) + value(row);
}

/** A row with the right total whose applicants are not those of the other rows: they follow from the identities of the columns. */
function misplaced(numbers: Numbers): Hypothesis {
  const { rows, of } = numbers;
  const changes = rows.flatMap((row): Change[] => {
    const meant = PEOPLE.map((applicant) => followsFrom(numbers, row, applicant));
    const differs = PEOPLE.flatMap((applicant, column): [FigureId, number][] => (of(row, applicant) === meant[column] ? [] : [[cell(row, applicant), meant[column] ?? 0]]));
    return differs.length < 2 || meant.some((value) => value < 0) || sum(meant) !== of(row, 'total') ? [] : [new Map(differs)];
  });
  return { check: 'T3-TOTAL-MISPLACED', parameters: {}, changes };
}

/**
 * Results above their total by exactly 部分公开, in the same columns: perhaps counted in a second result row too. Said
 * only where a single row can hold them: with several the equal numbers may be chance.
 */
function doubleOutcome({ results, of, resultsOf }: Numbers): Hypothesis | null {
  const excess = new Map(APPLICANTS.map((applicant) => [applicant, resultsOf(applicant) - of('processed', applicant)]));
  const columns = PEOPLE.filter((applicant) => excess.get(applicant) !== 0);
  if (columns.length === 0 || columns.some((applicant) => excess.get(applicant) !== of('granted_in_part', applicant))) return null;
  const over = [...columns, 'total' as const];
  const second = results.filter((row) => row !== 'granted_in_part' && over.every((applicant) => of(row, applicant) >= (excess.get(applicant) ?? 0)));
  if (second.length !== 1) return null;
  return {
    check: 'T3-DOUBLE-OUTCOME', figures: over.map((applicant) => cell('granted_in_part', applicant)), parameters: { count: excess.get('total') ?? 0 },
    changes: second.map((row) => new Map(over.map((applicant) => [cell(row, applicant), of(row, applicant) - (excess.get(applicant) ?? 0)]))),
  };
}

/** Columns that are over by exactly what they carry forward: perhaps the same case in a result row and carried forward. */
function handledAndCarried({ results, of }: Numbers): Hypothesis | null {
  const over = new Map(APPLICANTS.map((applicant) => [applicant, of('processed', applicant) + of('carried_forward', applicant) - of('received', applicant) - of('carried_in', applicant)]));
  const columns = PEOPLE.filter((applicant) => over.get(applicant) !== 0);
  if (columns.length === 0 || columns.some((applicant) => over.get(applicant) !== of('carried_forward', applicant))) return null;
  const all = [...columns, 'total' as const];
  const less = (row: string): [FigureId, number][] => all.map((applicant) => [cell(row, applicant), of(row, applicant) - (over.get(applicant) ?? 0)]);
  const handled = results.map((row) => new Map([...less(row), ...less('processed')])).filter((change) => [...change.values()].every((value) => value >= 0));
  if (handled.length === 0) return null;
  return {
    check: 'T3-HANDLED-AND-CARRIED', figures: all.map((applicant) => cell('carried_forward', applicant)), parameters: { count: over.get('total') ?? 0 },
    changes: [new Map(less('carried_forward')), ...handled], undecided: true,
  };
}

/** From the plainest pattern to the one that needs most reading between the lines. */
function hypothesesOf(numbers: Numbers): Hypothesis[] {
  return [
    stray(numbers), totalColumnEmpty(numbers), totalRowEmpty(numbers), totalRowLow(numbers), shifted(numbers), misplaced(numbers), doubleOutcome(numbers), handledAndCarried(numbers),
  ].filter((hypothesis) => hypothesis !== null);
}

interface Tried {
  hypothesis: Hypothesis;
  /** Keys of the findings that its changes mend. */
  mends: string[];
  /** The changes that leave no identity broken. */
  whole: Change[];
  /** The change that was taken for the next look. */
  taken: Change;
  after: CheckedReport;
}

/** What the hypothesis mends, or null where it does not hold: it must mend all, or be proof by itself and break nothing. */
function tried(report: CheckedReport, failing: readonly Finding[], hypothesis: Hypothesis): Tried | null {
  const results = hypothesis.changes.map((change) => {
    const after = changed(report, change);
    return { change, after, left: broken(after) };
  });
  const whole = results.filter(({ left }) => left.length === 0);
  const [first] = whole;
  if (first) return { hypothesis, mends: failing.map(({ key }) => key), whole: whole.map(({ change }) => change), taken: first.change, after: first.after };
  const [part] = results;
  if (!part || !hypothesis.stands) return null;
  const known = new Set(failing.map(({ key }) => key));
  // A filled column of totals shows what is wrong in the applicants' columns, too.
  const fresh = part.left.filter(({ key, figures }) => !known.has(key) && !(hypothesis.check === 'T3-TOTAL-COLUMN-EMPTY' && figures.every((id) => id.endsWith('.total'))));
  const still = new Set(part.left.map(({ key }) => key));
  const mends = failing.map(({ key }) => key).filter((key) => !still.has(key));
  return fresh.length > 0 || mends.length === 0 ? null : { hypothesis, mends, whole: [], taken: part.change, after: part.after };
}

const rowOf = (id: FigureId): FigureId => `${id.slice(0, id.lastIndexOf('.'))}.total`;

/** The finding; the correction only where no other change of the hypothesis would do as well. */
function findingOf(report: CheckedReport, { hypothesis, whole }: Tried): Finding {
  const { check, parameters, undecided } = hypothesis;
  const touched = [...new Set(whole.flatMap((change) => [...change].filter(([id, value]) => figureOf(report, id).value !== value).map(([id]) => id)))];
  const figures = hypothesis.figures ?? touched;
  const [only] = whole;
  const correction = only && whole.length === 1 ? touched.map((id) => `${id}=${only.get(id) ?? 0}`) : undefined;
  return found({
    check, level: 'error', figures, at: figureOf(report, figures[0] ?? '').at ?? undefined,
    parameters: {
      ...parameters, ...(hypothesis.figures ? {} : { rows: [...new Set(touched.map(rowOf))] }),
      ...(correction ? { correction } : undecided ? {} : { case: 'open' }),
    },
  });
}

/** A table can hold two slips that each are proof by themselves (an empty row and an empty column of totals). */
const MOST_SLIPS = 2;

function diagnose(report: CheckedReport): Diagnosis[] {
  const diagnoses: Diagnosis[] = [];
  const [original, explained] = [new Set(broken(report).map(({ key }) => key)), new Set<string>()];
  let now = report;
  let before: Change = new Map();
  for (let slip = 0; slip < MOST_SLIPS; slip++) {
    const failing = broken(now);
    if (failing.length === 0) break;
    let best: Tried | null = null;
    for (const hypothesis of hypothesesOf(numbersOf(now))) {
      best = tried(now, failing, hypothesis);
      if (best) break;
    }
    if (!best) break;
    const explains = best.mends.filter((key) => original.has(key) && !explained.has(key));
    for (const key of explains) explained.add(key);
    // After another slip the identities hold only with both corrections.
    const whole = best.whole.map((change) => new Map([...before, ...change]));
    if (explains.length > 0) diagnoses.push({ finding: findingOf(report, { ...best, whole }), explains });
    before = new Map([...before, ...best.taken]);
    now = best.after;
  }
  return diagnoses;
}

/** The diagnoses of table 三, the plainest first; none where every identity holds or nothing explains what does not. */
export const diagnosesOf = oncePerReport((report): readonly Diagnosis[] => diagnose(report));

/** The report as the only possible correction of its diagnoses would have it; itself where there is none. */
export function correctedBy(report: CheckedReport, { finding }: Diagnosis): CheckedReport {
  const pairs = finding.parameters['correction'];
  if (!Array.isArray(pairs)) return report;
  return changed(report, new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), Number(pair.slice(pair.indexOf('=') + 1))])));
}

/** Rows that are filled in by themselves; a result row has so few cases that it may be last year's by chance. */
const COPIED_ROWS = ['received', 'carried_in', 'processed', 'carried_forward'];
/** So may a row with cases of one kind of applicant, unless the other rows say that there was none. */
const BY_CHANCE = 1;

/**
 * The one row that is last year's number by number, where every identity holds once it is what the other rows make of it; null
 * where there is none, more than one, or another diagnosis.
 */
export function copiedRow(report: CheckedReport, lastYear: Pick<CheckedReport, 'figures'>): { row: FigureId; figures: FigureId[]; correction: string[] } | null {
  if (broken(report).length === 0 || diagnosesOf(report).length > 0) return null;
  const numbers = numbersOf(report);
  const copied = COPIED_ROWS.flatMap((row) => {
    const cells = APPLICANTS.map((applicant) => ({ id: cell(row, applicant), meant: followsFrom(numbers, row, applicant) }));
    const same = cells.every(({ id }) => figureOf(report, id).value !== null && figureOf(report, id).value === figureOf(lastYear, id).value);
    const filled = PEOPLE.filter((applicant) => numbers.of(row, applicant) > 0).length;
    if (!same || cells.some(({ meant }) => meant < 0) || (filled <= BY_CHANCE && cells.some(({ meant }) => meant > 0))) return [];
    if (broken(changed(report, new Map(cells.map(({ id, meant }) => [id, meant])))).length > 0) return [];
    return [{ row: cell(row, 'total'), figures: cells.map(({ id }) => id), correction: cells.filter(({ id, meant }) => figureOf(report, id).value !== meant).map(({ id, meant }) => `${id}=${meant}`) }];
  });
  return copied.length === 1 ? (copied[0] ?? null) : null;
}
