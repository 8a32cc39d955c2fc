/** Checks of single cells. Many cells of one kind are one finding a table: a list of two hundred is read by nobody. */
import { TABLES, type TableNumber } from '../form/figures.ts';
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding, Level, Parameters } from './finding.ts';
import { found, hasTable, judged, notApplicable, notEvaluated, passed, printedFigures, together, type PrintedFigure } from './outcome.ts';

/** A table of the report, passed where nothing is found; a cell that cannot be read may hold anything. */
export function perTable(report: CheckedReport, look: (table: TableNumber, printed: PrintedFigure[]) => Finding[]): Outcome {
  return together(
    TABLES.map((table) => {
      if (!hasTable(report, table)) return notApplicable;
      const printed = printedFigures(report, table);
      const findings = look(table, printed);
      if (findings.length > 0) return judged(findings);
      return printed.some(({ figure }) => figure.missing === 'unreadable') ? notEvaluated('figures missing') : passed;
    }),
  );
}

/** What is shown of a cell's text: enough to find it. */
export const shown = (raw: string | null): string => {
  const text = (raw ?? '').replace(/\s+/gu, ' ').trim();
  return text.length <= 24 ? text : `${text.slice(0, 24)}…`;
};

/**
 * CELL-BLANK: no blank cells; one query a table with their number. Right: 0 where nothing happened. Wrong: nothing.
 */
export function cellBlank(report: CheckedReport): Outcome {
  return perTable(report, (table, printed) => {
    const blank = printed.filter(({ figure }) => figure.missing === 'blank');
    if (blank.length === 0) return [];
    const figures = blank.map(({ definition }) => definition.id);
    const all = blank.length === printed.length;
    return [
      found({
        check: 'CELL-BLANK', level: 'query', figures, at: blank[0]?.figure.at ?? undefined,
        parameters: { ...(all ? { case: 'all' } : {}), table, count: blank.length, of: printed.length, cells: figures },
      }),
    ];
  });
}

const isRule = ({ definition }: PrintedFigure): boolean => definition.id.startsWith('t2.rules.');

/**
 * CELL-SLASH: no / - — 无 不适用 in a cell; one query a table, and a note of its own for the 规章 rows, where bodies
 * without the power to make rules often write a stroke. Right: 0. Wrong: /.
 */
export function cellSlash(report: CheckedReport): Outcome {
  return perTable(report, (table, printed) => {
    const strokes = printed.filter(({ figure }) => figure.missing === 'dash' || figure.missing === 'none');
    const groups: { level: Level; cells: PrintedFigure[]; extra: Parameters }[] = [
      { level: 'query', cells: strokes.filter((cell) => !isRule(cell)), extra: {} },
      { level: 'note', cells: strokes.filter(isRule), extra: { case: 'rules' } },
    ];
    return groups.filter(({ cells }) => cells.length > 0).map(({ level, cells, extra }) => {
      const figures = cells.map(({ definition }) => definition.id);
      const marks = [...new Set(cells.map(({ figure }) => shown(figure.raw)))];
      return found({
        check: 'CELL-SLASH', level, figures, at: cells[0]?.figure.at ?? undefined,
        parameters: { ...extra, table, count: cells.length, cells: figures, marks },
      });
    });
  });
}

/** CELL-TEXT: a cell holds a number. Right: 3. Wrong: 见附件. */
export function cellText(report: CheckedReport): Outcome {
  return perTable(report, (_, printed) =>
    printed.filter(({ figure }) => figure.missing === 'text').map((cell) => cellFinding('CELL-TEXT', cell)));
}

/**
 * The number in a raw text that is no count (a sign, digits, one decimal point; width, spaces and comma groups do not
 * matter), or null. Example: －3 件 → -3, 3.5 → 3.5, 3或4 → null.
 */
export function numberIn(raw: string | null): number | null {
  const text = (raw ?? '').normalize('NFKC').replace(/[\s,，]/gu, '').replace(/^[−–—﹣]/u, '-').replace(/[件项条宗元]$/u, '');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(text) ? Number(text) : null;
}

const isNegative = ({ definition, figure }: PrintedFigure): boolean => {
  if (definition.kind === 'signed count') return false;
  if (figure.value !== null) return figure.value < 0;
  return figure.missing === 'not_a_count' && (numberIn(figure.raw) ?? 0) < 0;
};

/**
 * CELL-NEGATIVE: no negative number, except 本年增/减 of the edition of 2019 (inferred from the form; a printed gloss of
 * a province says 减用负值). Right: 0. Wrong: -3.
 */
