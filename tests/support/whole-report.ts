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
      const count = (index * 3 + column * 2) % 5;
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

/** A county bureau's report of 2024 (edition of 2019: of 2020) in which every check passes. */
export function wholeReport(edition: Edition, cells: Record<FigureId, Cell> = {}, changes: Partial<CheckedReport> = {}): CheckedReport {
  const year = edition === '2021' ? 2024 : 2020;
  return {
    body: '青禾县民政局', bodyKind: 'department', year, edition, scope: 'own', title: `青禾县民政局${year}年政府信息公开工作年度报告`,
    sections: SECTION_HEADINGS.map(({ number, title }) => ({ number, title, text: '本单位按要求开展工作。', at: { block: 1000 + number } })),
    figures: wholeFigures(edition, cells), drift: [], tables: ['二', '三', '四'], ...changes,
  };
}
