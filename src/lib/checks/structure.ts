/** Checks of whose report it is, of its sections, and of the form it uses. */
import { FIGURES, TABLES, figuresOf, type TableNumber } from '../form/figures.ts';
import { printsUndivided } from '../form/identities.ts';
import { layoutOf } from '../form/layout.ts';
import { SECTION_HEADINGS } from '../form/sections.ts';
import type { FormDrift } from '../recognition/report.ts';
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding } from './finding.ts';
import { labelDistance, plainLabel } from './label-distance.ts';
import { LEFT_OUT } from './sentences.ts';
import { findingKey, found, hasTable, isPrinted, judged, notApplicable, notEvaluated, passed, together } from './outcome.ts';

/** Nothing of an annual report was recognised: there is nothing to hold against the form. */
const isNoReport = (report: CheckedReport): boolean => report.title === null && report.sections.length === 0 && report.tables.length === 0;

/**
 * ST-SECTION-MISSING: each of the six sections has a heading, legitimate or drifted (条例 第五十条; 30号).
 * Right: six headings in any wording. Wrong: after 五 the report ends. In an excerpt the heading may stand in a passage
 * that was left out before the next heading: then the section is not evaluated.
 */
export function sectionMissing(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  const present = new Set(report.sections.map((section) => section.number));
  const excerpt = report.sections.some((section) => LEFT_OUT.test(section.text));
  return together(
    SECTION_HEADINGS.map(({ number }) => {
      if (present.has(number)) return passed;
      const before = Math.max(0, ...[...present].filter((other) => other < number));
      const passage = report.sections.filter((section) => section.number === before);
      const mayStandThere = before === 0 ? excerpt : passage.some((section) => LEFT_OUT.test(section.text));
      if (mayStandThere) return notEvaluated('passages left out');
      return judged([found({ check: 'ST-SECTION-MISSING', level: 'error', figures: [], parameters: { section: number } }, String(number))]);
    }),
  );
}

/**
 * ST-TABLE-MISSING: of each statutory table at least one cell was found (30号). One finding a table, however many
 * figures are absent with it. Wrong: 三 is followed at once by the heading of 四.
 */
export function tableMissing(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  const missing = TABLES.filter((table) => !hasTable(report, table));
  const count = (table: TableNumber): number => figuresOf(report.edition).filter((figure) => figure.table === table).length;
  return judged(missing.map((table) => found({ check: 'ST-TABLE-MISSING', level: 'error', figures: [], parameters: { table, count: count(table) } }, table)));
}

/** ID-TWO-REPORTS: a file holds one report. Wrong: those of 2023 and 2024 side by side in one PDF. */
export function twoReports(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  const count = report.reportsInFile ?? 1;
  return judged(count === 1 ? [] : [found({ check: 'ID-TWO-REPORTS', level: 'note', figures: [], parameters: { count } })]);
}

