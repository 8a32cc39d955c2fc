import { describe, expect, it } from 'vitest';
import { line, pdfOf, picture, ruled, text } from '../../../tests/support/make-pdf.ts';
import { wordsOnPage, type Document, type Paragraph, type Table } from './document.ts';
import { ideographs } from './pdf-text.ts';
import { readDocument } from './read-document.ts';

const read = async (bytes: Uint8Array): Promise<Document> => {
  const reading = await readDocument(bytes, 'misleading.txt');
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  return reading;
};
/** Paragraphs as text, tables as rows of cell texts. */
const outline = async (...pages: string[][]): Promise<unknown[]> =>
  (await read(pdfOf(pages.map((page) => page.join('\n'))))).blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell.text))));
const unreadable = async (bytes: Uint8Array): Promise<unknown> => readDocument(bytes, 'x.pdf');

const XS = [50, 150, 250, 350];
const GRID = ruled(XS, [700, 680, 660]);
const ROWS = [text(55, 686, '规章'), text(155, 686, '12', { font: 'H' }), text(255, 686, '0'), text(55, 666, '行政规范性文件'), text(155, 666, '345')];

describe('running text', () => {
  it('says of each word where it stands, over the lines of its paragraph', async () => {
    const [block] = (await read(pdfOf([[text(50, 700, '本机关全年新收申请'), text(300, 700, '12'), text(340, 700, '305')].join('\n')]))).blocks;
    const paragraph = block as Paragraph;
    expect(paragraph.words?.map(({ chars }) => paragraph.text.slice(...chars))).toEqual(['本机关全年新收申请', '12', '305']);
    const [, first, second] = paragraph.words!;
    expect(wordsOnPage(paragraph, ...second!.chars)).toEqual({ page: 1, box: second!.box });
    expect(first!.box![2]).toBeLessThan(second!.box![0]);
    expect(wordsOnPage(paragraph, first!.chars[0], second!.chars[1])).toEqual({ page: 1, box: [first!.box![0], first!.box![1], second!.box![2], second!.box![3]] });
    // A blank behind a word: the word.
    expect(wordsOnPage(paragraph, first!.chars[1], first!.chars[1])).toEqual({ page: 1, box: first!.box });
  });
});

