/**
 * What leaves the office, in Chinese whatever the page's language: reminders to paste, 审核意见反馈单 before publication,
 * 督促整改通知书 when overdue or published with defects (条例 第四十七条), 通报附表. Only what is confirmed or certain
 * is written, and personal information is masked.
 */
import { leavesOffice } from '../../checks/judgement.ts';
import { maskPersonal } from '../../checks/mask.ts';
import { figureLabel } from '../../checks/figure-label.ts';
import { wordCheck, wordFinding } from '../../checks/wording.ts';
import { editionOf } from '../../form/edition.ts';
import type { LetterPart } from '../../writers/write-letter.ts';
import type { StoredFinding } from '../queries/findings.ts';
import type { BoardRow } from './filing-board.ts';

/** One point that a body is told: what, the quoted place, how to mend it. */
export interface Point {
  what: string;
  place: string;
  mend: string;
}

/** Points of a version that leave the office, errors first. `chosen`: only these digests. */
export function pointsOf(findings: readonly StoredFinding[], year: number, chosen?: readonly string[]): Point[] {
  const edition = editionOf(year);
  return findings.filter((finding) => finding.foldedUnder === undefined && leavesOffice(finding) && (chosen?.includes(finding.about) ?? true)).map((finding) => {
    const cells = finding.figures.slice(0, 3).map((id) => figureLabel(id, 'zh', edition));
    const more = finding.figures.length > 3 ? `等${finding.figures.length}格` : '';
    return {
      what: maskPersonal(wordFinding(finding, 'zh', { edition })), mend: wordCheck(finding.check, 'zh').mend,
      place: maskPersonal(finding.quote ? `“${finding.quote}”` : cells.join('；') + more),
    };
  });
}

const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const fullDay = (day: string): string => `${day.slice(0, 4)}年${dayText(day)}`;
const names = (rows: readonly BoardRow[]): string => rows.map((row) => row.name).join('、');

/** One text for the group: how many are due, came, are missing, went back and did not return, as of a day. */
export function groupReminder(board: readonly BoardRow[], year: number, today: string): string {
  const due = board.filter(({ position }) => position.state !== 'not_required');
  const missing = due.filter(({ position }) => position.state === 'not_filed' || position.state === 'not_due');
  const late = due.filter(({ position }) => position.state === 'not_refiled');
  const dates = [...new Set(missing.map((row) => row.due.county ?? row.due.statutory).filter((day) => day !== null))].sort();
  const lines = [
    `${year}年度政府信息公开工作年度报告报送情况（截至${fullDay(today)}）：应报${due.length}家，已报${due.length - missing.length}家，未报${missing.length}家，退回未重报${late.length}家。`,
    // Of an archive nobody is asked for anything.
    ...(board.some(({ past }) => past) ? [] : [
      ...(missing.length > 0 ? [`未报：${names(missing)}。`] : []),
      ...(late.length > 0 ? [`退回未重报：${names(late)}。`] : []),
      ...(missing.length > 0 && dates.length === 1 ? [dates[0]! >= today ? `请未报单位于${dayText(dates[0]!)}前报送。` : `报送时限为${dayText(dates[0]!)}，请未报单位尽快报送。`] : []),
      ...(late.length > 0 ? ['请退回未重报的单位按审核意见修改后尽快重报。'] : []),
    ]),
  ];
  return lines.join('\n');
}

/** One text for a body: what is missing, or its first three points, and by when. */
export function bodyReminder(row: BoardRow, points: readonly Point[], year: number, today: string): string {
  const { position, name } = row;
  const report = `${year}年度政府信息公开工作年度报告`;
  if (position.state === 'not_filed' || position.state === 'not_due') {
    const due = row.due.county ?? row.due.statutory;
    const when = due === null ? '请尽快报送' : due >= today ? `请于${dayText(due)}前报送` : `报送时限为${dayText(due)}，已逾期${position.overCounty ?? position.overStatutory ?? 0}天，请尽快报送`;
    return `${name}：贵单位${report}尚未报送，${when}。`;
  }
  if (points.length === 0) return `${name}：贵单位${report}没有需要修改的问题。`;
  const listed = points.slice(0, 3).map(({ what }, index) => `${index + 1}. ${what}`).join('\n');
  const rest = points.length > 3 ? `\n另有${points.length - 3}处，见审核意见反馈单。` : '';
  return `${name}：贵单位${report}有${points.length}处需要修改：\n${listed}${rest}\n${position.backBy === null ? '请修改后尽快重报。' : `请修改后于${dayText(position.backBy)}前重报。`}`;
}

