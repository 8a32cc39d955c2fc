import { describe, expect, it } from 'vitest';
import { sheetRow, xlsxOf, type SheetSource } from '../../../tests/support/office-files.ts';
import type { Block } from './document.ts';
import { readZipped } from './zipped.ts';

function blocksOf(bytes: Uint8Array): Block[] {
  const reading = readZipped(bytes);
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  expect(reading.format).toBe('xlsx');
  return reading.blocks;
}
type Parts = Parameters<typeof xlsxOf>[1];
const read = (rows: string, merges: readonly string[] = [], parts: Parts = {}): Block[] => blocksOf(xlsxOf([{ name: 'Sheet1', rows, merges }], parts));
/** Paragraphs as text, tables as rows of `text@column`, with `+n` columns and `/n` rows. */
const shown = (blocks: readonly Block[]): (string | string[][])[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((cells) => cells.map(({ text, column, colspan, rowspan }) => `${text}@${column}${colspan > 1 ? `+${colspan}` : ''}${rowspan > 1 ? `/${rowspan}` : ''}`))));
/** Texts of one row that begins with a label. */
const valuesOf = (cells: readonly string[], parts?: Parts): string[] => {
  const [block] = read(sheetRow(1, ['甲', ...cells]), [], parts);
  return block?.kind === 'table' ? (block.rows[0] ?? []).slice(1).map(({ text }) => text) : [];
};