describe('ruled tables', () => {
  it('are grids of the fields between their lines, blank ones included', async () => {
    const [table] = (await read(pdfOf([[GRID, ...ROWS].join('\n')]))).blocks;
    expect(table).toMatchObject({ kind: 'table', grid: true, rows: [
      [{ text: '规章', column: 0, colspan: 1, rowspan: 1, page: 1, box: [50, 142, 150, 162] }, { text: '12', column: 1 }, { text: '0', column: 2 }],
      [{ text: '行政规范性文件', column: 0 }, { text: '345', column: 1 }, { text: '', column: 2 }],
    ] });
  });
  it('have merged cells where lines are missing', async () => {
    const without = ['h 1 0', 'v 0 2', 'v 0 3'];
    const [table] = (await read(pdfOf([[ruled(XS, [700, 680, 660], without), text(55, 676, '规章'), text(240, 686, '申请人情况'), text(155, 666, '1'), text(255, 666, '2')].join('\n')]))).blocks;
    expect((table as Table).rows.map((row) => row.map((cell) => [cell.text, cell.column, cell.colspan, cell.rowspan]))).toEqual([[['规章', 0, 1, 2], ['申请人情况', 1, 2, 1]], [['1', 1, 1, 1], ['2', 2, 1, 1]]]);
  });
  it('in lines drawn twice, in pieces, or as thin surfaces', async () => {
    const thin = `50 698.5 300 1.5 re f\n50 680 100 1 re f\n151 680 199 1 re f`;
    expect(await outline([thin, ruled(XS, [700, 680, 660], ['h 0 0', 'h 0 1', 'h 0 2', 'h 1 0', 'h 1 1', 'h 1 2']), line(50.6, 700, 50.6, 660), ...ROWS])).toEqual([[['规章', '12', '0'], ['行政规范性文件', '345', '']]]);
  });
  it('without lines at their sides', async () => {
    const lines = [700, 680, 660].map((y) => line(50, y, 350, y)).concat([150, 250].map((x) => line(x, 700, x, 660)));
    expect(await outline([...lines, ...ROWS])).toEqual([[['规章', '12', '0'], ['行政规范性文件', '345', '']]]);
  });
  it('keep the lines of a cell, and join a number that its cell is too narrow for', async () => {
    const narrow = ruled([50, 110, 136], [700, 660, 640]);
    expect(await outline([narrow, text(55, 686, '社会公益'), text(55, 670, '组织'), text(113, 686, '113'), text(113, 672, '98'), text(55, 646, '其他'), text(113, 646, '7')])).toEqual([[['社会公益\n组织', '11398'], ['其他', '7']]]);
    const wide = ruled([50, 110, 190], [700, 660, 640]);
    expect(await outline([wide, text(55, 686, '其他'), text(115, 686, '113'), text(115, 672, '98'), text(55, 646, '其他'), text(115, 646, '7')])).toEqual([[['其他', '113\n98'], ['其他', '7']]]);
  });
  it('a number that stands out of its cell is not cut by the line', async () => {
    expect(await outline([GRID, text(55, 686, '规章'), text(225, 686, '113988'), text(290, 686, '5')])).toEqual([[['规章', '113988', '5'], ['', '', '']]]);
  });
  it('words that stand out of a row too low for them belong to its cell; a row of its own, and numbers, stay', async () => {
    const low = ruled([50, 110, 190], [700, 690, 680, 670]);
    const first = [text(52, 691, '逾期未缴纳费'), text(52, 681, '用', { size: 10 })];
    expect(await outline([low, ...first, text(52, 676, '3.其他'), text(115, 692, '7'), text(115, 673, '9')])).toEqual([[['逾期未缴纳费', '7'], ['用', ''], ['3.其他', '9']]]);
    const over = [text(52, 693, '逾期未缴纳费'), text(52, 684, '用'), text(54, 678.5, '3.其他')];
    expect(await outline([low, ...over, text(115, 692, '7'), text(115, 682, '9')])).toEqual([[['逾期未缴纳费\n用', '7'], ['3.其他', '9'], ['', '']]]);
    expect(await outline([low, text(52, 693, '逾期未缴纳费'), text(52, 684, '5'), text(115, 692, '7'), text(115, 682, '9')])).toEqual([[['逾期未缴纳费', '7'], ['5', '9'], ['', '']]]);
  });
  it('vertical writing, in a vertical font and letter under letter', async () => {
    const grid = ruled([50, 80, 200], [700, 600, 580]);
    expect(await outline([grid, text(65, 690, '本年度办理', { font: 'V', size: 12 }), text(90, 650, '予以公开'), text(90, 586, '9')])).toEqual([[['本年度办理', '予以公开'], ['', '9']]]);
    expect(await outline([grid, ...[...'办理结果'].map((letter, index) => text(60, 680 - 16 * index, letter)), text(90, 650, '予以公开'), text(90, 586, '9')])).toEqual([[['办\n理\n结\n果', '予以公开'], ['', '9']]]);
  });
  it('letters drawn twice to look bold are one', async () => {
    expect(await outline([GRID, ...ROWS, text(55.3, 686, '规章'), text(155.4, 686, '12', { font: 'H' })])).toEqual([[['规章', '12', '0'], ['行政规范性文件', '345', '']]]);
  });
  it('on a page that is shown turned', async () => {
    const turn = '0 1 -1 0 720 0 cm';
    const document = await read(pdfOf([[turn, GRID, ...ROWS].join('\n')], { rotate: 90 }));
    expect((document.blocks[0] as Table).rows.map((row) => row.map((cell) => cell.text))).toEqual([['规章', '12', '0'], ['行政规范性文件', '345', '']]);
  });
});

