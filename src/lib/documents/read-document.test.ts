import { describe, expect, it } from 'vitest';
import type { Document, Reading } from './document.ts';
import { readDocument } from './read-document.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (source: string | Uint8Array): Promise<Reading> => await readDocument(typeof source === 'string' ? bytes(source) : source, 'misleading.pdf');
async function document(source: string | Uint8Array): Promise<Document> {
  const reading = await read(source);
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  return reading;
}
/** Paragraphs as text, tables as rows of cell texts. */
const outline = async (source: string | Uint8Array): Promise<unknown[]> => (await document(source)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell.text))));

// “清溪县” and “规章” in GB18030.
const GBK = new Uint8Array([0xc7, 0xe5, 0xcf, 0xaa, 0xcf, 0xd8, 0x0a, 0xb9, 0xe6, 0xd5, 0xc2, 0x09, 0x30]);

describe('the format is told by the content', () => {
  it.each<[string, number[], string]>([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'image'], ['JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image'],
    ['OLE of no office program', [0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3], 'unknown'], ['RTF', [...bytes('{\\rtf1\\ansi}')], 'rtf'],
    ['RAR', [...bytes('Rar!'), 0x1a, 7, 1, 0], 'rar'], ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], '7z'], ['e-mail', [...bytes('Received: from a\r\nFrom: b@c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n\r\nx')], 'mail'], ['binary', [0, 1, 2, 0, 0, 9, 0, 7], 'unknown'],
  ])('%s is refused', async (_, content, format) => expect(await read(new Uint8Array(content))).toEqual({ unreadable: 'format', format }));
  it('old Word and Excel are told apart by their streams', async () => {
    const ole = (stream: string): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, ...new Array<number>(600).fill(0), ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(await read(ole('WordDocument'))).toEqual({ unreadable: 'damaged', format: 'doc' });
    expect(await read(ole('Workbook'))).toEqual({ unreadable: 'damaged', format: 'xls' });
  });
  it('text and HTML', async () => {
    expect((await document('一、总体情况')).format).toBe('text');
    expect((await document('根据<政府信息公开信息处理费管理办法>收取')).format).toBe('text');
    expect((await document('<div>一、总体情况</div>')).format).toBe('html');
  });
  it('nothing at all', async () => {
    expect(await read(new Uint8Array())).toEqual({ unreadable: 'empty', format: 'text' });
    expect(await read(' \n\t\r\n')).toEqual({ unreadable: 'empty', format: 'text' });
    expect(await read('<html><script>x()</script></html>')).toEqual({ unreadable: 'empty', format: 'html' });
  });
});

describe('encodings', () => {
  it('GB18030, though nothing says so', async () => {
    expect(await outline(GBK)).toEqual(['清溪县', [['规章', '0']]]);
    expect((await document(GBK)).metadata.encoding).toBe('gb18030');
  });
  it('a page that declares gb2312 but is UTF-8', async () => expect(await outline('<meta charset="gb2312"><p>清溪县</p>')).toEqual(['清溪县']));
  it('a page in GBK that declares it', async () => {
    const page = new Uint8Array([...bytes('<html><head><meta charset=gb2312></head><body><p>'), ...GBK.subarray(0, 6), ...bytes('</p></body></html>')]);
    expect(await outline(page)).toEqual(['清溪县']);
  });
  it('UTF-8 cut within its last character stays UTF-8', async () => expect((await outline(bytes('清溪县人民政府').subarray(0, -1)))[0]).toMatch(/^清溪县人民政/));
  it('UTF-16 big endian', async () => expect(await outline(new Uint8Array([0xfe, 0xff, 0x6e, 0x05, 0x6e, 0xaa]))).toEqual(['清溪']));
});

