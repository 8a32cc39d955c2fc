/** A whole, consistent report of either edition, made from the form's data; tests change one thing in it. */
import type { CheckedReport } from '../../src/lib/checks/finding.ts';
import type { Figure, Figures, MissingReason } from '../../src/lib/figures/figure.ts';
import type { Edition } from '../../src/lib/form/edition.ts';
import { figuresOf, type FigureId } from '../../src/lib/form/figures.ts';
import { SECTION_HEADINGS } from '../../src/lib/form/sections.ts';
import { CASE_GROUPS } from '../../src/lib/form/table-four.ts';
import { APPLICANTS, tableThreeRows } from '../../src/lib/form/table-three.ts';

/** What a cell of the test holds: a number, or raw text with the reason why it is none. */
export type Cell = number | { missing: MissingReason; raw?: string | null };

export function figure(cell: Cell, block = 0): Figure {
  if (typeof cell === 'number') return { value: cell, raw: String(cell), at: { block } };
  return cell.missing === 'absent' ? { value: null, missing: 'absent', raw: null, at: null } : { value: null, missing: cell.missing, raw: cell.raw ?? '', at: { block } };
}

/**
 * Numbers that keep every identity: outcomes of 0…4 by row and column, received and carried over to balance them.
 * No rules, since the body is a county bureau.
 */
function consistentNumbers(edition: Edition): Map<FigureId, number> {
  const numbers = new Map<FigureId, number>();
  figuresOf(edition).filter(({ table }) => table === '二').forEach(({ id }, index) => numbers.set(id, id.startsWith('t2.rules.') ? 0 : index + 1));
  const people = APPLICANTS.filter((applicant) => applicant !== 'total');
  const rows = tableThreeRows(edition);
  people.forEach((applicant, column) => {
    let processed = 0;
    rows.filter((row) => row.outcome).forEach((row, index) => {
      // No state secrets: a count of them is a note of its own.
      const count = row.key === 'refused.state_secret' ? 0 : (index * 3 + column * 2) % 5;
      processed += count;
      numbers.set(`t3.${row.key}.${applicant}`, count);
    });
    const [carriedIn, carriedForward] = [column + 1, column + 2];
    numbers.set(`t3.processed.${applicant}`, processed);
    numbers.set(`t3.carried_in.${applicant}`, carriedIn);
    numbers.set(`t3.carried_forward.${applicant}`, carriedForward);
    numbers.set(`t3.received.${applicant}`, processed + carriedForward - carriedIn);
  });
  for (const row of rows) numbers.set(`t3.${row.key}.total`, people.reduce((sum, applicant) => sum + (numbers.get(`t3.${row.key}.${applicant}`) ?? 0), 0));
  CASE_GROUPS.forEach((group, index) => {
    (['upheld', 'corrected', 'other_result', 'pending'] as const).forEach((result, place) => numbers.set(`t4.${group}.${result}`, index + place));
    numbers.set(`t4.${group}.total`, 4 * index + 6);
  });
  return numbers;
}

/** The figures of a whole report, with some cells changed or, of the other edition, added. */
export function wholeFigures(edition: Edition, changes: Record<FigureId, Cell> = {}): Figures {
  const cells: [FigureId, Cell][] = [...consistentNumbers(edition), ...Object.entries(changes)];
  return Object.fromEntries(cells.map(([id, cell], block) => [id, figure(cell, block)]));
}

/** Prose that says nothing to object to; section 一 has its five aspects. */
const PROSE: Record<number, string> = {
  1: '本局按照要求开展政府信息公开工作。\n（一）主动公开。公布办事指南和补贴发放结果。\n（二）依申请公开。按期答复申请人。\n（三）政府信息管理。发布前由专人审核。\n（四）政府信息公开平台建设。栏目每周更新。\n（五）监督保障。开展培训两次，纳入年度考核。',
  5: '（一）存在的主要问题：解读材料多为文字，图表较少；救助政策栏目有两个月没有更新。\n（二）改进情况：每件政策配一张图解；由办公室每月检查栏目。',
  6: '本年度未收取信息处理费。',
};

/** A county bureau's report of 2024 (edition of 2019: of 2020) in which every check passes. */
export function wholeReport(edition: Edition, cells: Record<FigureId, Cell> = {}, changes: Partial<CheckedReport> = {}): CheckedReport {
  const year = edition === '2021' ? 2024 : 2020;
  const [body, title] = ['青禾县民政局', `青禾县民政局${year}年政府信息公开工作年度报告`];
  return {
    body, bodyKind: 'department', year, edition, scope: 'own', title,
    period: { from: `${year}-01-01`, to: `${year}-12-31` }, dated: `${year + 1}-01-15`,
    evidence: {
      body: [{ from: 'title', value: body }, { from: 'signature', value: body }, { from: 'file name', value: '县民政局' }],
      year: [{ from: 'title', value: String(year) }, { from: 'period', value: String(year) }, { from: 'signature', value: String(year) }, { from: 'file name', value: String(year) }],
      scope: [{ from: 'title', value: body }, { from: 'first person', value: '我局' }],
    },
    opening: `${title}\n本报告由六个部分组成。统计期限为${year}年1月1日至${year}年12月31日。`,
    sections: SECTION_HEADINGS.map(({ number, title: heading }) => ({ number, title: heading, text: PROSE[number] ?? '', at: { block: 1000 + number } })),
    figures: wholeFigures(edition, cells), drift: [], extraRows: [], tables: ['二', '三', '四'], ...changes,
  };
}