describe('tables over pages', () => {
  const top = (y: number, label: string, value: string): string[] => [text(55, y, label), text(155, y, value)];
  it('are joined where nothing stands between them but page numbers; repeated headings are left out', async () => {
    const head = [text(55, 786, '项目内容'), text(155, 786, '件数合计')];
    const grid = ruled([50, 150, 250], [800, 780, 760]);
    expect(await outline([grid, ...head, ...top(766, '行政许可', '1'), text(290, 30, '- 1 -')], [grid, ...head, ...top(766, '行政处罚', '2'), text(290, 30, '- 2 -')])).toEqual([[['项目内容', '件数合计'], ['行政许可', '1'], ['行政处罚', '2']]]);
  });
  it('are two tables where a sentence stands between them, or their borders differ', async () => {
    const grid = ruled([50, 150, 250], [800, 780]);
    expect(await outline([grid, ...top(786, '行政许可', '1')], [text(50, 820, '以下为处罚。'), grid, ...top(786, '行政处罚', '2')])).toHaveLength(3);
    expect(await outline([grid, ...top(786, '行政许可', '1')], [ruled([90, 190, 290], [800, 780]), text(95, 786, '行政处罚'), text(195, 786, '2')])).toHaveLength(2);
  });
  it('a row broken within its label is one row', async () => {
    const grid = ruled([50, 110, 200], [100, 60]);
    const next = ruled([50, 110, 200], [800, 780, 760]);
    expect(await outline([grid, text(53, 86, '1.属于国'), text(53, 70, '家法律法'), text(120, 78, '6')], [next, text(53, 786, '规的信息'), text(53, 766, '2.其他'), text(120, 766, '0')])).toEqual([[['1.属于国\n家法律法\n规的信息', '6'], ['2.其他', '0']]]);
  });
  it('numbers that go on over the page in narrow cells are whole', async () => {
    const columns = [50, 150, 168, 186];
    const digits = (y: number, ...values: string[]): string[] => values.map((value, index) => text(156 + 18 * index, y, value, { font: 'H' }));
    const page = [ruled(columns, [100, 60]), text(55, 86, '总计'), ...digits(86, '2', '0'), ...digits(70, '9', '')];
    const after = (label: string): string[] => [ruled(columns, [800, 780, 760]), text(55, 786, label), ...digits(786, '5', ''), text(55, 766, '结转'), ...digits(766, '1', '3')];
    expect(await outline(page, after(''))).toEqual([[['总计', '295', '0'], ['结转', '1', '3']]]);
    expect(await outline(page, after('其他'))).toEqual([[['总计', '29', '0'], ['其他', '5', ''], ['结转', '1', '3']]]);
  });
  it('a number in a wide cell does not go on over the page: it is two texts', async () => {
    expect(await outline([ruled([50, 150, 250], [100, 60]), ...top(76, '行政处罚', '5')], [ruled([50, 150, 250], [800, 780]), text(155, 786, '7')])).toEqual([[['行政处罚', '5\n7']]]);
  });
  it('a number broken beside a broken label is two texts: another row might begin there', async () => {
    const columns = [50, 110, 128];
    const page = [ruled(columns, [100, 60]), text(53, 86, '1.属于国'), text(53, 70, '家法律法'), text(116, 70, '2', { font: 'H' })];
    expect(await outline(page, [ruled(columns, [800, 780]), text(53, 786, '规的信息'), text(116, 786, '6', { font: 'H' })])).toEqual([[['1.属于国\n家法律法\n规的信息', '2\n6']]]);
  });
  it('values without a label below headings are a row of their own', async () => {
    expect(await outline([ruled([50, 110, 170], [100, 60]), text(55, 76, '维持'), text(115, 76, '纠正')], [ruled([50, 110, 170], [800, 780]), text(55, 786, '1'), text(115, 786, '2')])).toEqual([[['维持', '纠正'], ['1', '2']]]);
  });
  it('a row without values below a short label is a row of its own', async () => {
    const grid = ruled([50, 150, 250], [100, 60]);
    expect(await outline([grid, ...top(76, '行政处罚', '5')], [ruled([50, 150, 250], [800, 780]), text(55, 786, '行政强制')])).toEqual([[['行政处罚', '5'], ['行政强制', '']]]);
  });
});

