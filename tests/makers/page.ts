/**
 * A report as it will be drawn: tables, and for each figure what a person reads there. Truth is known because the
 * document was made from it, never because it was read.
 */
import { drawTables, type DrawnTable, type Edition, type TableName } from './form.ts';
import type { LawfulReport } from './lawful.ts';

/** Why a cell holds no number, as the product's contract names it. */
export type Reason = 'blank' | 'dash' | 'none' | 'text' | 'not_a_count' | 'absent';

/** What a person reads at a figure's printed row and column. */
export interface Truth {
  /** null where no number is printed. */
  value: number | null;
  /** Of null: what the reader may call it; empty where any reason is right. */
  reasons: Reason[];
  /**
   * What else a person may read there where a row was moved or cells ran together, by the way of reading the row: a whole row is read in
   * one way, never some of its cells in one and some in another. A figure that a way does not name is read as `value`.
   */
  also: Map<Way, number | null>;
  /** Whether the document tells it; false where cells ran together, were lost or moved. */
  legible: boolean;
}

/**
 * Ways to read a changed row: each cell under its own heading; all numbers in their order, wherever they begin; digits that ran together as one
 * number; numbers between spaces; as it was meant, without the number that was pushed out of the table.
 */
export type Way = 'under its heading' | 'in order' | 'as one number' | 'between spaces' | 'without the lost one';

export interface PageBreak {
  table: TableName;
  /** Row of the table before which the page ends. */
  row: number;
  kind: 'new table' | 'new table with heading' | 'page number' | 'heading again';
}

export interface Page {
  edition: Edition;
  body: string;
  year: number;
  tables: DrawnTable[];
  breaks: PageBreak[];
  truth: Map<string, Truth>;
  /** What was done to it, for the report of a counterexample. */
  changes: string[];
}

export function reasonOf(text: string): Reason {
  const plain = text.replace(/[\s\u00a0]/g, '');
  return plain === '' ? 'blank' : /^[-—－/]+$/.test(plain) ? 'dash' : 'none';
}

export function pageOf(report: LawfulReport): Page {
  const truth = new Map([...report.numbers].map(([id, value]): [string, Truth] => [
    id, { value, reasons: value === null ? [reasonOf(report.printed.get(id) ?? '')] : [], also: new Map(), legible: true },
  ]));
  return { edition: report.edition, body: report.body, year: report.year, tables: drawTables(report.edition, report.printed), breaks: [], truth, changes: [] };
}

/** A page whose tables may be changed without touching the original. */
export function copyOf(page: Page): Page {
  return {
    ...page, breaks: [...page.breaks], changes: [...page.changes],
    tables: page.tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map((cell) => ({ ...cell }))) })),
    truth: new Map([...page.truth].map(([id, truth]) => [id, { ...truth, also: new Map(truth.also) }])),
  };
}

export const titleOf = ({ body, year }: Page): string => `${body}${year}年政府信息公开工作年度报告`;
export const PROSE: Record<string, string> = {
  一: '全年按照条例要求公开工作信息，栏目按月更新，公开前由专人审核。',
  五: '存在的问题是解读形式较少。下一步将增加图解，做好栏目维护。',
  六: '没有其他需要报告的事项。',
};

/** Rows of a table as a spreadsheet pastes them: what a merged cell covers is empty. A row may be longer than the table. */
export function sheetRows(table: DrawnTable): string[][] {
  return placed(table).map((cells) => {
    const line: string[] = [];
    for (const { cell, column } of cells) {
      while (line.length < column) line.push('');
      if (cell) line.push(cell.text, ...new Array<string>(cell.colspan - 1).fill(''));
      else line.push('');
    }
    return line;
  });
}

/** Cells of each row by grid column; `cell` is null where a cell from above reaches down. */
export function placed(table: DrawnTable): { cell: DrawnTable['rows'][number][number] | null; column: number; colspan: number }[][] {
  const covered = new Map<string, number>();
  return table.rows.map((row, number) => {
    const cells: { cell: DrawnTable['rows'][number][number] | null; column: number; colspan: number }[] = [];
    let column = 0;
    const skip = (): void => {
      for (let span = covered.get(`${number},${column}`); span !== undefined; span = covered.get(`${number},${column}`)) {
        cells.push({ cell: null, column, colspan: span });
        column += span;
      }
    };
    for (const cell of row) {
      skip();
      cells.push({ cell, column, colspan: cell.colspan });
      for (let down = 1; down < cell.rowspan; down++) covered.set(`${number + down},${column}`, cell.colspan);
      column += cell.colspan;
    }
    skip();
    return cells;
  });
}
