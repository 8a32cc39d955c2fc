/** A report as plain text or Markdown, the ways offices keep or paste it. */
import type { PrintedTable, ReportText } from './draft.ts';
import { gridOf } from './draw-table.ts';

function lines(text: ReportText, table: (table: PrintedTable) => string[], heading: (words: string, level: number) => string, gap: string[]): string {
  const parts = [heading(text.title, 1), ...gap, ...text.lead.flatMap((line) => [line, ...gap])];
  for (const section of text.sections) {
    parts.push(heading(section.heading, 2), ...gap, ...section.before.flatMap((line) => [line, ...gap]));
    if (section.table) parts.push(...table(section.table), ...gap);
  }
  return [...parts, ...text.signature].join('\n') + '\n';
}

/**
 * Cells parted by tabs. `merged` keeps an empty place for everything a merged cell covers (pasted from a sheet);
 * without it only what stands to the left of a cell is kept (saved from Word).
 */
export function printText(text: ReportText, merged: boolean): string {
  return lines(text, (table) => gridOf(table, merged).map((row) => row.join('\t')), (words) => words, ['']);
}

export function printMarkdown(text: ReportText): string {
  const table = (printed: PrintedTable): string[] => {
    const [first, ...rest] = gridOf(printed).map((row) => `| ${row.join(' | ')} |`);
    return [first ?? '', `|${' --- |'.repeat(printed.columns)}`, ...rest];
  };
  return lines(text, table, (words, level) => `${'#'.repeat(level)} ${words}`, ['']);
}
