/**
 * The three tables in the form's own layout, with merged headers, drawn from the form's data alone.
 * Pages, exports and writers draw from this; nothing else knows where a cell stands.
 */
import type { Edition } from './edition.ts';
import type { FigureId, TableNumber } from './figures.ts';
import { CASE_GROUP_COLUMNS, CASE_RESULT_COLUMNS, LITIGATION_HEADING } from './table-four.ts';
import {
  APPLICANT_COLUMNS, APPLICANT_HEADING, ORGANISATION_HEADING, OUTCOMES_HEADING, TABLE_THREE_CORNER, tableThreeRows,
} from './table-three.ts';
import { TABLE_TWO, TABLE_TWO_STUB } from './table-two.ts';

export interface LayoutCell {
  /** Printed wording of a heading; '' in a cell that holds a figure. */
  text: string;
  gloss: string;
  colspan: number;
  rowspan: number;
  /** `column` and `row` headings; `figure` cells hold a number; `filler` is an empty cell of the form. */
  role: 'column' | 'row' | 'figure' | 'filler';
  figure?: FigureId;
}
export interface TableLayout {
  table: TableNumber;
  columns: number;
  rows: LayoutCell[][];
}

const head = (role: 'column' | 'row', text: string, gloss: string, colspan = 1, rowspan = 1): LayoutCell => ({ role, text, gloss, colspan, rowspan });
const cell = (figure: FigureId, colspan = 1): LayoutCell => ({ role: 'figure', text: '', gloss: '', colspan, rowspan: 1, figure });

/** Headings that stand over groups of rows of table 三, in English. */
const GROUP_GLOSS: Record<string, string> = {
  '（三）不予公开': 'Refused', '（四）无法提供': 'Unavailable', '（五）不予处理': 'Not processed', '（六）其他处理': 'Other handling',
};

function tableTwo(edition: Edition): TableLayout {
  const columns = 4;
  const rows: LayoutCell[][] = [];
  for (const block of TABLE_TWO[edition]) {
    // The cells of a block with fewer columns are merged so that the outer edge stays straight.
    const spans = block.columns.map((_, index) => (index === block.columns.length - 1 ? columns - block.columns.length : 1));
    rows.push([head('column', block.heading, `Article ${block.article}`, columns)]);
    rows.push([head('column', TABLE_TWO_STUB, 'Content'), ...block.columns.map((column, index) => head('column', column.label, column.gloss, spans[index]))]);
    for (const row of block.rows)
      rows.push([head('row', row.label, row.gloss), ...block.columns.map((column, index) => cell(`t2.${row.key}.${column.key}`, spans[index]))]);
  }
  return { table: '二', columns, rows };
}

function tableThree(edition: Edition): TableLayout {
  const organisations = APPLICANT_COLUMNS.filter((column) => column.organisation);
  const [natural, total] = [APPLICANT_COLUMNS[0]!, APPLICANT_COLUMNS[6]!];
  const rows: LayoutCell[][] = [
    [head('column', TABLE_THREE_CORNER, 'In each column, items 1 + 2 equal items 3 + 4', 3, 3), head('column', APPLICANT_HEADING, 'Applicants', 7)],
    [head('column', natural.label, natural.gloss, 1, 2), head('column', ORGANISATION_HEADING, 'Legal persons and other organisations', 5), head('column', total.label, total.gloss, 1, 2)],
    organisations.map((column) => head('column', column.label, column.gloss)),
  ];
  const printed = tableThreeRows(edition);
  const outcomes = printed.filter((row) => row.outcome || row.key === 'processed');
  printed.forEach((row, index) => {
    const cells: LayoutCell[] = [];
    const inside = row.outcome !== undefined || row.key === 'processed';
    if (row === outcomes[0]) cells.push(head('row', OUTCOMES_HEADING, 'Outcomes of this year', 1, outcomes.length));
    if (!inside) cells.push(head('row', row.label, row.gloss, 3));
    else if (!row.group) cells.push(head('row', row.label, row.gloss, 2));
    else {
      if (printed[index - 1]?.group !== row.group)
        cells.push(head('row', row.group, GROUP_GLOSS[row.group] ?? '', 1, printed.filter((other) => other.group === row.group).length));
      cells.push(head('row', row.label, row.gloss));
    }
    rows.push([...cells, ...APPLICANT_COLUMNS.map((column) => cell(`t3.${row.key}.${column.key}`))]);
  });
  return { table: '三', columns: 10, rows };
}

function tableFour(): TableLayout {
  const [review, ...litigation] = CASE_GROUP_COLUMNS;
  // The results of 行政复议 stand beside the second heading row of 行政诉讼 and reach down to its third (annex of 30号).
  const results = (rowspan: number): LayoutCell[] => CASE_RESULT_COLUMNS.map((column) => head('column', column.label, column.gloss, 1, rowspan));
  return {
    table: '四', columns: 15,
    rows: [
      [head('column', review!.label, review!.gloss, 5), head('column', LITIGATION_HEADING, 'Administrative litigation', 10)],
      [...results(2), ...litigation.map((group) => head('column', group.label, group.gloss, 5))],
      litigation.flatMap(() => results(1)),
      CASE_GROUP_COLUMNS.flatMap((group) => CASE_RESULT_COLUMNS.map((result) => cell(`t4.${group.key}.${result.key}`))),
    ],
  };
}

/** The table as the edition prints it: rows of cells with spans, each figure exactly once. */
export function layoutOf(table: TableNumber, edition: Edition): TableLayout {
  return table === '二' ? tableTwo(edition) : table === '三' ? tableThree(edition) : tableFour();
}
