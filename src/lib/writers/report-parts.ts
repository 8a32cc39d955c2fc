/**
 * What every writer of the form prints, in reading order: title, headings, prose and the three tables. The writers only
 * turn these parts into their format, so that docx, xlsx and html cannot print different things.
 */
import type { Figures } from '../figures/figure.ts';
import type { Edition } from '../form/edition.ts';
import { TABLES, type FigureId, type TableNumber } from '../form/figures.ts';
import { layoutOf, type LayoutCell } from '../form/layout.ts';
import { SECTION_HEADINGS } from '../form/sections.ts';

export interface StatutoryReport {
  title: string;
  edition: Edition;
  /** Lines between the title and the first section. */
  opening?: string;
  /**
   * Sections in printed order, tables standing after the text of theirs. `title` without ordinal, by default the form's;
   * lines of `text` are paragraphs. Absent: the empty form with its six headings.
   */
  sections?: readonly { number: number; title?: string; text: string }[];
  /** Absent or null: an empty form. A figure without a value leaves its cell blank, never 0. */
  figures?: Figures | null;
  /** Cells printed as given instead of their figure's value, for instance `1646.5万元` or `/`. */
  printed?: Readonly<Record<FigureId, string>>;
  /** Tables to print; by default all three. */
  tables?: readonly TableNumber[];
  /** Signature and date, at the right. */
  closing?: readonly string[];
}

/** A cell of a table's grid. `continued` cells are covered by the rowspan of one above. */
export interface GridCell {
  column: number;
  colspan: number;
  rowspan: number;
  role: LayoutCell['role'];
  text: string;
  /** Present where the text is the figure's value. */
  value?: number;
  continued: boolean;
}

export interface TablePart {
  kind: 'table';
  table: TableNumber;
  columns: number;
  rows: GridCell[][];
}
export interface TextPart {
  kind: 'title' | 'heading' | 'paragraph' | 'closing';
  text: string;
  /** 1…6, of headings. */
  section?: number;
}
export type Part = TextPart | TablePart;

/** A number in plain decimal digits: 0.0000001, never 1e-7. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

function tablePart(table: TableNumber, report: StatutoryReport): TablePart {
  const layout = layoutOf(table, report.edition);
  /** Cells that reach into rows below, by their first column. */
  const reaching = new Map<number, { cell: GridCell; rows: number }>();
  const rows = layout.rows.map((layoutRow) => {
    const row: GridCell[] = [];
    let column = 0;
    const continueFromAbove = (): void => {
      for (let above = reaching.get(column); above; above = reaching.get(column)) {
        row.push({ ...above.cell, text: '', continued: true });
        if (--above.rows === 0) reaching.delete(column);
        column += above.cell.colspan;
      }
    };
    for (const { colspan, rowspan, role, text, figure } of layoutRow) {
      continueFromAbove();
      const value = figure && !(report.printed && figure in report.printed) ? (report.figures?.[figure]?.value ?? undefined) : undefined;
      const cellText = figure ? (report.printed?.[figure] ?? (value === undefined ? '' : plainNumber(value))) : text;
      const cell: GridCell = { column, colspan, rowspan, role, text: cellText, continued: false, ...(value === undefined ? {} : { value }) };
      row.push(cell);
      if (rowspan > 1) reaching.set(column, { cell, rows: rowspan - 1 });
      column += colspan;
    }
    continueFromAbove();
    return row;
  });
  return { kind: 'table', table, columns: layout.columns, rows };
}

/** Lines of prose as paragraphs; blank lines only part them. */
function paragraphs(text: string | undefined): TextPart[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line }));
}

/** The report as parts in reading order. */
export function reportParts(report: StatutoryReport): Part[] {
  const parts: Part[] = [{ kind: 'title', text: report.title }, ...paragraphs(report.opening)];
  const tables = report.tables ?? TABLES;
  for (const section of report.sections ?? SECTION_HEADINGS.map(({ number }) => ({ number, title: undefined, text: '' }))) {
    const heading = SECTION_HEADINGS.find(({ number }) => number === section.number);
    if (!heading) throw new Error(`No such section: ${section.number}`);
    parts.push({ kind: 'heading', text: `${heading.ordinal}、${section.title ?? heading.title}`, section: heading.number });
    parts.push(...paragraphs(section.text));
    // A table is named by the ordinal of its section.
    const table = tables.find((number) => number === heading.ordinal);
    if (table) parts.push(tablePart(table, report));
  }
  for (const text of report.closing ?? []) parts.push({ kind: 'closing', text });
  return parts;
}

/**
 * Text for XML and HTML: escaped, and without the control characters that XML forbids, which come in with text pasted
 * from elsewhere and make Word refuse the whole file.
 */
export function escapeMarkup(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