/** Words that stand where a table should. */
const ELSEWHERE = /[（(]?(?:详?见|参见|如|点击(?:查看|下载)?)(?:以?下|上|后|所?附|本)?(?:附件|附表|附图|图片?|截图|表格?图片)[^，。；\n]{0,12}|[^，。；\s]{1,30}\.(?:png|jpe?g|gif|bmp|xlsx?|docx?|pdf)\b|［图片］|\[图片\]/iu;

/**
 * ST-TABLE-IMAGE: a statutory table stands in its section as text, not as a picture or an attachment (30号); it folds
 * ST-TABLE-MISSING. Wrong: 三、收到和处理政府信息公开申请情况（详见附件）, and no cells. A picture that no word announces is found
 * as missing only.
 */
export function tableImage(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  const missing = TABLES.filter((table) => !hasTable(report, table));
  const findings = missing.flatMap((table) => {
    const section = report.sections.filter(({ number }) => number === TABLES.indexOf(table) + 2);
    const words = section.map(({ title, text }) => ELSEWHERE.exec(`${title}\n${text}`)?.[0]).find((match) => match !== undefined);
    const count = figuresOf(report.edition).filter((figure) => figure.table === table).length;
    return words === undefined ? [] : [found({ check: 'ST-TABLE-IMAGE', level: 'error', figures: [], at: section[0]?.at, parameters: { table, words, count } }, table)];
  });
  return { ...judged(findings), folds: findings.map((root) => ({ root: root.key, keys: [findingKey('ST-TABLE-MISSING', [], undefined, String(root.parameters['table']))] })) };
}

const COLUMNS_2021 = new Set(FIGURES.map((figure) => figure.wording['2021']?.column).filter((column) => column !== undefined).map(plainLabel));
/** Columns that only the edition of 2019 has; 处理决定数量 lives on as 本年处理决定数量 and proves nothing. */
const OLD_COLUMNS = FIGURES.filter((figure) => figure.table === '二' && !figure.wording['2021'] && !COLUMNS_2021.has(`本年${figure.wording['2019']?.column}`));

/**
 * ST-OLD-TEMPLATE: a report of 2021 or later whose table 二 carries column labels of the edition of 2019 (30号).
 * Right: 本年制发件数 · 本年废止件数 · 现行有效件数. Wrong: 本年新制作数量 · 本年新公开数量 · 对外公开总数量.
 */
export function oldTemplate(report: CheckedReport): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  const printed = OLD_COLUMNS.filter((figure) => isPrinted(report, figure.id));
  const drifted = report.drift.filter((drift) => drift.kind === 'old_table' && drift.table === '二');
  if (printed.length === 0 && drifted.length === 0) return passed;
  const labels = printed.length > 0 ? printed.map((figure) => figure.wording['2019']?.column ?? '') : drifted.map((drift) => drift.printed ?? '');
  return judged([
    found({
      check: 'ST-OLD-TEMPLATE', level: 'error', figures: printed.map((figure) => figure.id), at: drifted[0]?.at,
      parameters: { year: report.year, labels: [...new Set(labels)].filter((label) => label !== '') },
    }),
  ]);
}

/**
 * ST-OTHER-UNDIVIDED: a report of 2021 or later prints （六）其他处理 as one row (30号). Right: three rows 1, 2, 3.
 * Wrong: one row, as in the edition of 2019; its count then stands for the three together.
 */
export function otherUndivided(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  const drift = report.drift.find((entry) => entry.kind === 'other_undivided');
  if (!drift && !printsUndivided((id) => isPrinted(report, id))) return passed;
  return judged([
    found({ check: 'ST-OTHER-UNDIVIDED', level: 'query', figures: ['t3.other_handling_undivided.total'], parameters: { year: report.year }, at: drift?.at }),
  ]);
}

/** Printed labels of a table, as rows and as columns: a label can be mistaken only for another of its kind. */
function labelsOf(report: CheckedReport, table: TableNumber, role: 'row' | 'column'): string[] {
  const cells = layoutOf(table, report.edition).rows.flat();
  return [...new Set(cells.filter((cell) => cell.role === role).map((cell) => cell.text))];
}

/** Rows (ids without their last part) and columns (table and last part) by their printed label, of both editions. */
const LINES = new Map<string, Set<string>>();
for (const { id, wording } of FIGURES)
  for (const { row, column } of Object.values(wording)) {
    const cut = id.lastIndexOf('.');
    for (const [heading, line] of [[row, id.slice(0, cut)], [column, `${id.slice(0, 2)} ${id.slice(cut)}`]] as const) {
      const label = plainLabel(heading.split(/ \/ ?/u).at(-1) ?? '');
      LINES.set(label, (LINES.get(label) ?? new Set()).add(line));
    }
  }

/** Whether two labels name the same row or column: 规范性文件 became 行政规范性文件, and is no other row. */
function sameLine(one: string, other: string): boolean {
  const [a, b] = [plainLabel(one), plainLabel(other)];
  return a === b || [...(LINES.get(a) ?? [])].some((line) => LINES.get(b)?.has(line));
}