describe('text', () => {
  it('tabs and pipes are tables without a grid, other lines paragraphs', async () => {
    const read = await document('# 标题\n规章\t0\t\t3\n文件\t1\t2\t3\n\n尾\t注\n|a|b|\n|---|:--:|\n| 1 | - |\n\n\t缩进');
    expect(read.blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'table', 'table', 'paragraph']);
    expect(await outline('# 标题\n规章\t0\t\t3\n\n|a|b|\n|---|:--:|\n| 1 | - |')).toEqual(['标题', [['规章', '0', '', '3']], [['a', 'b'], ['1', '-']]]);
    expect(read.blocks.every((block) => block.kind === 'paragraph' || !block.grid)).toBe(true);
    expect(read.blocks[0]).toMatchObject({ heading: 1 });
  });
  it('a pipe at the edge is a border only where all lines have it', async () => {
    expect(await outline('甲 | 1\n | 2')).toEqual([[['甲', '1'], ['', '2']]]);
    expect(await outline('| 甲 | |\n| | 2 |')).toEqual([[['甲', ''], ['', '2']]]);
  });
  it('lines of metadata', async () => expect((await document('标题: 某局2024年报告\n发布机构：清溪县水务局\n发布时间: 2025-01-20 09:00\n正文')).metadata).toEqual({ title: '某局2024年报告', publisher: '清溪县水务局', publishedOn: '2025-01-20 09:00', encoding: 'utf-8' }));
});

describe('HTML', () => {
  it('keeps no-break spaces, joins spans, breaks at br and paragraphs', async () => {
    expect(await outline('<table><tr><td><p>本年新</p><p>制作</p></td><td>&nbsp;</td><td><span>1</span><span>2</span></td></tr><tr><td>上年<br>数</td><td> </td><td>\n 3\n </td></tr></table>'))
      .toEqual([[['本年新\n制作', '\u00a0', '12'], ['上年\n数', '', '3']]]);
  });
  it('gives cells their place in the grid', async () => {
    const [table] = (await document('<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td rowspan="99">d</td></tr></table>')).blocks;
    expect(table).toMatchObject({ grid: true, rows: [
      [{ text: 'a', column: 0, rowspan: 2, colspan: 1 }, { text: 'b', column: 1, colspan: 2 }], [{ text: 'c', column: 1 }, { text: 'd', column: 2, rowspan: 1 }],
    ] });
  });
  it('takes tables that arrange the page apart', async () => {
    expect(await outline('<table><tr><td>菜单</td><td><p>一、总体情况</p><table><tr><td>规章</td><td>1</td></tr></table></td></tr></table>')).toEqual(['菜单', '一、总体情况', [['规章', '1']]]);
    expect(await outline('<table><tr><td>规章</td><td><table><tr><td>7</td></tr></table></td></tr><tr><td>文件</td><td>8</td></tr></table>')).toEqual([[['规章', '7'], ['文件', '8']]]);
  });
  it('leaves scripts and styles out', async () => expect(await outline('<style>p{}</style><script>var a="<p>no</p>"</script><p>yes</p>')).toEqual(['yes']));
  it('reads tables inside Markdown, and tabs inside pre', async () => {
    expect(await outline('# 标题\n一、总体情况\n<table><tr><td>规章</td><td>1</td></tr></table>\n二、其他')).toEqual(['标题', '一、总体情况', [['规章', '1']], '二、其他']);
    expect(await outline('<pre>规章\t0\n文件\t1</pre>')).toEqual([[['规章', '0'], ['文件', '1']]]);
  });
  it('reads the string of a script', async () => {
    expect((await outline('var c = "<p align=\\"center\\">\\u6e05\\u6eaa<\\/p><table><tr><td>规章<\\/td><td>1<\\/td><\\/tr><\\/table>";')).slice(1)).toEqual(['清溪', [['规章', '1']], '";']);
    expect(await outline('{"content":"\\u003cp\\u003e清溪县\\u003c/p\\u003e"}')).toContain('清溪县');
  });
  it('knows what the publisher says of the page', async () => {
    expect((await document('<head><title>甲_乙</title><meta name="ArticleTitle" content="甲"><meta name="PubDate" content="2025-01-02"><meta name="ContentSource" content="乙局"></head><p>x</p>')).metadata)
      .toEqual({ title: '甲', publisher: '乙局', publishedOn: '2025-01-02', encoding: 'utf-8' });
  });
});
