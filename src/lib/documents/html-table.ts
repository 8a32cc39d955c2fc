/** A table of a page to a grid: every cell with the columns and rows it covers. */
import type { Cell, Table } from './document.ts';
import { attribute, childrenOf, isElement, type Element, type Node } from './html-tree.ts';

/** Wider than any report; `colspan="100000"` is cut to it. */
const MOST_COLUMNS = 200;

/** Rows of this table, not of tables inside it. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of table.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === 'tr') rows.push(child);
    else if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot')
      rows.push(...child.childNodes.filter(isElement).filter((inner) => inner.tagName === 'tr'));
  }
  return rows;
}
export function cellsOf(row: Element): Element[] {
  return row.childNodes.filter(isElement).filter((child) => child.tagName === 'td' || child.tagName === 'th');
}

function innerTables(node: Node): Element[] {
  const found: Element[] = [];
  for (const child of childrenOf(node)) {
    if (isElement(child) && child.tagName === 'table') found.push(child);
    else found.push(...innerTables(child));
  }
  return found;
}

/**
 * Whether the table only arranges the page: one column, or tables of several cells inside its cells. A table of a
 * single cell inside a cell is decoration.
 */
export function isLayout(rows: readonly Element[]): boolean {
  const cells = rows.map(cellsOf);
  if (cells.every((row) => row.length <= 1)) return true;
  return cells.flat().some((cell) => innerTables(cell).some((inner) => rowsOf(inner).flatMap(cellsOf).length > 1));
}

const span = (cell: Element, name: 'colspan' | 'rowspan', most: number): number => {
  const given = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(given) ? Math.min(Math.max(given, 0), most) : 1;
};

/**
 * The grid: cells take the first free column of their row, as browsers place them. `text` gives a cell's text.
 * A rowspan that reaches below the table is cut; `rowspan="0"` reaches to its end.
 */
export function gridOf(rows: readonly Element[], text: (cell: Element) => string): Table {
  /** First row in which the column is free again. */
  const freeFrom: number[] = [];
  return {
    kind: 'table',
    grid: true,
    rows: rows.map((row, index) => {
      const placed: Cell[] = [];
      let column = 0;
      for (const element of cellsOf(row)) {
        while (column < MOST_COLUMNS && (freeFrom[column] ?? 0) > index) column++;
        if (column >= MOST_COLUMNS) break;
        const colspan = Math.max(1, span(element, 'colspan', MOST_COLUMNS - column));
        const rowspan = Math.min(span(element, 'rowspan', rows.length) || rows.length, rows.length - index);
        for (let covered = column; covered < column + colspan; covered++) freeFrom[covered] = index + rowspan;
        placed.push({ text: text(element), column, colspan, rowspan });
        column += colspan;
      }
      return placed;
    }),
  };
}
