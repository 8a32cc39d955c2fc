/** Checks of what a table prints of the form: rows and columns missing, rows of its own, columns of a later edition. */
import { FIGURES, TABLES, type TableNumber } from '../form/figures.ts';
import { CASE_GROUP_COLUMNS } from '../form/table-four.ts';
import { tableThreeRows } from '../form/table-three.ts';
import { TABLE_TWO } from '../form/table-two.ts';
import { BOTH_EDITIONS, ONLY_2019, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding } from './finding.ts';
import { figureOf, found, hasTable, isPrinted, judged, notApplicable, notEvaluated, passed, together } from './outcome.ts';

/** Columns that only the edition of 2021 has. */
const NEW_COLUMNS = FIGURES.filter((figure) => figure.table === '二' && !figure.wording['2019']);

/**
 * ST-EARLY-TEMPLATE: a report of 2019 or 2020 whose table 二 has columns of the edition of 2021 (60号). Right: 本年新制作数量.
 * Wrong: 本年制发件数 · 本年废止件数 · 现行有效件数.
 */
export function earlyTemplate(report: CheckedReport): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  const printed = NEW_COLUMNS.filter((figure) => isPrinted(report, figure.id));
  const drift = report.drift.find((entry) => entry.kind === 'early_table' && entry.table === '二');
  if (printed.length === 0 && !drift) return passed;
  const labels = [...new Set(printed.map((figure) => figure.wording['2021']?.column ?? ''))].slice(0, 3);
  return judged([found({ check: 'ST-EARLY-TEMPLATE', level: 'query', figures: printed.map(({ id }) => id), at: drift?.at ?? figureOf(report, printed[0]?.id ?? '').at ?? undefined, parameters: { year: report.year, ...(labels.length > 0 ? { labels } : { case: 'drift' }) } })]);
}

const rowsIn = (table: TableNumber, report: CheckedReport): number =>
  table === '二' ? TABLE_TWO[report.edition].flatMap(({ rows }) => rows).length : table === '三' ? tableThreeRows(report.edition).length : CASE_GROUP_COLUMNS.length;

/** Name of a missing line as the reader gives it: of table 四 the key of a group. */
const labelOf = (expected: string): string => CASE_GROUP_COLUMNS.find(({ key }) => key === expected)?.label ?? expected;
const RULES = '规章';

/** Missing lines of a table, of whatever kind; none where the table is of another year's form (that is said once, elsewhere). */
function missingLines(report: CheckedReport, table: TableNumber, kind: 'row_missing' | 'column_missing'): string[] {
  const own = report.drift.filter((entry) => entry.table === table);
  if (own.some((entry) => entry.kind === 'old_table' || entry.kind === 'early_table')) return [];
  return [...new Set(own.flatMap((entry) => (entry.kind === kind && entry.expected !== undefined ? [labelOf(entry.expected)] : [])))];
}

/**
 * ST-ROW-MISSING: every row of the form is printed; a query for the 规章 row, which bodies without the power to make rules
 * often leave out. One finding a table. Where most rows are missing the table was not read, and it is not evaluated.
 * Right: 25 rows. Wrong: 24, without 6.属于四类过程性信息.
 */
export function rowMissing(report: CheckedReport): Outcome {
  return together(TABLES.map((table) => {
    if (!hasTable(report, table)) return notApplicable;
    const missing = missingLines(report, table, 'row_missing');
    if (missing.length * 2 > rowsIn(table, report)) return notEvaluated('figures missing');
    const rows = missing.filter((label) => label !== RULES);
    const findings: Finding[] = rows.length > 0 ? [found({ check: 'ST-ROW-MISSING', level: 'error', figures: [], parameters: { table, rows } }, `${table} ${[...rows].sort().join()}`)] : [];
    if (missing.includes(RULES)) findings.push(found({ check: 'ST-ROW-MISSING', level: 'query', figures: [], parameters: { case: 'rules', table, rows: [RULES] } }, `${table} ${RULES}`));
    return judged(findings);
  }));
}

