import { describe, expect, it } from 'vitest';
import { EDITIONS } from './edition.ts';
import { figuresOf, TABLES } from './figures.ts';
import { layoutOf, type LayoutCell, type TableLayout } from './layout.ts';

/** Lays the cells out as a browser does; a cell that would overlap another, or leaves a hole, shows in the grid. */
function gridOf(layout: TableLayout): (LayoutCell | undefined)[][] {
  const grid: (LayoutCell | undefined)[][] = layout.rows.map(() => []);
  layout.rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column]) column += 1;
      for (let down = 0; down < cell.rowspan; down++)
        for (let right = 0; right < cell.colspan; right++) {
          const line = grid[row + down];
          if (!line) throw new Error(`row ${row + down} does not exist`);
          if (line[column + right]) throw new Error(`two cells at ${row + down}, ${column + right}`);
          line[column + right] = cell;
        }
      column += cell.colspan;
    }
  });
  return grid;
}

describe.each(EDITIONS.flatMap((edition) => TABLES.map((table) => ({ edition, table }))))('table $table, edition of $edition', ({ edition, table }) => {
  const layout = layoutOf(table, edition);
  const grid = gridOf(layout);

  it('fills its grid without holes', () => {
    for (const line of grid) {
      expect(line).toHaveLength(layout.columns);
      for (let column = 0; column < layout.columns; column++) expect(line[column]).toBeDefined();
    }
  });

  it('holds each figure of the edition exactly once', () => {
    const shown = layout.rows.flat().flatMap((cell) => cell.figure ?? []);
    expect([...shown].sort()).toEqual(figuresOf(edition).filter((figure) => figure.table === table).map(({ id }) => id).sort());
  });

  it('prints the row and column of each figure in line with it', () => {
    const placed = new Map<string, [number, number]>();
    grid.forEach((line, row) => line.forEach((cell, column) => cell?.figure && !placed.has(cell.figure) && placed.set(cell.figure, [row, column])));
    for (const { id, wording } of figuresOf(edition).filter((figure) => figure.table === table)) {
      const [row, column] = placed.get(id) ?? [-1, -1];
      const left = new Set((grid[row] ?? []).slice(0, column).map((cell) => cell?.text));
      const above = new Set(grid.slice(0, row).map((line) => line[column]?.text));
      const { row: printedRow, column: printedColumn } = wording[edition] ?? { row: '', column: '' };
      // In table 四 the group stands above, not at the side; in table 二 the paragraph of article 20 does.
      for (const part of printedRow.split(/ ?\/ ?(?=\S)/u)) expect(left.has(part) || above.has(part), `${id}: ${part}`).toBe(true);
      for (const part of printedColumn.split(' / ')) expect(above, id).toContain(part);
    }
  });
});

describe('fingerprints of the editions', () => {
  it.each([['2019', 20], ['2021', 22]] as const)('本年度办理结果 of %s spans %i rows', (edition, rowspan) => {
    expect(layoutOf('三', edition).rows.flat().find((cell) => cell.text === '三、本年度办理结果')?.rowspan).toBe(rowspan);
  });
});

describe('table 四', () => {
  it('heads the results of 行政复议 one row above those of 行政诉讼, as the annex prints them', () => {
    const heads = layoutOf('四', '2021').rows.slice(0, 3).map((row) => row.map(({ text, colspan, rowspan }) => `${text} ${colspan}×${rowspan}`));
    const results = (rowspan: number): string[] => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((label) => `${label} 1×${rowspan}`);
    expect(heads).toEqual([['行政复议 5×1', '行政诉讼 10×1'], [...results(2), '未经复议直接起诉 5×1', '复议后起诉 5×1'], [...results(1), ...results(1)]]);
  });
});
