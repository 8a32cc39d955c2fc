/** Word and Excel files written by hand: parts, relations and XML spelt out, packed by a zip writer of the tests. */
import { makeZip } from '../support/make-zip.ts';
import { SECTIONS, type DrawnTable } from './form.ts';
import { placed, PROSE, titleOf, type Page } from './page.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const types = (parts: readonly (readonly [name: string, type: string])[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`;
const pack = (parts: Readonly<Record<string, string>>): Uint8Array => makeZip(Object.entries(parts).map(([name, bytes]) => ({ name, bytes })));

/** `runs`: each text in two runs with proofing marks between, as an edited document has it. */
export type DocxForm = 'plain' | 'runs';
export const DOCX_FORMS: readonly DocxForm[] = ['plain', 'runs'];

const run = (text: string): string => `<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
function paragraph(text: string, form: DocxForm): string {
  const middle = Math.ceil(text.length / 2);
  const runs = text === '' ? '' : form === 'runs' && text.length > 1 ? `${run(text.slice(0, middle))}<w:proofErr w:type="spellStart"/>${run(text.slice(middle))}` : run(text);
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs}</w:p>`;
}

/** Widths of the grid columns in twentieths of a point, on a page of 14,000: labels have room, and no number is broken. */
const widths = ({ name }: DrawnTable): number[] =>
  name === '二' ? [5000, 3000, 3000, 3000] : name === '三' ? [1200, 1600, 3500, ...new Array<number>(7).fill(1100)] : new Array<number>(15).fill(930);

function tableXml(table: DrawnTable, form: DocxForm, from = 0, to = table.rows.length): string {
  const rows = placed(table).slice(from, to).map((cells) => {
    const xml = cells.map(({ cell, column, colspan }) => {
      const merged = cell === null ? '<w:vMerge/>' : cell.rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '';
      return `<w:tc><w:tcPr><w:tcW w:w="${widths(table).slice(column, column + colspan).reduce((sum, one) => sum + one, 0)}" w:type="dxa"/>${colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : ''}${merged}</w:tcPr>${paragraph(cell?.text ?? '', form)}</w:tc>`;
    });
    return `<w:tr>${xml.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths(table).map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export function printDocx(page: Page, form: DocxForm): Uint8Array {
  const tables = (table: DrawnTable): string => {
    const ends = page.breaks.find((one) => one.table === table.name);
    if (!ends || ends.kind === 'heading again') return tableXml(table, form);
    const first = table.rows.findIndex((row) => row.some(({ figure }) => figure !== undefined));
    const between = ends.kind === 'page number' ? paragraph('— 3 —', form) : paragraph('', form);
    const rest = tableXml(table, form, ends.row);
    const again = ends.kind === 'new table with heading' ? tableXml(table, form, 0, first).replace('</w:tbl>', '') + rest.slice(rest.indexOf('<w:tr>')) : rest;
    return `${tableXml(table, form, 0, ends.row)}${between}${again}`;
  };
  const body = SECTIONS.map(([ordinal, title, name]) => {
    const table = page.tables.find((one) => one.name === name);
    return `${paragraph(`${ordinal}、${title}`, form)}${PROSE[ordinal] ? paragraph(PROSE[ordinal], form) : ''}${table ? `${tables(table)}${paragraph('', form)}` : ''}`;
  });
  return pack({
    '[Content_Types].xml': types([['word/document.xml', 'wordprocessingml.document.main']]),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([]),
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"><w:body>${paragraph(titleOf(page), form)}${body.join('')}${paragraph(page.body, form)}${paragraph(`${page.year + 1}年1月18日`, form)}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1200" w:right="1400" w:bottom="1200" w:left="1400" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  });
}

/** `one sheet`, or one for each table; numbers as numbers, or all cells as text. */
export const XLSX_FORMS = ['one sheet', 'one sheet, all text', 'a sheet for each table'] as const;
export type XlsxForm = (typeof XLSX_FORMS)[number];

const letter = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`);

export function printXlsx(page: Page, form: XlsxForm): Uint8Array {
  const strings: string[] = [];
  const share = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const lines = (texts: readonly string[], first: number): string => texts.map((text, index) => `<row r="${first + index}"><c r="A${first + index}" t="s"><v>${share(text)}</v></c></row>`).join('');
  const sheets: { name: string; rows: string; merges: string[] }[] = [];
  let sheet = { name: '年报', rows: '', merges: [] as string[] };
  let next = 1;
  const turn = (name: string): void => {
    if (form !== 'a sheet for each table') return;
    if (sheet.rows !== '') sheets.push(sheet);
    sheet = { name, rows: '', merges: [] };
    next = 1;
  };
  const write = (...texts: string[]): void => {
    sheet.rows += lines(texts, next);
    next += texts.length;
  };
  write(titleOf(page));
  for (const [ordinal, title, name] of SECTIONS) {
    turn(`第${ordinal}部分`);
    write(`${ordinal}、${title}`, ...(PROSE[ordinal] ? [PROSE[ordinal]] : []));
    const table = page.tables.find((one) => one.name === name);
    if (!table) continue;
    placed(table).forEach((cells, row) => {
      const number = next + row;
      const xml = cells.flatMap(({ cell, column, colspan }) => {
        if (!cell) return [];
        const reference = `${letter(column)}${number}`;
        if (colspan > 1 || cell.rowspan > 1) sheet.merges.push(`${reference}:${letter(column + colspan - 1)}${number + cell.rowspan - 1}`);
        if (cell.text === '') return [`<c r="${reference}" s="1"/>`];
        const asNumber = form !== 'one sheet, all text' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell.text);
        return [asNumber ? `<c r="${reference}" s="1"><v>${cell.text}</v></c>` : `<c r="${reference}" s="1" t="s"><v>${share(cell.text)}</v></c>`];
      });
      sheet.rows += `<row r="${number}">${xml.join('')}</row>`;
    });
    next += table.rows.length;
  }
  write(page.body, `${page.year + 1}年1月18日`);
  sheets.push(sheet);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const files = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  return pack({
    '[Content_Types].xml': types([['xl/workbook.xml', 'spreadsheetml.sheet.main'], ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'], ['xl/styles.xml', 'spreadsheetml.styles'], ...files.map((file) => [`xl/${file}`, 'spreadsheetml.worksheet'] as const)]),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([...files.map((file) => ['worksheet', file] as const), ['sharedStrings', 'sharedStrings.xml'], ['styles', 'styles.xml']]),
    'xl/styles.xml': `${XML}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="9"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(sheets.map(({ rows, merges }, index) => [`xl/${files[index]}`,
      `${XML}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="26" customWidth="1"/><col min="3" max="3" width="62" customWidth="1"/><col min="4" max="15" width="13" customWidth="1"/></cols><sheetData>${rows}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>` : ''}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`])),
  });
}
