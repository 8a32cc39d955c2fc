/** What may be said of a finding, and which findings leave the office. */
import type { Level } from './finding.ts';

/** confirmed 属实 · false_alarm 不属实 · explained 说明采纳 · excepted 特准通过 */
export type Judgement = 'confirmed' | 'false_alarm' | 'explained' | 'excepted';
export const JUDGEMENTS: readonly Judgement[] = ['confirmed', 'false_alarm', 'explained', 'excepted'];

export interface JudgedFinding {
  level: Level;
  /** Present where it was read from prose. */
  quote?: string;
  /** null is 待核. */
  judgement: Judgement | null;
  /** The county has silenced its check: nobody is asked, and only what was confirmed leaves. */
  silenced?: boolean;
}

/** Certain by machine and inside the document: stands without a person's word. Whatever is read from prose is not. */
const isCertain = (finding: JudgedFinding): boolean => finding.level === 'error' && finding.quote === undefined && !finding.silenced;

/** Waits for a supervisor: any query, and whatever was read from prose. A note demands nothing. */
export const awaitsJudgement = (finding: JudgedFinding): boolean => finding.judgement === null && finding.level !== 'note' && !finding.silenced && !isCertain(finding);

/** What the body is told: what is confirmed, and errors that are certain, unless closed by explanation or exception. */
export const leavesOffice = (finding: JudgedFinding): boolean => finding.level !== 'note' && (finding.judgement === 'confirmed' || (finding.judgement === null && isCertain(finding)));

/** Stands against acceptance: everything that is neither closed nor a note. */
export const standsAgainst = (finding: JudgedFinding): boolean => awaitsJudgement(finding) || leavesOffice(finding);

/** An error cannot be explained away, only accepted by exception; a query needs no exception. */
export const mayBeSaid = (finding: Pick<JudgedFinding, 'level'>, judgement: Judgement): boolean =>
  judgement === 'excepted' ? finding.level === 'error' : judgement === 'explained' ? finding.level !== 'error' : true;

/** Cases after which a share is believed. */
const ENOUGH = 20;
/** Whether a check is proposed for silence: judged in 20 cases or more, and 不属实 in more than half of them. */
export const isNoisy = (judged: number, falseAlarms: number): boolean => judged >= ENOUGH && falseAlarms * 2 > judged;
