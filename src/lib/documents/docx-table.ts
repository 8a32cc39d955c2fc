/** Tables of Word documents: from the cells of their rows to a grid. */
import type { Block, Cell, Table } from './document.ts';

export interface OpenCell {
  column: number;
  colspan: number;
  merge?: 'restart' | 'continue';
  /** Deleted as a tracked change, or merged with the cell to its left. */
  gone?: 'deleted' | 'merged';
  blocks: Block[];
}
/** Text of a cell: its paragraphs as lines; of a small table inside it, rows as lines and cells parted by tabs. */
function cellText(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n'))).join('\n');
}

/**
 * The rows as a true grid: a cell merged with the one above is part of it. A merge that nothing above begins is taken as
 * begun by the cell above when it is empty (some converters leave `restart` out), else as a cell of its own. What stands
 * in a cell that is merged away is not printed, and not read.
 */
function gridOf(rows: readonly OpenCell[][]): Cell[][] {
  /** The cell last seen at a column, the row after it, and whether it is being merged downwards. */
  const above = new Map<number, { cell: Cell; next: number; merging: boolean }>();
  return rows.map((row, index) =>
    row.flatMap(({ column, colspan, merge, blocks }) => {
      const text = cellText(blocks);
      const upper = above.get(column);
      if (merge === 'continue' && upper?.next === index && upper.cell.colspan === colspan && (upper.merging || text.trim() === '')) {
        upper.cell.rowspan++;
        above.set(column, { ...upper, next: index + 1 });
        return [];
      }
      const cell: Cell = { text, column, colspan, rowspan: 1 };
      above.set(column, { cell, next: index + 1, merging: merge !== undefined });
      return [cell];
    }));
}

const size = (table: { rows: readonly (readonly unknown[])[] }): number => table.rows.reduce((sum, row) => sum + row.length, 0);

/**
 * A closed table as blocks. A table that only frames what stands in it (one cell a row, or a table inside with at least as
 * many cells as the frame) gives its content; in any other table the tables inside become text of their cell.
 */
export function tableBlocks(rows: OpenCell[][]): Block[] {
  const inner = rows.flat().flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const frame = rows.every((row) => row.length === 1) || inner.some((table) => size(table) >= size({ rows }));
  if (frame) return rows.flat().flatMap(({ blocks }) => blocks);
  const table: Table = { kind: 'table', rows: gridOf(rows), grid: true };
  return size(table) > 0 ? [table] : [];
}
