import { describe, expect, it } from 'vitest';
import { cell, docxOf, paragraph, row, run, table, WORD, zipOf } from '../../../tests/support/office-files.ts';
import type { Block, Cell } from './document.ts';
import { readZipped } from './zipped.ts';

function blocksOf(bytes: Uint8Array): Block[] {
  const reading = readZipped(bytes);
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  expect(reading.format).toBe('docx');
  return reading.blocks;
}
const read = (body: string, styles?: string): Block[] => blocksOf(docxOf(body, styles));
const texts = (body: string, styles?: string): string[] => read(body, styles).map((block) => (block.kind === 'paragraph' ? block.text : '(table)'));
const rowsOf = (body: string): Cell[][] => {
  const [block] = read(body);
  if (block?.kind !== 'table') throw new Error('no table');
  return block.rows;
};
/** Text with first column and spans: `甲@0`, `乙@1+2` (two columns), `丙@0/3` (three rows). */
const grid = (body: string): string[][] => rowsOf(body).map((cells) => cells.map(({ text, column, colspan, rowspan }) => `${text}@${column}${colspan > 1 ? `+${colspan}` : ''}${rowspan > 1 ? `/${rowspan}` : ''}`));
const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
const restart = '<w:vMerge w:val="restart"/>';
const go = '<w:vMerge/>';