/** Beyond three edits a label is another label, or an instruction inside it, and nothing is said. */
const FARTHEST_DRIFT = 3;

function driftFinding(report: CheckedReport, drift: FormDrift): Finding | null {
  const { printed, expected, table } = drift;
  if (drift.kind !== 'label' || printed === undefined || expected === undefined) return null;
  const distance = labelDistance(printed, expected);
  if (distance === 0 || distance > FARTHEST_DRIFT) return null;
  const roles = (['row', 'column'] as const).filter((role) => labelsOf(report, table, role).includes(expected));
  const others = (roles.length > 0 ? roles : (['row', 'column'] as const)).flatMap((role) => labelsOf(report, table, role));
  // What the report's own edition prints for that row is right, even in a table of the other edition.
  if (others.some((label) => labelDistance(printed, label) === 0 && sameLine(label, expected))) return null;
  const mistakable = others.find((label) => labelDistance(printed, label) <= distance && !sameLine(label, expected));
  return found(
    mistakable === undefined
      ? { check: 'ST-LABEL-DRIFT', level: 'note', figures: [], parameters: { table, printed, expected }, at: drift.at }
      : { check: 'ST-LABEL-DRIFT', level: 'query', figures: [], parameters: { case: 'mistakable', table, printed, expected, other: mistakable }, at: drift.at },
    `${table} ${printed} ${expected}`,
  );
}

/**
 * ST-LABEL-DRIFT: a label differs from the printed one by at most three letters, punctuation apart (30号); a query
 * where another row or column is as near. Right: 本年废止件数. Wrong: 本年度止件数 (note), 结果维正 (query: 维持 or 纠正).
 */
export function labelDrift(report: CheckedReport): Outcome {
  if (report.tables.length === 0) return notApplicable;
  const findings = report.drift.map((drift) => driftFinding(report, drift)).filter((finding) => finding !== null);
  return judged([...new Map(findings.map((finding) => [finding.key, finding])).values()]);
}

