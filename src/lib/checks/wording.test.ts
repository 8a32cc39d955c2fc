import { describe, expect, it } from 'vitest';
import { CHECK_CASES } from '../../../tests/support/check-cases.ts';
import { FIGURES } from '../form/figures.ts';
import { CATALOGUE, catalogueEntry, isWritten, WRITTEN } from './catalogue.ts';
import { checkNeighbours, checkPeers, checkReport, checkSituation, checkTexts } from './check-report.ts';
import { cellLabel, figureLabel } from './figure-label.ts';
import type { Finding } from './finding.ts';
import { fill, wordCheck, wordFinding, wordVerdict } from './wording.ts';

const FINDINGS: Finding[] = CHECK_CASES.flatMap(({ subject }) => {
  if ('situation' in subject) return checkSituation(subject.situation).findings;
  if ('year' in subject) return [...checkPeers(subject.year).values()].flatMap(({ findings }) => findings);
  return [...checkReport(subject.report).findings, ...(subject.neighbours ? checkNeighbours(subject.report, subject.neighbours).findings : []), ...(subject.texts ? checkTexts(subject.report, subject.texts).findings : [])];
});
const caseOf = (finding: Finding): string => String(finding.parameters['case'] ?? 'default');

describe('sentences of findings', () => {
  it('every sentence of every written check is used by a finding of the cases', () => {
    const used = new Set(FINDINGS.map((finding) => `${finding.check} ${caseOf(finding)}`));
    for (const check of WRITTEN) for (const name of Object.keys(check.sentences)) expect(used, `${check.id} ${name}`).toContain(`${check.id} ${name}`);
  });

  it('every parameter and format of the sentence is filled, in both languages', () => {
    for (const finding of FINDINGS) {
      const entry = catalogueEntry(finding.check);
      if (!entry || !isWritten(entry)) throw new Error(finding.check);
      for (const language of ['zh', 'en'] as const) {
        const sentence = entry.sentences[caseOf(finding)]?.[language];
        expect(sentence, `${finding.check} ${caseOf(finding)} ${language}`).toBeTruthy();
        const text = fill(sentence ?? '', finding.parameters, language);
        expect(text, `${finding.check} ${language}`).not.toBeNull();
        expect(wordFinding(finding, language)).toBe(text);
      }
    }
  });

  it('no sentence shows an id, a placeholder or an empty value', () => {
    for (const finding of FINDINGS)
      for (const language of ['zh', 'en'] as const) {
        const text = wordFinding(finding, language);
        expect(text).not.toMatch(/t[234]\.|\{|\}|undefined|null|NaN|“”/u);
        expect(text.endsWith(language === 'zh' ? '。' : '.')).toBe(true);
      }
  });

  it('a finding has only levels of its check, and figures that the form has', () => {
    const ids = new Set(FIGURES.map(({ id }) => id));
    for (const finding of FINDINGS) {
      expect(catalogueEntry(finding.check)?.levels).toContain(finding.level);
      for (const id of finding.figures) expect(ids).toContain(id);
    }
  });

  it('a finding that the catalogue cannot word is named by its title, an unknown one by its id', () => {
    expect(wordFinding({ check: 'T4-SUM', parameters: { sum: 3 } }, 'zh')).toBe('复议诉讼与总计不符。');
    expect(wordFinding({ check: 'T4-SUM', parameters: { case: 'no such case' } }, 'en')).toBe('Cases do not add up.');
    expect(wordFinding({ check: 'ST-TITLE', parameters: {} }, 'zh')).toBe('标题不规范。');
    expect(wordFinding({ check: 'GONE', parameters: {} }, 'zh')).toBe('GONE');
  });

  it('rows are named as the report’s edition prints them', () => {
    const parameters = { cell: 't2.normative_documents.made', text: '若干' };
    expect(wordFinding({ check: 'CELL-TEXT', parameters }, 'zh', { edition: '2019' })).toContain('表二“规范性文件”行“本年新制作数量”列');
    expect(wordFinding({ check: 'CELL-TEXT', parameters: { cell: 't2.licensing.decisions', text: '若干' } }, 'zh', { edition: '2019' })).toContain('“处理决定数量”列');
    expect(wordFinding({ check: 'CELL-TEXT', parameters: { cell: 't2.licensing.decisions', text: '若干' } }, 'zh')).toContain('“本年处理决定数量”列');
  });
});

describe('labels of figures', () => {
  it('are short, and enough to find the cell', () => {
    expect(figureLabel('t3.received.natural', 'zh')).toBe('表三“一、本年新收”行“自然人”列');
    expect(figureLabel('t3.granted_in_part.total', 'zh')).toBe('表三“（二）部分公开”行“总计”列');
    expect(figureLabel('t3.other_handling.not_corrected.other', 'zh')).toBe('表三“（六）其他处理1.申请人无正当理由逾期不补正”行“其他”列');
    expect(figureLabel('t4.litigation_after_review.pending', 'zh')).toBe('表四“复议后起诉”组“尚未审结”列');
    expect(figureLabel('t2.fees.amount', 'zh')).toBe('表二“行政事业性收费”行“本年收费金额（单位：万元）”列');
    expect(figureLabel('t3.received.natural', 'en')).toBe('Table 3, Applications received this year, Natural persons');
  });
  it.each(['2019', '2021'] as const)('no two figures of the edition of %s share one', (edition) => {
    for (const language of ['zh', 'en'] as const) {
      const ids = FIGURES.filter(({ wording }) => wording[edition]).map(({ id }) => id);
      expect(new Set(ids.map((id) => figureLabel(id, language, edition))).size).toBe(ids.length);
    }
  });
  it('an id that the form does not have stands for itself', () => {
    expect(figureLabel('t9.none', 'zh')).toBe('t9.none');
    expect(cellLabel('t9.none', 'en')).toContain('t9.none');
  });
});

describe('checks and verdicts in words', () => {
  it('every check has title, rule and source in both languages, a written one how it is mended', () => {
    for (const check of CATALOGUE) {
      const [zh, en] = [wordCheck(check.id, 'zh'), wordCheck(check.id, 'en')];
      for (const worded of [zh, en]) {
        expect(worded.title && worded.what && worded.source, check.id).toBeTruthy();
        expect(worded.mend !== '', check.id).toBe(isWritten(check));
        expect(worded.source, check.id).not.toMatch(/条\d|^(?:\d+号|form|reports|quoted sentence)$/u);
      }
      expect(zh.title).toMatch(/\p{Script=Han}/u);
      expect(en.title).not.toBe(zh.title);
    }
  });
  it('writes the basis out', () => {
    expect(wordCheck('ST-SECTION-MISSING', 'zh').source).toBe('《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号统一格式');
    expect(wordCheck('T4-NO-SOURCE', 'en').source).toBe('Regulation on Government Information Disclosure (条例), article 50 (三)');
    expect(wordCheck('NONE', 'zh')).toEqual({ title: 'NONE', what: '', mend: '', source: '' });
  });
  it('says why a check was not evaluated', () => {
    expect(wordVerdict('not evaluated', 'no report of last year', 'zh')).toBe('未能核验：缺上年年报');
    expect(wordVerdict('passed', undefined, 'en')).toBe('passed');
  });
});
