/** The register as a workbook to fill in: every cell is text, so that codes keep their zeros and dates stay as written. Pure. */
import { OFFICE_RELATIONS, packageParts, relationsXml, XML } from '../../writers/package-parts.ts';
import { escapeMarkup } from '../../writers/report-parts.ts';

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Format 49 is text. The heading is bold. */
const STYLES = `${XML}<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** One sheet, its first row the headings; `widths` in characters. At most 26 columns. */
export function writeTableXlsx(name: string, rows: readonly (readonly string[])[], widths: readonly number[]): Uint8Array {
  const cell = (text: string, row: number, column: number): string =>
    `<c r="${String.fromCharCode(65 + column)}${row + 1}" s="${row === 0 ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(text)}</t></is></c>`;
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`).join('');
  const lines = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => (text === '' ? '' : cell(text, row, column))).join('')}</row>`).join('');
  const sheet = `${XML}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${lines}</sheetData></worksheet>`;
  return packageParts('xl/workbook.xml', {
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE_RELATIONS}"><sheets><sheet name="${escapeMarkup(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([{ id: 'rId1', type: 'worksheet', target: 'worksheets/sheet1.xml' }, { id: 'rId2', type: 'styles', target: 'styles.xml' }]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet,
  }, { 'xl/workbook.xml': 'spreadsheetml.sheet.main', 'xl/styles.xml': 'spreadsheetml.styles', 'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet' });
}