export function cellNegative(report: CheckedReport): Outcome {
  return perTable(report, (_, printed) => printed.filter(isNegative).map((cell) => cellFinding('CELL-NEGATIVE', cell)));
}

/** CELL-NONINT: a count is whole (件 is the unit of the form). Right: 3. Wrong: 3.5. A negative one is CELL-NEGATIVE. */
export function cellNotWhole(report: CheckedReport): Outcome {
  return perTable(report, (_, printed) =>
    printed.filter((cell) => {
      const number = cell.figure.missing === 'not_a_count' ? numberIn(cell.figure.raw) : null;
      return number !== null && !Number.isInteger(number) && !isNegative(cell);
    }).map((cell) => cellFinding('CELL-NONINT', cell)));
}

function cellFinding(check: string, { definition, figure }: PrintedFigure): Finding {
  return found({ check, level: 'error', figures: [definition.id], at: figure.at ?? undefined, parameters: { cell: definition.id, text: shown(figure.raw) } });
}

export const CELLS: readonly Check[] = [
  {
    id: 'CELL-BLANK', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: cellBlank,
    title: { zh: '有空白格', en: 'Blank cells' },
    what: { zh: '表格不留空白；每张表报一条。含空白的合计，只在空白处填任何数都不能成立时才算差错', en: 'no cell is blank; one finding a table. A sum with blanks fails only when no number in the blanks could satisfy it' },
    mend: { zh: '没有发生的填0。', en: 'Write 0 where nothing happened.' },
    sentences: {
      default: { zh: '表{table}有{count}格空白（共{of}格）：{cells:cells}。没有发生的请填0。', en: 'Table {table:table}: blank cells, {count} of {of}: {cells:cells}. Write 0 where nothing happened.' },
      all: { zh: '表{table}的{of}格全部空白。没有发生的请填0。', en: 'Table {table:table}: all {of} cells are blank. Write 0 where nothing happened.' },
    },
  },
  {
    id: 'CELL-SLASH', version: 1, levels: ['query', 'note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: cellSlash,
    title: { zh: '用符号代替数字', en: 'Stroke instead of a number' },
    what: { zh: '格内填“/”“-”“—”“无”“不适用”；规章行为提示', en: '/ - — 无 不适用 in a cell; a note on the 规章 rows' },
    mend: { zh: '改填0。', en: 'Write 0.' },
    sentences: {
      default: { zh: '表{table}有{count}格填的是{marks:quoted}，不是数字：{cells:cells}。没有发生的请改填0。', en: 'Table {table:table}: {marks:quoted} instead of a number, cells: {count} ({cells:cells}). Write 0 where nothing happened.' },
      rules: { zh: '表二“规章”行有{count}格填的是{marks:quoted}。没有规章制定权的单位可统一填0。', en: 'Table 2, rules (规章): {marks:quoted} instead of a number, cells: {count}. Bodies that cannot make rules may write 0.' },
    },
  },
  {
    id: 'CELL-NONINT', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: cellNotWhole,
    title: { zh: '件数不是整数', en: 'Count not whole' },
    what: { zh: '件数应为整数', en: 'a count is a whole number' },
    mend: { zh: '核对后填整数。', en: 'Check it and write a whole number.' },
    sentences: { default: { zh: '{cell:cell}填“{text}”，件数应为整数。请核对后改正。', en: '{cell:cell} holds “{text}”; a count is a whole number. Check and correct it.' } },
  },
  {
    id: 'CELL-NEGATIVE', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: cellNegative,
    title: { zh: '出现负数', en: 'Negative number' },
    what: { zh: '除2019年试行版“本年增/减”外不得为负数', en: 'no number is negative, except 本年增/减 of the 2019 edition' },
    mend: { zh: '核对后填0或正数。', en: 'Check it and write 0 or a positive number.' },
    sentences: { default: { zh: '{cell:cell}填“{text}”，不应为负数。请核对后改正。', en: '{cell:cell} holds “{text}”; it cannot be negative. Check and correct it.' } },
  },
  {
    id: 'CELL-TEXT', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: cellText,
    title: { zh: '格内不是数字', en: 'Words instead of a number' },
    what: { zh: '应填数字的格填了文字', en: 'words where a number belongs' },
    mend: { zh: '改填数字；说明写在正文里。', en: 'Write a number; explanations belong in the prose.' },
    sentences: { default: { zh: '{cell:cell}填“{text}”，不是数字。请改填数字，说明写在正文里。', en: '{cell:cell} holds “{text}”, which is no number. Write a number; explanations belong in the prose.' } },
  },
];