describe('text of Word documents', () => {
  it('joins runs that editing has split', () => {
    expect(texts(paragraph('政府', '信息', '<w:bookmarkStart w:id="1" w:name="a"/>', '公开'))).toEqual(['政府信息公开']);
  });
  it('keeps tracked insertions, drops deletions and what was moved away', () => {
    expect(texts(paragraph('新收', `<w:ins w:id="1">${run('12')}</w:ins>`, `<w:del w:id="2"><w:r><w:delText>9</w:delText></w:r></w:del>`, `<w:moveFrom w:id="3">${run('旧')}</w:moveFrom>`, `<w:moveTo w:id="4">${run('件')}</w:moveTo>`))).toEqual(['新收12件']);
  });
  it('joins paragraphs whose mark is deleted, and drops deleted rows', () => {
    expect(texts('<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>' + paragraph('后'))).toEqual(['前后']);
    expect(grid(table(row(['甲', '1']), row(['旧', '2'], '<w:del w:id="1"/>'), row(['新', '3'], '<w:ins w:id="2"/>')))).toEqual([['甲@0', '1@1'], ['新@0', '3@1']]);
  });
  it('ignores former properties of tracked formatting', () => {
    expect(texts(paragraph(run('在', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')))).toEqual(['在']);
    expect(grid(table(row([cell('甲', `${span(2)}<w:tcPrChange w:id="1"><w:tcPr>${span(3)}</w:tcPr></w:tcPrChange>`), '乙'])))).toEqual([['甲@0+2', '乙@2']]);
  });
  it('takes the result of a field and not its code, also nested and over paragraphs', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText>IF </w:instrText></w:r>';
    expect(texts(paragraph('共', mark('begin'), code, mark('begin'), code, mark('separate'), run('99'), mark('end'), mark('separate'), run('7'), mark('end'), '件'))).toEqual(['共7件']);
    expect(texts(paragraph(mark('begin'), code, mark('separate'), '一') + paragraph('二', mark('end')) + paragraph('三'))).toEqual(['一', '二', '三']);
    expect(texts(paragraph('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>'))).toEqual(['3']);
  });
  it('goes on after a field that is never ended', () => {
    expect(texts(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '丢') + paragraph('在'))).toEqual(['在']);
  });
  it('reads tabs, breaks and non-breaking hyphens; a line of its own is a paragraph of its own', () => {
    expect(texts(paragraph('甲', '<w:r><w:br/></w:r>', '二、乙', '<w:r><w:br w:type="page"/></w:r>'))).toEqual(['甲', '二、乙']);
    expect(rowsOf(table(row(['规章', cell(paragraph('一', '<w:r><w:br/></w:r>', '<w:r><w:noBreakHyphen/></w:r>') + paragraph('二'))])))[0]?.[1]?.text).toBe('一\n-\n二');
  });
  it('reads paragraphs with tabs as the table they draw', () => {
    const line = (...cells: string[]): string => paragraph(...cells.flatMap((text, index) => (index > 0 ? ['<w:r><w:tab/></w:r>', text] : [text])));
    expect(read(line('规章', '0', '1') + line('行政规范性文件', '2', '3'))).toEqual([{ kind: 'table', grid: false, rows: [
      ['规章', '0', '1'].map((text, column) => ({ text, column, colspan: 1, rowspan: 1 })),
      ['行政规范性文件', '2', '3'].map((text, column) => ({ text, column, colspan: 1, rowspan: 1 })),
    ] }]);
  });
  it('reads text boxes once, and hyperlinks', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    expect(texts(paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('标题')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('标题')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`, '正文'))).toEqual(['标题', '正文']);
    expect(texts(paragraph(`<w:r><w:pict><v:textbox>${box('旧框')}</v:textbox></w:pict></w:r>`))).toEqual(['旧框']);
    expect(texts(paragraph('见', `<w:hyperlink r:id="rId9">${run('网站')}</w:hyperlink>`))).toEqual(['见网站']);
  });
  it('leaves hidden text out: of runs, of styles, not where only the mark is hidden', () => {
    const styles = '<w:style w:styleId="z"><w:name w:val="HTML Top of Form"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="zz"><w:name w:val="x"/><w:basedOn w:val="z"/></w:style>';
    const styled = (id: string, text: string, properties = ''): string => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(text, properties)}</w:p>`;
    expect(texts(paragraph('显', run('隐', '<w:vanish/>'), run('示', '<w:vanish w:val="0"/>')) + styled('zz', '窗体顶端') + styled('zz', '在', '<w:vanish w:val="false"/>')
      + '<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>', styles)).toEqual(['显示', '在', '文']);
  });
  it('tells headings by style, by what the style is based on, and by outline level; styles may go in circles', () => {
    const styles = '<w:style w:styleId="2"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a"><w:name w:val="单位标题"/><w:basedOn w:val="2"/></w:style><w:style w:styleId="x"><w:basedOn w:val="y"/></w:style><w:style w:styleId="y"><w:basedOn w:val="x"/></w:style><w:style w:styleId="o"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>';
    const styled = (properties: string): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>题</w:t></w:r></w:p>`;
    const body = ['<w:pStyle w:val="2"/>', '<w:pStyle w:val="a"/>', '<w:pStyle w:val="x"/>', '<w:pStyle w:val="o"/>', '<w:outlineLvl w:val="7"/>', '<w:outlineLvl w:val="9"/>'].map(styled).join('');
    expect(read(body, styles).map((block) => (block.kind === 'paragraph' ? block.heading : null))).toEqual([1, 1, undefined, 3, 6, undefined]);
  });
  it('prints no automatic numbers, footnotes or readings', () => {
    expect(texts('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>总体情况</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>')).toEqual(['总体情况']);
    expect(texts(paragraph('<w:r><w:ruby><w:rt><w:r><w:t>yán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>延</w:t></w:r></w:rubyBase></w:ruby></w:r>'))).toEqual(['延']);
  });
});

describe('tables of Word documents', () => {
  it('are a true grid: gridSpan, gridBefore and merged cells', () => {
    expect(grid(table(row([cell('申请人', span(3))]), row(['甲', '1', '2'], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')))).toEqual([['申请人@0+3'], ['甲@1', '1@2', '2@3']]);
    expect(grid(table(row([cell('不予公开', restart), '1.国家秘密', '1']), row([cell('', '<w:vMerge w:val="continue"/>'), '2.其他', '2']), row([cell('', go), '3.危及', '3']), row(['总计', '', '6'])))).toEqual([
      ['不予公开@0/3', '1.国家秘密@1', '1@2'], ['2.其他@1', '2@2'], ['3.危及@1', '3@2'], ['总计@0', '@1', '6@2']]);
  });
  it('begin a new merge at every restart, and hide what stands in a cell merged away', () => {
    expect(grid(table(row([cell('甲', restart), '1']), row([cell('藏', go), '2']), row([cell('乙', restart), '3']), row([cell('', go), '4'])))).toEqual([['甲@0/2', '1@1'], ['2@1'], ['乙@0/2', '3@1'], ['4@1']]);
  });
  it('take a merge without restart as begun above where the cell is empty, else as a cell', () => {
    expect(grid(table(row(['甲', '1']), row([cell('', go), '2']), row([cell('丙', go), '3'])))).toEqual([['甲@0/2', '1@1'], ['2@1'], ['丙@0', '3@1']]);
    expect(grid(table(row(['甲', '1']), row([cell('乙', go), '2'])))).toEqual([['甲@0', '1@1'], ['乙@0', '2@1']]);
    expect(grid(table(row([cell('首', go), '1']), row([cell('', go), '2'])))).toEqual([['首@0/2', '1@1'], ['2@1']]);
  });
  it('merge only cells of the same columns', () => {
    expect(grid(table(row([cell('甲', span(2) + restart), '1']), row([cell('乙', go), 'x', '2'])))).toEqual([['甲@0+2', '1@2'], ['乙@0', 'x@1', '2@2']]);
  });
  it('know the horizontal merge of old converters, and deleted cells', () => {
    expect(grid(table(row([cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), '1']), row(['a', 'b', '2'])))).toEqual([['甲@0+2', '1@2'], ['a@0', 'b@1', '2@2']]);
    expect(grid(table(row(['甲', cell('旧', '<w:cellDel w:id="1"/>'), '1']), row(['乙', '2'])))).toEqual([['甲@0', '1@1'], ['乙@0', '2@1']]);
  });
  it('are read through content controls at every level', () => {
    const control = (content: string): string => `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(grid(control(table(row(['甲', control(cell('1'))]), control(row(['乙', cell(control(paragraph('2')))])), row(['丙', cell(paragraph(control(run('3'))))]))))).toEqual([['甲@0', '1@1'], ['乙@0', '2@1'], ['丙@0', '3@1']]);
  });
  it('inside cells become text of the cell; a table that frames others gives what it frames', () => {
    expect(grid(table(row(['许可', cell(table(row(['12'])) + paragraph(''))]), row(['处罚', '3'])))).toEqual([['许可@0', '12@1'], ['处罚@0', '3@1']]);
    expect(read(table(row([cell(paragraph('二、主动公开') + table(row(['许可', '12']), row(['处罚', '3'])))]), row(['页脚']))).map((block) => (block.kind === 'paragraph' ? block.text : block.rows.length))).toEqual(['二、主动公开', 2, '页脚']);
    expect(read(table(row(['左栏', cell(table(row(['许可', '12']), row(['处罚', '3'])))]))).map((block) => block.kind)).toEqual(['paragraph', 'table']);
  });
  it('keep blanks and no-break spaces as they are', () => {
    expect(grid(table(row(['规章', '', cell(paragraph('\u00a0')), ' 3 '])))).toEqual([['规章@0', '@1', '@2', ' 3 @3']]);
  });
});

describe('packages', () => {
  const document = (attributes: string, prefix: string): string => `<?xml version="1.0"?><${prefix}document ${attributes}><${prefix}body><${prefix}p><${prefix}r><${prefix}t>文</${prefix}t></${prefix}r></${prefix}p></${prefix}body></${prefix}document>`;
  const relation = (type: string, target: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${type}" Target="${target}"/></Relationships>`;

  it('are read in strict form, with any prefix, and wherever the relation points', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    for (const xml of [document(`xmlns:w="${strict}"`, 'w:'), document(`xmlns="${WORD}"`, ''), document(`xmlns:ns0="${WORD}"`, 'ns0:')])
      expect(blocksOf(zipOf({ '_rels/.rels': relation('http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument', '/office\\..\\doc/Main.xml'.replaceAll('\\', '/')), 'doc/main.xml': xml }))).toEqual([{ kind: 'paragraph', text: '文' }]);
  });
  it('are read with backslashes in their names, without relations, and in UTF-16', () => {
    const xml = document(`xmlns:w="${WORD}"`, 'w:');
    expect(blocksOf(zipOf({ 'word\\document.xml': xml }))).toHaveLength(1);
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...xml].map((letter) => letter.charCodeAt(0))).buffer)]);
    expect(blocksOf(zipOf({ 'word/document.xml': utf16 }))).toHaveLength(1);
  });
  it('are told from other zips by what they hold', () => {
    expect(readZipped(zipOf({ '民政局.docx': 'x', '财政局.txt': 'y' }))).toEqual({ unreadable: 'format', format: 'zip' });
    expect(readZipped(zipOf({ 'OFD.xml': '<ofd/>' }))).toEqual({ unreadable: 'format', format: 'ofd' });
    expect(readZipped(docxOf(''))).toEqual({ unreadable: 'empty', format: 'docx' });
  });
});