describe('tables without lines', () => {
  const row = (y: number, label: string, ...values: string[]): string[] => [text(50, y, label), ...values.flatMap((value, index) => (value === '' ? [] : [text(200 + 60 * index, y, value)]))];
  it('columns are numbers under each other; a value that is missing leaves its place', async () => {
    expect(await outline([...row(700, '规章', '1', '2', '3'), ...row(680, '行政规范性文件', '4', '', '6')])).toEqual([[['规章', '1', '2', '3'], ['行政规范性文件', '4', '', '6']]]);
  });
  it('a label over several lines belongs to the numbers at its middle', async () => {
    const lines = [text(50, 707, '2.其他法律行政法规'), ...row(700, '', '0', '1', '2'), text(50, 693, '禁止公开'), ...row(670, '3.属于国家秘密', '5', '6', '7'), ...row(650, '4.保护第三方', '8', '9', '10')];
    expect(await outline(lines)).toEqual([[['2.其他法律行政法规\n禁止公开', '0', '1', '2'], ['3.属于国家秘密', '5', '6', '7'], ['4.保护第三方', '8', '9', '10']]]);
  });
  it('a heading that stands alone over the space between two columns is over both', async () => {
    const heads = [text(230, 720, '第二十条'), text(55, 700, '信息内容'), text(150, 700, '本年制发件数'), text(330, 700, '现行有效件数')];
    const rows = [700 - 20, 660].flatMap((y, index) => [text(55, y, ['规章', '规范性文件'][index]!), text(177, y, '12'), text(357, y, '34')]);
    const [table] = (await read(pdfOf([[...heads, ...rows].join('\n')]))).blocks;
    expect((table as Table).rows.slice(1).map((row) => row.map((cell) => cell.text))).toEqual([['本年制发件数', '现行有效件数'], ['规章', '12', '34'], ['规范性文件', '12', '34']]);
  });
  it('without any number: each text is whole, though its lines stand beside others', async () => {
    const heads = [text(200, 720, '自然人'), text(280, 720, '商业企业'), text(360, 720, '总计')];
    expect(await outline([...heads, text(50, 700, '三、本年度办理'), text(130, 694, '（一）予以公开'), text(50, 687, '结果'), text(130, 670, '（二）部分公开')]))
      .toEqual(['自然人', '商业企业', '总计', '三、本年度办理结果', '（一）予以公开', '（二）部分公开']);
  });
  it('numbers that touch but are drawn apart are not made one', async () => {
    const [table] = await outline([...row(700, '规章', '1', '2', '3'), text(205, 700, '9'), ...row(680, '文件', '4', '5', '6')]) as string[][][];
    expect(table![0]).not.toContain('19');
  });
  it('sentences with numbers are no table', async () => {
    expect(await outline([text(50, 700, '全年共收到申请17件，均已答复。'), text(50, 680, '其中信函申请9件。')])).toEqual(['全年共收到申请17件，均已答复。', '其中信函申请9件。']);
  });
});