/** ST-COL-MISSING: every column of the form is printed. Right: six applicant columns and 总计. Wrong: five and 总计. */
export function columnMissing(report: CheckedReport): Outcome {
  return together(TABLES.map((table) => {
    if (!hasTable(report, table)) return notApplicable;
    const columns = missingLines(report, table, 'column_missing');
    return judged(columns.length > 0 ? [found({ check: 'ST-COL-MISSING', level: 'error', figures: [], parameters: { table, columns } }, `${table} ${[...columns].sort().join()}`)] : []);
  }));
}

/** ST-ROW-EXTRA: a row outside the form is kept and shown, never summed. Wrong: 其他主动公开文件 37 37 412 (a province's own row). */
export function rowExtra(report: CheckedReport): Outcome {
  return together(TABLES.map((table) => {
    if (!hasTable(report, table)) return notApplicable;
    const extra = report.extraRows.filter((row) => row.table === table);
    if (extra.length === 0) return passed;
    const rows = [...new Set(extra.map(({ label }) => label.replace(/\s+/gu, ' ').trim().slice(0, 24)))];
    return judged([found({ check: 'ST-ROW-EXTRA', level: 'note', figures: [], at: extra[0]?.at, parameters: { table, rows } }, `${table} ${[...rows].sort().join()}`)]);
  }));
}

export const FORM_PRINTED: readonly Check[] = [
  {
    id: 'ST-EARLY-TEMPLATE', version: 1, levels: ['query'], family: 'report', editions: ONLY_2019, basis: '60号', run: earlyTemplate,
    title: { zh: '提前用了2021年版', en: 'Later form used' },
    what: { zh: '2019、2020年度的表二用2019年试行版的列', en: 'report year 2019 or 2020: table 二 has the columns of the edition of 2019' },
    mend: { zh: '按2019年试行版填报，或说明原因。', en: 'Fill in the form of 2019, or explain.' },
    sentences: {
      default: { zh: '表二用了2021年版的列（{labels:quoted}）。{year}年度的格式是2019年试行版，请换表或说明。', en: 'Table 2 has columns of the 2021 edition ({labels:quoted}). Reports of {year} use the form of 2019: change it or explain.' },
      drift: { zh: '表二用了2021年版的列。{year}年度的格式是2019年试行版，请换表或说明。', en: 'Table 2 has columns of the 2021 edition. Reports of {year} use the form of 2019: change it or explain.' },
    },
  },
  {
    id: 'ST-ROW-MISSING', version: 1, levels: ['error', 'query'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: rowMissing,
    title: { zh: '缺行', en: 'Row missing' },
    what: { zh: '统一格式的行都应印出；规章行为疑点', en: 'every row of the form is printed; query for the 规章 row' },
    mend: { zh: '补上该行，没有的填0。', en: 'Add the row; write 0 where there was none.' },
    sentences: {
      default: { zh: '表{table}少了{rows:quoted}。请补上，没有的填0。', en: 'Table {table:table} does not print {rows:quoted}. Add it; write 0 where there was none.' },
      rules: { zh: '表{table}没有{rows:quoted}行。没有规章制定权的也保留该行，填0。', en: 'Table {table:table} has no row {rows:quoted} (rules). Bodies that cannot make rules keep it and write 0.' },
    },
  },
  {
    id: 'ST-COL-MISSING', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: columnMissing,
    title: { zh: '缺列', en: 'Column missing' },
    what: { zh: '统一格式的列都应印出', en: 'every column of the form is printed' },
    mend: { zh: '补上该列，没有的填0。', en: 'Add the column; write 0 where there was none.' },
    sentences: { default: { zh: '表{table}少了{columns:quoted}列。请补上，没有的填0。', en: 'Table {table:table} does not print the column {columns:quoted}. Add it; write 0 where there was none.' } },
  },
  {
    id: 'ST-ROW-EXTRA', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: rowExtra,
    title: { zh: '多出的行', en: 'Extra row' },
    what: { zh: '统一格式以外的行：保留并显示，不计入汇总', en: 'a row outside the form: kept, shown, never summed' },
    mend: { zh: '如不是上级要求增加的，删去该行。', en: 'Remove it, unless a higher office asked for it.' },
    sentences: { default: { zh: '表{table}多出{rows:quoted}，不在统一格式内，不计入汇总。', en: 'Table {table:table} has {rows:quoted}, which is not in the form; it is never summed.' } },
  },
];
