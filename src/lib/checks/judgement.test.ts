import { expect, it } from 'vitest';
import { awaitsJudgement, isNoisy, leavesOffice, mayBeSaid, standsAgainst, type JudgedFinding, type Judgement } from './judgement.ts';

const finding = (level: JudgedFinding['level'], judgement: Judgement | null, quote?: string): JudgedFinding => ({ level, judgement, ...(quote !== undefined && { quote }) });

it('lets only what is confirmed, or certain, leave the office', () => {
  expect(leavesOffice(finding('query', null))).toBe(false);
  expect(leavesOffice(finding('query', 'confirmed'))).toBe(true);
  expect(leavesOffice(finding('query', 'explained'))).toBe(false);
  expect(leavesOffice(finding('error', null))).toBe(true);
  expect(leavesOffice(finding('error', null, '新收申请3件'))).toBe(false);
  expect(leavesOffice(finding('error', 'excepted'))).toBe(false);
  expect(leavesOffice(finding('error', 'false_alarm'))).toBe(false);
  expect(leavesOffice(finding('note', 'confirmed'))).toBe(false);
});

it('keeps a report from acceptance until every query is judged and every error closed', () => {
  expect(awaitsJudgement(finding('query', null))).toBe(true);
  expect(standsAgainst(finding('query', null))).toBe(true);
  expect(standsAgainst(finding('error', null))).toBe(true);
  expect(standsAgainst(finding('query', 'explained'))).toBe(false);
  expect(standsAgainst(finding('query', 'confirmed'))).toBe(true);
  expect(standsAgainst(finding('note', null))).toBe(false);
});

it('takes an exception for errors only, and an explanation for anything but errors', () => {
  expect([mayBeSaid({ level: 'error' }, 'excepted'), mayBeSaid({ level: 'query' }, 'excepted')]).toEqual([true, false]);
  expect([mayBeSaid({ level: 'error' }, 'explained'), mayBeSaid({ level: 'query' }, 'explained')]).toEqual([false, true]);
});

it('proposes silence from 20 cases on, and only above half', () => {
  expect([isNoisy(19, 19), isNoisy(20, 10), isNoisy(20, 11), isNoisy(40, 20)]).toEqual([false, false, true, false]);
});
