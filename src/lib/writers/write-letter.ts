/** A letter or a sheet of the office as a Word document: title, lines, and tables of plain rows. */
import { OFFICE_RELATIONS, packageParts, relationsXml, XML } from './package-parts.ts';
import { BORDERS, paragraphXml, SECTION, STYLES, WORD } from './write-docx.ts';

export interface LetterRows {
  kind: 'rows';
  /** Shares of the width, in any unit. */
  widths: readonly number[];
  head: readonly string[];
  rows: readonly (readonly string[])[];
}
export type LetterPart = { kind: 'title' | 'heading' | 'paragraph' | 'closing'; text: string } | LetterRows;

const STYLE = { title: 'Title', heading: 'Heading1', paragraph: 'Prose', closing: 'Closing' } as const;
/** Width between the margins of an A4 page, in twentieths of a point. */
const FULL = 9070;

function rowsXml({ widths, head, rows }: LetterRows): string {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const columns = widths.map((width) => Math.round((width / all) * FULL));
  const row = (cells: readonly string[], properties: string): string =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${columns.map((width, index) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraphXml('Cell', cells[index] ?? '')}</w:tc>`).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${FULL}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row(head, '<w:tblHeader/>')}${rows.map((cells) => row(cells, '')).join('')}</w:tbl>${paragraphXml('Prose', '')}`;
}

/** The letter as a .docx file; the same bytes for the same letter. */
export function writeLetter(parts: readonly LetterPart[]): Uint8Array {
  const body = parts.map((part) => (part.kind === 'rows' ? rowsXml(part) : paragraphXml(STYLE[part.kind], part.text))).join('');
  return packageParts('word/document.xml', {
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE_RELATIONS}"><w:body>${body}${SECTION}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/_rels/document.xml.rels': relationsXml([{ id: 'rId1', type: 'styles', target: 'styles.xml' }]),
  }, { 'word/document.xml': 'wordprocessingml.document.main', 'word/styles.xml': 'wordprocessingml.styles' });
}
