/** A statutory table with a draft's cells, in the form's own layout. */
import type { TableNumber } from '../form/figures.ts';
import { layoutOf } from '../form/layout.ts';
import { printed, type Draft, type PrintedCell, type PrintedTable } from './draft.ts';

export function drawTable(table: TableNumber, draft: Draft): PrintedTable {
  const { form } = draft;
  const layout = layoutOf(table, form.editions[table]);
  const rows: PrintedCell[][] = [];
  /** Rows left out so far, by the index of the layout: a merged heading beside them gets shorter. */
  const left = layout.rows.map((row) => row.some((cell) => cell.role === 'row' && form.rowsOmitted.includes(cell.text)));
  layout.rows.forEach((row, index) => {
    if (left[index]) return;
    rows.push(row.map((cell) => ({
      text: cell.figure ? printed(draft, cell.figure) : form.labels[cell.text] ?? cell.text,
      colspan: cell.colspan,
      rowspan: cell.rowspan - left.slice(index, index + cell.rowspan).filter((omitted) => omitted).length,
    })));
    for (const extra of form.extraRows)
      if (row.some((cell) => cell.text === extra.after)) rows.push(extra.cells.map((text) => ({ text, colspan: 1, rowspan: 1 })));
  });
  return { columns: layout.columns, rows };
}

/**
 * The grid of texts: a merged cell's text stands in its first place, and what it covers is ''. With `merged` false a wide
 * cell takes one place, as where Word saves a table as text; below a tall cell there is an empty place either way.
 */
export function gridOf(table: PrintedTable, merged = true): string[][] {
  /** Places covered from above: true where the covering cell begins. */
  const covered = new Map<string, boolean>();
  return table.rows.map((row, y) => {
    const line: string[] = [];
    let x = 0;
    const skipCovered = (): void => {
      for (let begins = covered.get(`${y}/${x}`); begins !== undefined; begins = covered.get(`${y}/${x}`)) {
        if (merged || begins) line.push('');
        x += 1;
      }
    };
    for (const cell of row) {
      skipCovered();
      line.push(cell.text, ...new Array<string>(merged ? cell.colspan - 1 : 0).fill(''));
      for (let down = 1; down < cell.rowspan; down++) for (let step = 0; step < cell.colspan; step++) covered.set(`${y + down}/${x + step}`, step === 0);
      x += cell.colspan;
    }
    skipCovered();
    return line;
  });
}
