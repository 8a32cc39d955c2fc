/** Short names of figures in sentences: as printed, cut to what finds the cell. */
import type { Edition } from '../form/edition.ts';
import { figureDefinition, isFigureId, TABLES, type FigureId, type FigureWording, type TableNumber } from '../form/figures.ts';
import { OUTCOMES_HEADING } from '../form/table-three.ts';
import type { Language } from './entry.ts';

/** Wording of the report's edition; of the other where a document prints a figure of the other edition. */
function wordingOf(id: FigureId, edition: Edition): FigureWording {
  const { wording } = figureDefinition(id);
  return wording[edition] ?? wording['2021'] ?? wording['2019'] ?? { row: id, column: '' };
}
/** Parts of a merged heading: “三、本年度办理结果 /（三）不予公开 / 1.属于国家秘密”. The heading over all outcomes finds nothing. */
const partsOf = (heading: string): string[] => heading.split(/ \/ ?/u).filter((part) => part !== OUTCOMES_HEADING);

/** Long labels up to where they are unmistakable. */
function shortened(label: string): string {
  return label.replace(/^(（.）[^（]+)（.*$/u, '$1').replace(/、行政机关.*$/u, '').replace(/政府信息公开申请数量$/u, '');
}

/** English gloss in two parts, “row: column”. */
function glossOf(id: FigureId): { row: string; column: string } {
  const { gloss } = figureDefinition(id);
  const cut = gloss.lastIndexOf(': ');
  return { row: gloss.slice(0, cut), column: gloss.slice(cut + 2) };
}

/** The printed row, e.g. “（三）不予公开1.属于国家秘密”; for table 四 the group. An unknown id stands for itself. */
export function rowLabel(id: FigureId, language: Language, edition: Edition = '2021'): string {
  if (!isFigureId(id)) return id;
  if (language === 'en') return glossOf(id).row;
  const parts = partsOf(wordingOf(id, edition).row);
  // In table 二 the first part is the paragraph of article 20, in table 四 it is 行政诉讼: the last part finds the cell.
  return figureDefinition(id).table === '三' ? parts.map(shortened).join('') : (parts.at(-1) ?? '');
}

/** The printed column, e.g. “商业企业”. */
export function columnLabel(id: FigureId, language: Language, edition: Edition = '2021'): string {
  if (!isFigureId(id)) return id;
  return language === 'en' ? glossOf(id).column : (wordingOf(id, edition).column.split(' / ').at(-1) ?? '');
}

export function tableLabel(table: string, language: Language): string {
  const number = TABLES.indexOf(table as TableNumber);
  return language === 'zh' ? `表${table}` : number < 0 ? table : String(number + 2);
}

/** The row with its kind: “（一）予以公开”行; of table 四 the group: “行政复议”组. */
export function lineLabel(id: FigureId, language: Language, edition: Edition = '2021'): string {
  const row = rowLabel(id, language, edition);
  return language === 'zh' ? `“${row}”${isFigureId(id) && figureDefinition(id).table === '四' ? '组' : '行'}` : row;
}

/** Row and column without the table: “（一）予以公开”行“自然人”列. */
export function cellLabel(id: FigureId, language: Language, edition: Edition = '2021'): string {
  const [line, column] = [lineLabel(id, language, edition), columnLabel(id, language, edition)];
  return language === 'zh' ? `${line}“${column}”列` : `${line}, ${column}`;
}

/** The cell with its table: 表三“（一）予以公开”行“自然人”列. */
export function figureLabel(id: FigureId, language: Language, edition: Edition = '2021'): string {
  if (!isFigureId(id)) return id;
  const table = tableLabel(figureDefinition(id).table, language);
  return language === 'zh' ? `${table}${cellLabel(id, language, edition)}` : `Table ${table}, ${cellLabel(id, language, edition)}`;
}
