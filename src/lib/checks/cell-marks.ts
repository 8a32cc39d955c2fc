/** Checks of what stands in a cell beside its number, and of numbers that were inferred. */
import type { TableNumber } from '../form/figures.ts';
import { perTable, shown } from './cells.ts';
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding, Level, Parameters } from './finding.ts';
import { found, type PrintedFigure } from './outcome.ts';

/** One finding a table over its cells. */
function ofCells(check: string, level: Level, table: TableNumber, cells: readonly PrintedFigure[], parameters: Parameters = {}): Finding[] {
  const [first] = cells;
  if (!first) return [];
  const figures = cells.map(({ definition }) => definition.id);
  const texts = [...new Set(cells.map(({ figure }) => shown(figure.raw)))].slice(0, 3);
  return [found({ check, level, figures, at: first.figure.at ?? undefined, parameters: { table, count: cells.length, cells: figures, texts, ...parameters } })];
}

const MONEY = ['元', '万元', '亿元'];
/** The unit is in the cell itself, not in its heading; the form has none for the amount of procurement. */
const holdsUnit = ({ definition, figure }: PrintedFigure): boolean => figure.unit !== undefined && definition.unit !== '' && (figure.raw ?? '').includes(figure.unit);
const contradicts = ({ definition, figure }: PrintedFigure): boolean => (definition.unit === '万元') !== MONEY.includes(figure.unit ?? '') || (definition.unit === '万元' && figure.unit !== '万元');

/**
 * CELL-UNIT: a number stands alone, its unit is the form's; a query where the unit is another than the column's. Right: 12.
 * Wrong: 12件 (note), 70487元 under 万元 (query: read as 7.0487).
 */
export function cellUnit(report: CheckedReport): Outcome {
  return perTable(report, (table, printed) => {
    const units = printed.filter(holdsUnit);
    return [...ofCells('CELL-UNIT', 'query', table, units.filter(contradicts), { case: 'contradicts' }), ...ofCells('CELL-UNIT', 'note', table, units.filter((cell) => !contradicts(cell)))];
  });
}

/** CELL-NOTE: a number with a note in its cell. Right: 55. Wrong: 55（含自然失效29件）; read as 55, the note is kept. */
export function cellNote(report: CheckedReport): Outcome {
  return perTable(report, (table, printed) => ofCells('CELL-NOTE', 'note', table, printed.filter(({ figure }) => figure.note !== undefined)));
}

/** Letters that look like digits, in a text that is otherwise a number. */
const LETTERS = /^\s*[+-]?[\doOlI〇○|.]*[oOlI〇○|][\doOlI〇○|.]*\s*$/u;
const WIDE_OR_GROUPED = /[０-９]|\d[,，]\d{3}(?!\d)/u;

/** CELL-CONFUSABLE: no O for 0, l for 1, no full-width digits, no comma groups. Right: 10. Wrong: 1O, １０, 1,000. */
export function cellConfusable(report: CheckedReport): Outcome {
  return perTable(report, (table, printed) => ofCells('CELL-CONFUSABLE', 'query', table, printed.filter(({ figure }) => {
    const raw = figure.raw ?? '';
    if (figure.value === null) return figure.missing === 'unreadable' && figure.candidates !== undefined && LETTERS.test(raw);
    return figure.inferred === undefined && WIDE_OR_GROUPED.test(raw);
  })));
}

/**
 * CELL-INFERRED: figures that stand in no cell of their own, and follow from the identities of the table alone; with the
 * evidence. Wrong: 一、本年新收…3000003 in one run.
 */
export function cellInferred(report: CheckedReport): Outcome {
  return perTable(report, (table, printed) => {
    const inferred = printed.filter(({ figure }) => figure.inferred !== undefined);
    return ofCells('CELL-INFERRED', 'note', table, inferred, { evidence: [...new Set(inferred.map(({ figure }) => figure.inferred ?? ''))] });
  });
}


export const CELL_MARKS: readonly Check[] = [
  {
    id: 'CELL-UNIT', version: 1, levels: ['note', 'query'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: cellUnit,
    title: { zh: '格内带单位', en: 'Unit inside a cell' },
    what: { zh: '数字后不带“件”“元”“万元”；与列的单位矛盾为疑点', en: 'no 件, 元, 万元 inside a cell; query where the unit contradicts the column' },
    mend: { zh: '只填数字；收费金额按万元填写。', en: 'Write the number alone; fees in 10,000 yuan.' },
    sentences: {
      default: { zh: '表{table}有{count}格数字后带了单位（{texts:quoted}）：{cells:cells}。请只填数字。', en: 'Table {table:table}: units inside cells, {count} ({texts:quoted}): {cells:cells}. Write the number alone.' },
      contradicts: { zh: '表{table}有{count}格的单位与该列不符（{texts:quoted}）：{cells:cells}。请按该列单位换算后只填数字。', en: 'Table {table:table}: units that contradict their column, {count} ({texts:quoted}): {cells:cells}. Convert to the unit of the column and write the number alone.' },
    },
  },
  {
    id: 'CELL-NOTE', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: cellNote,
    title: { zh: '格内带说明', en: 'Note inside a cell' },
    what: { zh: '数字后不带说明，如“55（含自然失效29件）”', en: 'no note beside a number, such as 55（含自然失效29件）' },
    mend: { zh: '说明写到正文，格内只填数字。', en: 'Put the note into the prose; write the number alone.' },
    sentences: { default: { zh: '表{table}有{count}格数字后带了说明（{texts:quoted}）。说明请写到正文，格内只填数字。', en: 'Table {table:table}: notes inside cells, {count} ({texts:quoted}). Put them into the prose; write the number alone.' } },
  },
  {
    id: 'CELL-CONFUSABLE', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: cellConfusable,
    title: { zh: '疑似字符', en: 'Confusable characters' },
    what: { zh: '不用O代0、l代1，不用全角数字和千位分隔符', en: 'no O for 0, l for 1, full-width digits or comma groups' },
    mend: { zh: '改用半角阿拉伯数字，不加分隔符。', en: 'Use plain digits without separators.' },
    sentences: { default: { zh: '表{table}有{count}格的数字写法不规范（{texts:quoted}）：{cells:cells}。请核对，改用半角数字，不加分隔符。', en: 'Table {table:table}: confusable digits, cells: {count} ({texts:quoted}): {cells:cells}. Check them; use plain digits without separators.' } },
  },
  {
    id: 'CELL-INFERRED', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: cellInferred,
    title: { zh: '推定值', en: 'Inferred figures' },
    what: { zh: '由表内勾稽关系从粘连或错位的格推定，附依据', en: 'figures taken from glued or shifted cells by the identities of the table, with the evidence' },
    mend: { zh: '对照原件核对这些数。', en: 'Compare these figures with the original.' },
    sentences: { default: { zh: '表{table}有{count}格的数字是推定的（{evidence:listed}）。请对照原件核对。', en: 'Table {table:table}: figures that were inferred, cells: {count} (in Chinese: {evidence:listed}). Compare them with the original.' } },
  },
];
