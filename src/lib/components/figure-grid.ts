/** Where each figure of a table stands on its grid, so that the arrow keys move as the eye does. */
import type { FigureId } from '../form/figures.ts';
import type { TableLayout } from '../form/layout.ts';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

interface Position {
  figure: FigureId;
  row: number;
  column: number;
}

/** Grid positions of the figures, in reading order. Merged headings take their room in all rows they cover. */
export function figureGrid(layout: TableLayout): Position[] {
  const taken = new Set<string>();
  const found: Position[] = [];
  layout.rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row}:${column}`)) column += 1;
      for (let down = 0; down < cell.rowspan; down += 1) for (let right = 0; right < cell.colspan; right += 1) taken.add(`${row + down}:${column + right}`);
      if (cell.figure !== undefined) found.push({ figure: cell.figure, row, column });
      column += cell.colspan;
    }
  });
  return found;
}

/** The figure that a key leads to from another one; the same one at the edge of the table. */
export function neighbour(grid: readonly Position[], from: FigureId, direction: Direction): FigureId {
  const here = grid.find((position) => position.figure === from);
  if (!here) return from;
  const row = grid.filter((position) => position.row === here.row);
  if (direction === 'Home') return row[0]!.figure;
  if (direction === 'End') return row.at(-1)!.figure;
  if (direction === 'ArrowLeft') return row[row.indexOf(here) - 1]?.figure ?? from;
  if (direction === 'ArrowRight') return row[row.indexOf(here) + 1]?.figure ?? from;
  const rows = direction === 'ArrowUp' ? grid.filter((position) => position.row < here.row).reverse() : grid.filter((position) => position.row > here.row);
  const next = rows[0]?.row;
  // Rows of table 二 differ in width: the nearest cell at or left of the column.
  const candidates = grid.filter((position) => position.row === next);
  return (candidates.filter((position) => position.column <= here.column).at(-1) ?? candidates[0])?.figure ?? from;
}
