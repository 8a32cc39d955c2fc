import { describe, expect, it } from 'vitest';
import { readDocument } from '../documents/read-document.ts';
import { findHeadings } from './find-sections.ts';
import { flatten } from './flat-text.ts';

async function headings(text: string): Promise<string[]> {
  const document = await readDocument(new TextEncoder().encode(text), 'x');
  if ('unreadable' in document) throw new Error(document.unreadable);
  return findHeadings(flatten(document)).map(({ number, title }) => `${number} ${title}`);
}

describe('section headings', () => {
  it.each([
    ['一、总体工作情况', '1 总体工作情况'], ['一 、 概 述', '1 概 述'], ['㈠总体情况', '1 总体情况'], ['总体情况', '1 总体情况'], ['一、工作总体推进情况', '1 工作总体推进情况'], ['一、2023年政务公开总体情况', '1 2023年政务公开总体情况'],
    ['二、行政机关主动公开政府信息情况', '2 行政机关主动公开政府信息情况'], ['二、主动公开政府信息情况（有关情况附表）', '2 主动公开政府信息情况（有关情况附表）'],
    ['三、行政机关收到和处理政府信息公开申请情况', '3 行政机关收到和处理政府信息公开申请情况'],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '4 因政府信息公开工作被申请行政复议、提起行政诉讼情况'], ['四、政府信息公开行政复议及行政诉讼情况', '4 政府信息公开行政复议及行政诉讼情况'], ['四、政府信息公开行政法复议、行政诉讼情况', '4 政府信息公开行政法复议、行政诉讼情况'],
    ['五、政府信息公开工作存在的主要问题及改进情况', '5 政府信息公开工作存在的主要问题及改进情况'], ['五、存在问题及改进情况', '5 存在问题及改进情况'], ['六、存在的主要问题及改进措施', '5 存在的主要问题及改进措施'],
    ['六、其他需报告的事项', '6 其他需报告的事项'], ['六、需要说明的其他事项与附表', '6 需要说明的其他事项与附表'], ['## 六、其他需要报告的事项', '6 其他需要报告的事项'],
  ])('%s', async (line, heading) => expect(await headings(`前言。\n${line}\n正文若干。`)).toEqual([heading]));

  it('of an unlisted wording with the right ordinal', async () => expect(await headings('一、年度工作回顾\n略。\n二、主动公开政府信息情况\n略。')).toEqual(['1 年度工作回顾', '2 主动公开政府信息情况']));
  it('in one flattened line', async () => {
    expect(await headings('根据条例编制。一、总体情况2024年，略。（一）基本情况略。二、主动公开政府信息情况第二十条行政强制0三、收到和处理政府信息公开申请情况0四、政府信息公开行政复议、行政诉讼情况0五、存在的主要问题及改进情况（一）存在的主要问题略六、其他需要报告的事项无'))
      .toEqual(['1 总体情况', '2 主动公开政府信息情况', '3 收到和处理政府信息公开申请情况', '4 政府信息公开行政复议、行政诉讼情况', '5 存在的主要问题及改进情况', '6 其他需要报告的事项']);
  });
  it.each([
    '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况及其他需要报告的事项。',
    '（一）存在的主要问题：解读偏少。', '三、本年度办理结果', '四、结转下年度继续办理', '加强政府信息公开，总体情况良好。',
  ])('%s is none', async (line) => expect(await headings(line)).toEqual([]));
  it('a decoy inside a section loses against the heading', async () => {
    expect(await headings('一、总体情况\n三、主动公开政府信息情况。\n略。\n二、主动公开政府信息情况\n略。')).toEqual(['1 总体情况', '2 主动公开政府信息情况']);
  });
  it('a list of contents loses against the sections', async () => {
    const document = await readDocument(new TextEncoder().encode('一、总体情况\n二、主动公开政府信息情况\n\n一、总体情况\n略。\n二、主动公开政府信息情况\n略。'), 'x');
    if ('unreadable' in document) throw new Error(document.unreadable);
    expect(findHeadings(flatten(document)).map(({ start }) => start)).toEqual([20, 30]);
  });
});
