/**
 * Word and Excel files from snippets of their XML, for the habits that no writer of ours has. Only what a test is about
 * is written out.
 */
import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARED = `xmlns:w="${WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="${OFFICE}"`;

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), { mtime: new Date(1980, 0, 1) });
}

/** A .docx whose body is the given XML; `styles` are `<w:style>` elements. */
export function docxOf(body: string, styles = ''): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([['styles', 'styles.xml']]),
    'word/document.xml': `${XML}<w:document ${DECLARED}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${XML}<w:styles ${DECLARED}>${styles}</w:styles>`,
  });
}
export const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
export const paragraph = (...content: string[]): string => `<w:p>${content.map((part) => (part.startsWith('<') ? part : run(part))).join('')}</w:p>`;
/** A cell of texts or XML; `properties` go into its `tcPr`. */
export const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
export const row = (cells: readonly string[], properties = ''): string => `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((one) => (one.startsWith('<') ? one : cell(one))).join('')}</w:tr>`;
export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

export interface SheetSource {
  name: string;
  /** Rows of `<c>` elements, or of whole `<row>` elements. */
  rows: string;
  merges?: readonly string[];
  state?: 'hidden' | 'veryHidden';
}
/** A .xlsx of the sheets; `strings` are the shared strings as `<si>` content, `styles` what stands in the style sheet. */
export function xlsxOf(sheets: readonly SheetSource[], { strings = [], styles = '' }: { strings?: readonly string[]; styles?: string } = {}): Uint8Array {
  const list = sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('');
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), ['sharedStrings', 'sharedStrings.xml'], ['styles', 'styles.xml']]),
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${SHEET}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${SHEET}">${styles}</styleSheet>`,
    ...Object.fromEntries(sheets.map(({ rows, merges = [] }, index) => [`xl/worksheets/sheet${index + 1}.xml`,
      `${XML}<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData><mergeCells>${merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells></worksheet>`])),
  });
}
/** A row of a sheet: numbers as numbers, texts inline, `''` as a formatted empty cell, null as no cell. */
export function sheetRow(number: number, cells: readonly (number | string | null)[]): string {
  return `<row r="${number}">${cells.map((content, index) => {
    const reference = `${String.fromCharCode(65 + index)}${number}`;
    if (content === null) return '';
    if (typeof content === 'number') return `<c r="${reference}"><v>${content}</v></c>`;
    if (content.startsWith('<')) return content.replace('<c', `<c r="${reference}"`);
    return content === '' ? `<c r="${reference}" s="0"/>` : `<c r="${reference}" t="inlineStr"><is><t>${content}</t></is></c>`;
  }).join('')}</row>`;
}
