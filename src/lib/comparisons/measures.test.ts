import { describe, expect, it } from 'vitest';
import { FIGURES } from '../form/figures.ts';
import { isMeasure, measureGroups, measureName, measureOf } from './measures.ts';

describe('measures', () => {
  it('offers every figure once, beside the indicators, each under a name of its own', () => {
    for (const language of ['zh', 'en'] as const) {
      const groups = measureGroups(language);
      const measures = groups.flatMap((group) => group.measures);
      expect(measures.filter(({ key }) => key.startsWith('t'))).toHaveLength(FIGURES.length);
      for (const { measures: named } of groups) expect(new Set(named.map(({ name }) => name)).size, language).toBe(named.length);
      for (const { key, name } of measures) {
        expect(name, key).not.toMatch(/undefined|^t\d/);
        if (language === 'en') expect(name, key).not.toMatch(/[一-鿿]/);
      }
    }
  });

  it('names figures in the form’s own words without ordinals', () => {
    expect(measureName('t3.received.total', 'zh')).toBe('本年新收政府信息公开申请数量');
    expect(measureName('t3.received.natural', 'zh')).toBe('本年新收政府信息公开申请数量·自然人');
    expect(measureName('t3.granted_in_part.other', 'zh')).toBe('部分公开·其他组织');
    expect(measureName('t3.refused.third_party.total', 'zh')).toBe('不予公开：保护第三方合法权益');
    expect(measureName('t3.other_handling.other.other', 'zh')).toBe('其他处理：其他·其他组织');
    expect(measureName('t3.processed.total', 'zh')).toBe('办理结果总计');
    expect(measureName('t4.direct_litigation.pending', 'zh')).toBe('行政诉讼：未经复议直接起诉·尚未审结');
    expect(measureName('t2.normative_documents.issued', 'zh')).toBe('行政规范性文件·本年制发件数');
    expect(measureName('t2.fees.amount', 'zh')).toBe('行政事业性收费·本年收费金额');
    expect(measureName('I-OPEN-RATE', 'en')).toBe('Disclosure rate');
  });

  it('marks the change of the law where disputes are compared', () => {
  });

  it('knows no other key', () => {
    expect(isMeasure('t3.received')).toBe(false);
    expect(() => measureOf('I-NOTHING')).toThrow('No such figure');
  });
});
