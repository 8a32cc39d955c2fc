/**
 * The form as a workbook. SpreadsheetML of our own, for the reasons of write-docx: the layout is the table. Counts and
 * amounts are stored as numbers, so that they can be added up; text as it stands, so that it is never taken for a formula.
 */
import { OFFICE_RELATIONS, packageParts, relationsXml, XML } from './package-parts.ts';
import { escapeMarkup, reportParts, type GridCell, type Part, type StatutoryReport, type TablePart, type TextPart } from './report-parts.ts';

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Cell formats, in the order of `cellXfs`. */
const FORMATS = ['plain', 'title', 'heading', 'paragraph', 'closing', 'label', 'figure'] as const;
const format = (name: (typeof FORMATS)[number]): number => FORMATS.indexOf(name);

const cellFormat = (font: number, border: number, horizontal: string): string =>
  `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
const font = (size: number, bold: boolean): string => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/></font>`;

const STYLES = `${XML}<styleSheet xmlns="${SHEET}"><fonts count="3">${font(11, false)}${font(16, true)}${font(12, true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${
  [cellFormat(1, 0, 'center'), cellFormat(2, 0, 'left'), cellFormat(0, 0, 'left'), cellFormat(0, 0, 'right'), cellFormat(0, 1, 'center'), cellFormat(0, 1, 'center')].join('')
}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** How many of a sheet's columns each column of the table takes where the three tables stand on one sheet of 15. */
const SPREAD: Record<TablePart['table'], readonly number[]> = {
  二: [3, 4, 4, 4], 三: [2, 2, 4, 1, 1, 1, 1, 1, 1, 1], 四: Array<number>(15).fill(1),
};
/** Column widths, in characters, where a table has a sheet of its own; a sheet of 15 has 15 equal ones. */
const WIDTHS: Record<TablePart['table'], readonly number[]> = {
  二: [22, 22, 22, 22], 三: [10, 16, 34, 8, 8, 8, 8, 8, 8, 8], 四: Array<number>(15).fill(8),
};
const PROSE_WIDTH = [90];

interface Sheet {
  name: string;
  xml: string;
}

/** A, B, … of a 0-based column; the form needs no more than 15. */
const letter = (column: number): string => String.fromCharCode(65 + column);

function cellXml(reference: string, style: number, text: string, value: number | undefined): string {
  if (value !== undefined) return `<c r="${reference}" s="${style}"><v>${text}</v></c>`;
  return text === '' ? `<c r="${reference}" s="${style}"/>` : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(text)}</t></is></c>`;
}

/**
 * One sheet of the parts. `spread` says how many sheet columns each table column takes; texts are merged over the
 * whole width.
 */
function sheetXml(parts: readonly Part[], widths: readonly number[], spread: (table: TablePart['table']) => readonly number[]): string {
  const rows: string[] = [];
  const merges: string[] = [];
  const merge = (fromColumn: number, columns: number, fromRow: number, count: number): void => {
    if (columns > 1 || count > 1) merges.push(`<mergeCell ref="${letter(fromColumn)}${fromRow}:${letter(fromColumn + columns - 1)}${fromRow + count - 1}"/>`);
  };
  const lineWidth = widths.reduce((sum, width) => sum + width, 0) / 2 - 2;
  const tableRow = (row: readonly GridCell[], columns: readonly number[]): void => {
    const number = rows.length + 1;
    const start = (column: number): number => columns.slice(0, column).reduce((sum, span) => sum + span, 0);
    const cells = row.flatMap((cell) => {
      const [from, to] = [start(cell.column), start(cell.column + cell.colspan)];
      if (!cell.continued) merge(from, to - from, number, cell.rowspan);
      const style = cell.role === 'figure' ? format('figure') : format('label');
      return Array.from({ length: to - from }, (_, index) =>
        index === 0 ? cellXml(`${letter(from)}${number}`, style, cell.text, cell.value) : cellXml(`${letter(from + index)}${number}`, style, '', undefined));
    });
    rows.push(`<row r="${number}">${cells.join('')}</row>`);
  };
  for (const part of parts) {
    if (part.kind === 'table') {
      for (const row of part.rows) tableRow(row, spread(part.table));
    } else {
      const number = rows.length + 1;
      merge(0, widths.length, number, 1);
      // Excel does not fit the height of merged cells to their text; its own limit is 409 points.
      const height = Math.min(409, 18 * Math.max(1, Math.ceil(part.text.length / lineWidth)) + (part.kind === 'title' ? 18 : 0));
      rows.push(`<row r="${number}" ht="${height}" customHeight="1">${cellXml(`A${number}`, format(part.kind), part.text, undefined)}</row>`);
    }
  }
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  return `${XML}<worksheet xmlns="${SHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>${merged}<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** A sheet for every section, named by its heading; what stands before the first section opens the first sheet. */
function sheetsBySection(parts: readonly Part[]): Sheet[] {
  const groups: Part[][] = [[]];
  for (const part of parts) {
    const group = groups.at(-1)!;
    if (part.kind === 'heading' && group.some(({ kind }) => kind === 'heading')) groups.push([part]);
    else group.push(part);
  }
  const names: string[] = [];
  return groups.map((group, index) => {
    const table = group.find((part) => part.kind === 'table');
    const heading = group.find((part): part is TextPart => part.kind === 'heading');
    // Excel allows 31 characters, each name once, and none of []:*?/\'
    const name = (heading?.text ?? '年度报告').replace(/[[\]:*?/\\']/g, '').slice(0, 28);
    names.push(names.includes(name) ? `${name.slice(0, 26)}(${index + 1})` : name);
    return { name: names[index]!, xml: sheetXml(group, table ? WIDTHS[table.table] : PROSE_WIDTH, (number) => WIDTHS[number].map(() => 1)) };
  });
}

/**
 * The report as an .xlsx file: one sheet that holds everything, or (by default) a sheet for every section. Cells of
 * missing figures are empty.
 */
export function writeXlsx(report: StatutoryReport, { sheets = 'several' }: { sheets?: 'one' | 'several' } = {}): Uint8Array {
  const parts = reportParts(report);
  const written = sheets === 'several' ? sheetsBySection(parts) : [{ name: '年度报告', xml: sheetXml(parts, Array<number>(15).fill(7), (table) => SPREAD[table]) }];
  const list = written.map(({ name }, index) => `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('');
  const files = written.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  return packageParts('xl/workbook.xml', {
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([...files.map((target, index) => ({ id: `rId${index + 1}`, type: 'worksheet', target })), { id: `rId${files.length + 1}`, type: 'styles', target: 'styles.xml' }]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(written.map(({ xml }, index) => [`xl/${files[index]}`, xml])),
  }, {
    'xl/workbook.xml': 'spreadsheetml.sheet.main', 'xl/styles.xml': 'spreadsheetml.styles',
    ...Object.fromEntries(files.map((file) => [`xl/${file}`, 'spreadsheetml.worksheet'])),
  });
}