const pointRows = (points: readonly Point[]): LetterPart => ({
  kind: 'rows', widths: [6, 40, 28, 26], head: ['序号', '问题', '原文位置', '如何修改'], rows: points.map(({ what, place, mend }, index) => [String(index + 1), what, place, mend]),
});

/** 审核意见反馈单 */
export function feedbackSheet(row: BoardRow, points: readonly Point[], words: string | undefined, year: number, today: string, office: string): LetterPart[] {
  const { position, name } = row;
  return [
    { kind: 'title', text: '政府信息公开工作年度报告审核意见反馈单' },
    { kind: 'paragraph', text: `${name}：` },
    points.length === 0 && words === undefined
      ? { kind: 'paragraph', text: `贵单位报送的${year}年度政府信息公开工作年度报告（第${row.version ?? 0}稿）经审核，没有需要修改的问题。` }
      : { kind: 'paragraph', text: `贵单位报送的${year}年度政府信息公开工作年度报告（第${row.version ?? 0}稿）经审核，${points.length === 0 ? '需要修改' : `有以下${points.length}处需要修改`}。${position.backBy === null ? '请修改后重新报送。' : `请于${fullDay(position.backBy)}前修改并重新报送。`}` },
    ...(points.length > 0 ? [pointRows(points)] : []),
    ...(words === undefined ? [] : [{ kind: 'paragraph' as const, text: maskPersonal(words) }]),
    { kind: 'closing', text: office }, { kind: 'closing', text: fullDay(today) },
  ];
}

/** Whether a notice is due: overdue, sent back and not come again, or published with points that stand. */
export const noticeDue = (row: BoardRow): boolean =>
  (row.position.state === 'not_filed' && (row.position.overCounty !== null || row.position.overStatutory !== null)) || row.position.state === 'not_refiled' || (row.position.published !== null && row.toSend > 0);

/** 督促整改通知书, a draft for the office to finish. */
export function rectificationNotice(row: BoardRow, points: readonly Point[], year: number, today: string, office: string): LetterPart[] {
  const { position, name } = row;
  const report = `${year}年度政府信息公开工作年度报告`;
  const over = [
    ...(position.overCounty === null || row.due.county === null ? [] : [`县定时限${fullDay(row.due.county)}，逾期${position.overCounty}天`]),
    ...(position.overStatutory === null || row.due.statutory === null ? [] : [`法定时限${fullDay(row.due.statutory)}，逾期${position.overStatutory}天`]),
  ].join('；');
  const why =
    position.state === 'not_filed' ? `截至${fullDay(today)}，贵单位${report}尚未报送${over && `（${over}）`}。`
    : position.state === 'not_refiled' ? `贵单位${report}于${position.returnedOn === null ? '此前' : fullDay(position.returnedOn)}退回修改，应于${position.backBy === null ? '' : fullDay(position.backBy)}前重报，至今未重报。`
    : `贵单位${report}已公开${position.published?.on ? `（${fullDay(position.published.on)}）` : ''}，经核查有以下${points.length}处需要整改。`;
  return [
    { kind: 'title', text: '政府信息公开工作督促整改通知书（代拟稿）' },
    { kind: 'paragraph', text: `${name}：` },
    { kind: 'paragraph', text: `${why}根据《中华人民共和国政府信息公开条例》第四十七条，现予督促整改，请于\u3000\u3000年\u3000\u3000月\u3000\u3000日前完成，并书面报告整改情况。` },
    ...(points.length > 0 ? [pointRows(points)] : []),
    { kind: 'closing', text: office }, { kind: 'closing', text: '\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日' },
  ];
}

/** 通报附表 of a year, a draft. `stateWord` words a position. */
export function circularAnnex(board: readonly BoardRow[], year: number, today: string, stateWord: (row: BoardRow) => string): LetterPart[] {
  const due = board.filter(({ position }) => position.state !== 'not_required');
  const days = (value: number | null): string => (value === null ? '' : String(value));
  return [
    { kind: 'title', text: `${year}年度政府信息公开工作年度报告报送和审核情况通报附表（代拟稿）` },
    { kind: 'paragraph', text: `截至${fullDay(today)}。应报${due.length}家。收件日期不详的不计逾期。` },
    {
      kind: 'rows', widths: [5, 25, 14, 9, 9, 8, 13, 13, 9], head: ['序号', '单位', '收件日期', '超县定时限（天）', '超法定时限（天）', '退回次数', '审核状态', '公开日期', '需改正问题（处）'],
      rows: due.map((row, index) => [
        String(index + 1), row.name, row.position.receivedOn ?? '', days(row.position.overCounty), days(row.position.overStatutory), String(row.position.returns),
        stateWord(row), row.position.published?.on ?? '', String(row.toSend),
      ]),
    },
  ];
}