describe('values of workbooks', () => {
  it('are numbers as shown, without floating-point noise or exponents', () => {
    expect(valuesOf(['<c><v>0.30000000000000004</v></c>', '<c><v>24252.311082</v></c>', '<c><v>1.0E-2</v></c>', '<c><v>1E-7</v></c>', '<c><v>-18</v></c>', '<c><v>2832995</v></c>', '<c><v>0</v></c>', '<c><v>1646.4999999999998</v></c>']))
      .toEqual(['0.3', '24252.311082', '0.01', '0.0000001', '-18', '2832995', '0', '1646.5']);
  });
  it('are shared and inline strings with their runs, results of formulas, booleans and errors', () => {
    const strings = ['<t>规章</t>', '<r><t>行政</t></r><r><t xml:space="preserve"> 许可</t></r><rPh sb="0" eb="1"><t>xíng</t></rPh>'];
    expect(valuesOf(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="inlineStr"><is><r><t>第_x000D_\n一</t></r><r><t>项</t></r></is></c>', '<c t="str"><f>A1</f><v>12件</v></c>', '<c><f>SUM(A1:B1)</f><v>3</v></c>', '<c t="b"><v>1</v></c>', '<c t="e"><v>#REF!</v></c>'], { strings }))
      .toEqual(['规章', '行政 许可', '第\n一项', '12件', '3', 'TRUE', '#REF!']);
  });
  it('show a formula that was never computed, which is not a blank', () => {
    expect(valuesOf(['<c><f>SUM(B3:G3)</f></c>', '<c><f>SUM(B4:G4)</f><v></v></c>'])).toEqual(['=SUM(B3:G3)', '=SUM(B4:G4)']);
  });
  it('show dates, times and percentages as such, and the unit of a format', () => {
    const custom = ['yyyy"年"m"月"d"日"', '0.0%', '0.00"万元"', '0!.0,"万"', '[$-804]yyyy/m/d;@', '[Red]0_ ', 'General'];
    const styles = `<numFmts>${custom.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="20"/>${custom.map((_, index) => `<xf numFmtId="${170 + index}"/>`).join('')}</cellXfs>`;
    expect(valuesOf(['<c s="0"><v>45296</v></c>', '<c s="1"><v>45296</v></c>', '<c s="2"><v>0.125</v></c>', '<c s="3"><v>0.5</v></c>', '<c s="4"><v>45296</v></c>', '<c s="5"><v>0.125</v></c>', '<c s="6"><v>12.5</v></c>', '<c s="7"><v>12345</v></c>', '<c s="8"><v>45296.75</v></c>', '<c s="9"><v>7</v></c>', '<c s="10"><v>7</v></c>'], { styles }))
      .toEqual(['45296', '2024-01-05', '12.5%', '12:00', '2024-01-05', '12.5%', '12.5万元', '12345', '2024-01-05 18:00', '7', '7']);
  });
});

describe('sheets', () => {
  it('give a grid with merged cells; what stands in a covered cell is not read', () => {
    const rows = sheetRow(1, ['信息内容', '申请人情况', '']) + sheetRow(2, ['不予公开', '1.国家秘密', 3]) + sheetRow(3, ['藏', '2.其他', '']);
    expect(shown(read(rows, ['B1:C1', 'A2:A3']))).toEqual([[['信息内容@0', '申请人情况@1+2'], ['不予公开@0/2', '1.国家秘密@1', '3@2'], ['2.其他@1', '@2']]]);
  });
  it('fill in cells that the file leaves out, and begin at the first column with text', () => {
    expect(shown(read(sheetRow(2, [null, '规章', null, 1]) + sheetRow(3, [null, '许可', 2, null])))).toEqual([[['规章@0', '@1', '1@2'], ['许可@0', '2@1', '@2']]]);
    expect(shown(read('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>'))).toEqual([[['1@0', '2@1'], ['3@0', '4@1']]]);
  });
  it('part texts that have a row to themselves from tables, and tables at empty rows', () => {
    const rows = sheetRow(1, ['某局2023年报告', '', '']) + sheetRow(2, ['一、总体情况']) + sheetRow(3, ['第一行\n第二行', '', '']) + sheetRow(4, ['许可', 1, 2]) + sheetRow(5, ['处罚', '', '']) + sheetRow(7, ['收费', 3, 4]);
    expect(shown(read(rows, ['A1:C1', 'A3:C3']))).toEqual(['某局2023年报告', '一、总体情况', '第一行', '第二行', [['许可@0', '1@1', '2@2'], ['处罚@0', '@1', '@2']], [['收费@0', '3@1', '4@2']]]);
  });
  it('keep a heading in the table in which it is drawn', () => {
    const styles = '<borders><border><left/><top style="none"/></border><border><left style="thin"/></border></borders><cellXfs><xf borderId="0"/><xf borderId="1"/></cellXfs>';
    const text = (words: string): string => `<c s="1" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = sheetRow(1, [text('第一项'), null]) + sheetRow(2, [text('许可'), '<c s="1"><v>1</v></c>']) + sheetRow(3, [text('第二项'), null]) + sheetRow(4, [text('处罚'), '<c s="1"><v>2</v></c>']) + sheetRow(5, ['三、下一节']);
    expect(shown(read(rows, ['A1:B1', 'A3:B3'], { styles }))).toEqual(['第一项', [['许可@0', '1@1'], ['第二项@0+2'], ['处罚@0', '2@1']], '三、下一节']);
  });
  it('keep the row that is left to be filled in, and drop empty formatted rows below', () => {
    expect(shown(read(sheetRow(1, ['结果维持', '结果纠正']) + [2, 3, 4, 5].map((number) => sheetRow(number, ['', ''])).join('')))).toEqual([[['结果维持@0', '结果纠正@1'], ['@0', '@1']]]);
  });
  it('come in the order of their tabs under their names; hidden ones are left out', () => {
    const sheet = (name: string, text: string, state?: SheetSource['state']): SheetSource => ({ name, rows: sheetRow(1, [text, 1]), state });
    expect(shown(blocksOf(xlsxOf([sheet('表二', '许可'), sheet('去年', '旧', 'hidden'), sheet('参数', '旧', 'veryHidden'), sheet('Sheet4', '处罚'), { name: '空', rows: '' }, { name: '三、申请', rows: sheetRow(1, ['三、申请情况']) }])))).toEqual(['表二', [['许可@0', '1@1']], [['处罚@0', '1@1']], '三、申请情况']);
    // The first sheet's name does not stand above the report's title.
    expect(shown(blocksOf(xlsxOf([{ name: '年报', rows: sheetRow(1, ['某局2023年报告']) }, { name: '表三', rows: sheetRow(1, ['单位：件']) }])))).toEqual(['某局2023年报告', '表三', '单位：件']);
  });
  it('are empty where nothing is typed', () => {
    expect(readZipped(xlsxOf([{ name: 'Sheet1', rows: sheetRow(1, ['', '']) }]))).toEqual({ unreadable: 'empty', format: 'xlsx' });
  });
});

describe('sheets beyond any report', () => {
  it('are refused, and whole formatted rows and columns are not', () => {
    expect(readZipped(xlsxOf([{ name: 'a', rows: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }]))).toEqual({ unreadable: 'too_large', format: 'xlsx' });
    expect(shown(read('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>', ['A1048576:XFD1048576']))).toEqual([[['1@0', '2@1']]]);
    expect(shown(read(sheetRow(1, ['题']) + sheetRow(2, ['许可', 2]), ['A1:XFD1']))).toEqual(['题', [['许可@0', '2@1']]]);
  });
});
