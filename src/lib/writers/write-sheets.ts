/** Data as a workbook: headings, then rows of numbers and texts. Numbers are numbers, text is never taken for a formula. */
import { OFFICE_RELATIONS, packageParts, relationsXml, XML } from './package-parts.ts';
import { escapeMarkup } from './report-parts.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface DataSheet {
  name: string;
  /** The first row is the heading, which stays in sight. `null` is an empty cell. */
  rows: readonly (readonly (string | number | null)[])[];
}

/** Bold headings; */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A, …, Z, AA, … of a 0-based column. */
export function columnLetters(column: number): string {
  return (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** What XML 1.0 cannot hold is left out. */
// eslint-disable-next-line no-control-regex
const plain = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

function cell(value: string | number | null, reference: string, heading: boolean): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  return `<c r="${reference}"${heading ? ' s="1"' : ''} t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(plain(value))}</t></is></c>`;
}

function sheetXml({ rows }: DataSheet): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.min(60, Math.max(8, ...rows.slice(0, 200).map((row) => [...String(row[column] ?? '')].length * 1.8 + 2))));
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${Math.round(width)}" customWidth="1"/>`).join('');
  const lines = rows.map((row, index) => `<row r="${index + 1}">${row.map((value, column) => cell(value, `${columnLetters(column)}${index + 1}`, index === 0)).join('')}</row>`).join('');
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${lines}</sheetData></worksheet>`;
}

/** The sheets as an .xlsx file. Names are cut to what Excel allows: 31 characters, none of []:*?/\'. */
export function writeSheets(sheets: readonly DataSheet[]): Uint8Array {
  const files = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const named = sheets.map(({ name }, index) => `<sheet name="${escapeMarkup(name.replace(/[[\]:*?/\\']/g, '').slice(0, 31))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('');
  return packageParts('xl/workbook.xml', {
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${named}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([...files.map((target, index) => ({ id: `rId${index + 1}`, type: 'worksheet', target })), { id: `rId${files.length + 1}`, type: 'styles', target: 'styles.xml' }]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/${files[index]}`, sheetXml(sheet)])),
  }, {
    'xl/workbook.xml': 'spreadsheetml.sheet.main', 'xl/styles.xml': 'spreadsheetml.styles', ...Object.fromEntries(files.map((file) => [`xl/${file}`, 'spreadsheetml.worksheet'])),
  });
}