describe('text', () => {
  it('lines that fill the column go on, short and indented ones do not', async () => {
    const page = [text(50, 700, '一、总体情况'), text(82, 680, '本年共收到政府信息公开申请若干件均', { size: 16 }), text(50, 656, '已在法定期限内答复。', { size: 16 }), text(82, 632, '另起一段。', { size: 16 }), text(290, 30, '1', { font: 'H' })];
    expect(await outline(page)).toEqual(['一、总体情况', '本年共收到政府信息公开申请若干件均已在法定期限内答复。', '另起一段。']);
  });
  it('spread letters are words, a spread number is none', async () => {
    expect(await outline([text(50, 700, '清溪县水务局2024年度报告', { spread: 3 })])).toEqual(['清溪县水务局2024年度报告']);
    expect(await outline([text(50, 700, '共 12 件'), text(50, 680, '12', { spread: 4 })])).toEqual(['共 12 件', '1 2']);
  });
  it('text that is not shown is not read', async () => {
    expect(await outline([text(50, 700, '清溪县'), text(50, 680, '水务局', { mode: 3 }), text(700, 660, '农业局')])).toEqual(['清溪县']);
  });
  it('running titles are left out', async () => {
    const page = (number: number): string[] => [text(240, 820, '清溪县人民政府公报'), text(50, 700, `第${'一二三'[number]}部分正文。`), text(290, 30, `第 ${number + 1} 页 共 3 页`)];
    expect(await outline(page(0), page(1), page(2))).toEqual(['第一部分正文。', '第二部分正文。', '第三部分正文。']);
  });
  it('radicals are the characters they show; typed characters stay', () => {
    expect(ideographs('⼈⺠政府⽆⻓')).toBe('人民政府无长');
    expect(ideographs('１２３（一）㈠')).toBe('１２３（一）㈠');
  });
});

describe('what cannot be read is named', () => {
  it.each<[string, string]>([
    ['a scan', picture(0, 0, 595, 842)], ['a scan with recognised text under it', [text(60, 700, '规章0', { mode: 3 }), picture(0, 0, 595, 842)].join('\n')],
    ['tables that are pictures', [text(60, 800, '二、主动公开政府信息情况'), picture(50, 200, 495, 500)].join('\n')], ['text drawn as lines', line(50, 50, 300, 300)],
  ])('%s', async (_, content) => expect(await unreadable(pdfOf([content]))).toEqual({ unreadable: 'scan', format: 'pdf' }));
  it('a small picture beside a table is none of this', async () => expect(await outline([GRID, ...ROWS, picture(400, 750, 60, 60)])).toHaveLength(1));
  it('an empty page', async () => expect(await unreadable(pdfOf(['']))).toEqual({ unreadable: 'empty', format: 'pdf' }));
  it('a password', async () => expect(await unreadable(pdfOf([text(50, 700, '清溪县')], { locked: true }))).toEqual({ unreadable: 'locked', format: 'pdf' }));
  it('more pages than any report', async () => expect(await unreadable(pdfOf(new Array<string>(301).fill('')))).toEqual({ unreadable: 'too_large', format: 'pdf' }));
  it('more drawing than any report', async () => expect(await unreadable(pdfOf([`${'0 0 m 9 9 l 20 0 l S 1 1 300 300 re S\n'.repeat(120_000)}`]))).toEqual({ unreadable: 'too_large', format: 'pdf' }));
  it.each<[string, Uint8Array]>([
    ['a head alone', new TextEncoder().encode('%PDF-1.7\n')], ['half a file', pdfOf([ROWS.join('\n')]).slice(0, 700)], ['noise', Uint8Array.from({ length: 5000 }, (_, index) => (index < 5 ? '%PDF-'.charCodeAt(index) : (index * 7919) % 251))],
  ])('%s', async (_, bytes) => expect(await unreadable(bytes)).toMatchObject({ unreadable: expect.stringMatching(/damaged|empty/), format: 'pdf' }));
  it('bytes changed at random give a reading, or a reason', async () => {
    const whole = pdfOf([[GRID, ...ROWS].join('\n')]);
    for (let round = 0; round < 60; round++) {
      const bytes = whole.slice();
      for (let change = 0; change < 12; change++) bytes[(round * 7919 + change * 104_729) % bytes.length] = (round * 31 + change * 17) % 256;
      const reading = await readDocument(bytes, 'x');
      expect('unreadable' in reading ? reading.unreadable : reading.blocks.length).toBeTruthy();
    }
  });
});
