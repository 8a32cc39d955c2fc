import { describe, expect, it } from 'vitest';
import { figure } from '../../../tests/support/whole-report.ts';
import { FIGURES } from '../form/figures.ts';
import { rulePower } from './body-level.ts';
import { numberIn } from './cells.ts';
import { labelDistance } from './label-distance.ts';
import { findingKey, judged, notApplicable, notEvaluated, passed, together, found } from './outcome.ts';
import { weighIdentity } from './weigh-identity.ts';

describe('keys', () => {
  it('follow from check, figures and quote, not from their order', () => {
    expect(findingKey('T3-BALANCE', ['b', 'a'])).toBe('T3-BALANCE|a,b');
    expect(findingKey('NARR-R1', ['a'], '收到3件')).toBe('NARR-R1|a|收到3件');
    expect(findingKey('ST-SECTION-MISSING', [], undefined, '4')).not.toBe(findingKey('ST-SECTION-MISSING', [], undefined, '5'));
  });
  it('stay short for many figures, and tell them apart', () => {
    const ids = FIGURES.map(({ id }) => id);
    const keys = new Set(ids.map((_, index) => findingKey('CELL-BLANK', ids.filter((_, other) => other !== index))));
    expect(keys.size).toBe(ids.length);
    for (const key of keys) expect(key.length).toBeLessThan(40);
    expect(findingKey('CELL-BLANK', [...ids].reverse())).toBe(findingKey('CELL-BLANK', ids));
  });
});

describe('outcomes together', () => {
  const failed = judged([found({ check: 'X', level: 'error', figures: [], parameters: {} })]);
  it('failed before not evaluated before passed before not applicable', () => {
    expect(together([passed, notEvaluated('figures missing'), failed, notApplicable]).verdict).toBe('failed');
    expect(together([passed, notEvaluated('figures missing'), notApplicable])).toEqual(notEvaluated('figures missing'));
    expect(together([notApplicable, passed])).toEqual(passed);
    expect(together([notApplicable])).toEqual(notApplicable);
  });
});

describe('weighing sums', () => {
  const blank = figure({ missing: 'blank' });
  it.each([
    ['equal', [2, 1], [3], 'equal'], ['unequal', [2, 1], [4], 'unequal'],
  ] as const)('%s', (_, left, right, verdict) => {
    expect(weighIdentity(left.map((n) => figure(n)), right.map((n) => figure(n))).verdict).toBe(verdict);
  });
  it('a blank may be any number that is not negative', () => {
    expect(weighIdentity([figure(2), blank], [figure(5)])).toEqual({ verdict: 'unknown', reason: 'blanks could satisfy it' });
    expect(weighIdentity([figure(2), blank], [figure(2)])).toEqual({ verdict: 'unknown', reason: 'blanks could satisfy it' });
    expect(weighIdentity([figure(6), blank], [figure(5)])).toEqual({ verdict: 'unequal', left: 6, right: 5, blanks: 1 });
    expect(weighIdentity([figure(2)], [figure(5), blank])).toEqual({ verdict: 'unequal', left: 2, right: 5, blanks: 1 });
    expect(weighIdentity([figure(6)], [figure(5), blank]).verdict).toBe('unknown');
    expect(weighIdentity([figure(5)], [figure(5), blank]).verdict).toBe('unknown');
    expect(weighIdentity([figure(6), blank], [figure(5), blank]).verdict).toBe('unknown');
  });
  it.each(['unreadable', 'absent', 'text', 'not_a_count'] as const)('%s is unknown', (missing) => {
    expect(weighIdentity([figure({ missing, raw: 'x' }), figure(9)], [figure(5)])).toEqual({ verdict: 'unknown', reason: 'figures missing' });
  });
  it.each(['dash', 'none'] as const)('%s counts as a blank', (missing) => {
    expect(weighIdentity([figure({ missing, raw: '/' }), figure(9)], [figure(5)]).verdict).toBe('unequal');
  });
});

describe('power to make rules', () => {
  it.each([
    ['河川省人民政府', 'may'], ['河川省人民政府办公厅', 'may'], ['上海市人民政府办公厅', 'may'], ['重庆市人民政府', 'may'], ['西藏自治区人民政府', 'may'], ['河川省', 'may'],
    ['云岭自治州人民政府', 'may'], ['河川省云岭自治州人民政府办公室', 'may'], ['江安市人民政府办公厅', 'may'],
    ['江安市人民政府', 'unknown'], ['江安市人民政府办公室', 'unknown'], ['江安市', 'unknown'], ['镇江市人民政府', 'unknown'], ['江安市住房和城乡建设局', 'unknown'], ['河川省江安市人民政府', 'unknown'], ['河川省民政厅', 'unknown'], ['人民政府办公室', 'unknown'],
    ['国家税务总局青禾县税务局', 'unknown'], ['', 'unknown'], ['民政局', 'unknown'],
    ['青禾县人民政府', 'may not'], ['青禾县人民政府办公室', 'may not'], ['河川省江安市东湖区人民政府办公室', 'may not'], ['重庆市渝北区民政局', 'may not'],
    ['青禾县市场监督管理局', 'may not'], ['东湖综合实验区行政审批局', 'may not'], ['白塔镇人民政府', 'may not'], ['江安市柳林乡人民政府', 'may not'], ['文山街道办事处', 'may not'],
    ['白塔镇', 'may not'], ['云岭族自治县教育局', 'may not'], ['北原右旗人民政府', 'may not'], ['江安高新技术产业开发区管理委员会', 'may not'],
  ] as const)('%s: %s', (name, power) => {
    expect(rulePower(name, undefined)).toBe(power);
  });
  it('the register tells of bureaus, never of a government above the county', () => {
    expect(rulePower('江安市生态环境局青禾分局', 'vertical')).toBe('may not');
    expect(rulePower('国家税务总局青禾县税务局', 'vertical')).toBe('may not');
    expect(rulePower(null, 'department')).toBe('may not');
    expect(rulePower('江安市人民政府', 'government')).toBe('unknown');
    expect(rulePower('江安市人民政府办公室', 'department')).toBe('unknown');
    expect(rulePower('河川省人民政府办公厅', 'department')).toBe('may');
  });
});

describe('text of cells and labels', () => {
  it.each([['-3', -3], ['－3 件', -3], ['−３', -3], ['3.5', 3.5], ['1,234.5', 1234.5], ['.5', 0.5], ['3或4', null], ['', null], ['见附件', null], ['-', null]] as const)('%s is %s', (raw, number) => {
    expect(numberIn(raw)).toBe(number);
  });
  it('counts edits without punctuation', () => {
    expect(labelDistance('本年度止件数', '本年废止件数')).toBe(1);
    expect(labelDistance('规范性文件', '行政规范性文件')).toBe(2);
    expect(labelDistance('(一) 予以公开', '（一）予以公开')).toBe(0);
    expect(labelDistance('本年新公开数量', '本年公开数量')).toBe(1);
    expect(labelDistance('本年公开数量', '本年新公开数量')).toBe(1);
    expect(labelDistance('甲乙本年', '本年')).toBe(2);
    expect(labelDistance('本年甲乙丙', '本年')).toBe(3);
    expect(labelDistance('', '总计')).toBe(2);
    expect(labelDistance('总计', '')).toBe(2);
  });
});