export const STRUCTURE: readonly Check[] = [
  {
    id: 'ID-TWO-REPORTS', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: twoReports,
    title: { zh: '一个文件含几份年报', en: 'Several reports in one file' },
    what: { zh: '一个文件里有几份年报，逐份识读', en: 'one file holds several reports; each is read on its own' },
    mend: { zh: '核对各份分属哪个单位、哪个年度；以后一份年报一个文件。', en: 'Check whose and of which year each is; send one report a file.' },
    sentences: { default: { zh: '这份文件里有{count}份年报，已逐份识读。请核对各份分属哪个单位、哪个年度。', en: 'The file holds {count} reports; each was read on its own. Check whose and of which year each is.' } },
  },
  {
    id: 'ST-SECTION-MISSING', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: '条50; 30号', run: sectionMissing,
    title: { zh: '缺少部分', en: 'Section missing' },
    what: { zh: '六个部分的标题都应有（常见异写视为有）', en: 'each of the six sections has a heading, in the form’s wording or a known variant' },
    mend: { zh: '补写该部分；确无内容也要保留标题并写“无”。', en: 'Add the section; where there is nothing to report keep the heading and write 无.' },
    sentences: {
      default: { zh: '缺少{section:section}。请补写；确无内容也要保留标题并写“无”。', en: '{section:section} is missing. Add it; where there is nothing to report keep the heading and write 无.' },
    },
  },
  {
    id: 'ST-OLD-TEMPLATE', version: 1, levels: ['error'], family: 'report', editions: ONLY_2021, basis: '30号', run: oldTemplate,
    title: { zh: '用了2019年旧表', en: 'Old form used' },
    what: { zh: '2021年度起，表二不得再用2019年试行版的列', en: 'from report year 2021 on table 二 must not carry columns of the edition of 2019' },
    mend: { zh: '换成2021年版统一格式重新填报。', en: 'Fill in the form of 2021.' },
    sentences: {
      default: {
        zh: '表二用了2019年试行版的列（{labels:quoted}）。{year}年度应使用2021年版统一格式，请换表重新填报。',
        en: 'Table 2 has columns of the 2019 edition ({labels:quoted}). Reports of {year} use the form of 2021: fill in that form.',
      },
    },
  },
  {
    id: 'ST-OTHER-UNDIVIDED', version: 1, levels: ['query'], family: 'report', editions: ONLY_2021, basis: '30号', run: otherUndivided,
    title: { zh: '“其他处理”未分项', en: 'Other handling undivided' },
    what: { zh: '2021年度起，（六）其他处理分三行填写', en: 'from report year 2021 on （六）其他处理 has three rows' },
    mend: { zh: '按2021年版拆成三行填写，没有的填0。', en: 'Divide it into the three rows of the form; write 0 where there was none.' },
    sentences: {
      default: {
        zh: '表三“（六）其他处理”只有一行，{year}年度的统一格式分三行（逾期不补正、逾期不缴费、其他）。请拆分填写，没有的填0。',
        en: 'Table 3 prints 其他处理 (other handling) as one row; the form for {year} has three (not corrected in time, fee unpaid, other). Divide it; write 0 where there was none.',
      },
    },
  },
  {
    id: 'ST-LABEL-DRIFT', version: 1, levels: ['note', 'query'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: labelDrift,
    title: { zh: '表头文字有误', en: 'Label misprinted' },
    what: { zh: '行、列名称与统一格式差三个字以内（标点不计）；可能是另一行或列的为疑点', en: 'a label differs from the form’s by at most three letters, punctuation apart; a query where another row or column is as near' },
    mend: { zh: '改回统一格式的文字。', en: 'Restore the form’s wording.' },
    sentences: {
      default: { zh: '表{table}的“{printed}”应为“{expected}”。请改回统一格式的文字。', en: 'Table {table:table} prints “{printed}” for “{expected}”. Restore the form’s wording.' },
      mistakable: {
        zh: '表{table}的“{printed}”可能是“{expected}”，也可能是“{other}”，已按前者识读。请核对并改回统一格式的文字。',
        en: 'Table {table:table} prints “{printed}”, which may stand for “{expected}” or “{other}”; it was read as the former. Check it and restore the form’s wording.',
      },
    },
  },
  {
    id: 'ST-TABLE-MISSING', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: tableMissing,
    title: { zh: '缺少表格', en: 'Table missing' },
    what: { zh: '三张法定表格各至少读到一格；整张缺失只报一条', en: 'of each statutory table at least one cell was found; one finding for a whole table' },
    mend: { zh: '补上该部分的统一格式表格（可编辑的文字表格，不用图片）。', en: 'Add the form’s table as text, not as a picture.' },
    sentences: {
      default: {
        zh: '没有读到第{table}部分的表格（表{table}），{count}项数据全部缺失。请补上统一格式表格，用文字表格，不用图片。',
        en: 'No cell of table {table:table} was found: all its {count} figures are missing. Add the form’s table as text, not as a picture.',
      },
    },
  },
  {
    id: 'ST-TABLE-IMAGE', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: tableImage,
    title: { zh: '表格是图片或附件', en: 'Table as picture' },
    what: { zh: '该表为图片或附件，无法核对', en: 'the table is a picture or an attachment' },
    mend: { zh: '在正文该部分直接放可编辑的统一格式表格。', en: 'Put the form’s table into the section as text.' },
    sentences: { default: { zh: '第{table}部分写“{words}”，表格是图片或附件，{count}项数据无法核对。请在正文该部分直接放可编辑的统一格式表格。', en: 'Section {table:table} says “{words}”: the table is a picture or an attachment, and its {count} figures cannot be checked. Put the form’s table into the section as text.' } },
  },
];
