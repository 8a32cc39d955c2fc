/** Bytes and file name of a report, in the format its body sends. */
import type { Figures } from '../figures/figure.ts';
import { writeDocx } from '../writers/write-docx.ts';
import type { StatutoryReport } from '../writers/report-parts.ts';
import { writeXlsx } from '../writers/write-xlsx.ts';
import { editionOf } from '../form/edition.ts';
import { figuresOf } from '../form/figures.ts';
import { HEADINGS, type Draft, type ReportText } from './draft.ts';
import { encodeGb18030 } from './gb18030.ts';
import { printCleanPage, printPortalPage, printWordPage } from './print-html.ts';
import { printMarkdown, printText } from './print-text.ts';
import { seeded } from './seeded.ts';

export type Style = 'text' | 'text sheet' | 'text gb18030' | 'html clean' | 'html gb18030' | 'html word' | 'html portal' | 'markdown' | 'docx' | 'xlsx';

const USUAL: Record<Style, number> = {
  text: 16, 'text sheet': 8, 'text gb18030': 5, 'html clean': 14, 'html gb18030': 4, 'html word': 12, 'html portal': 15, markdown: 6, docx: 14, xlsx: 6,
};
const EXTENSION: Record<Style, string> = {
  text: 'txt', 'text sheet': 'txt', 'text gb18030': 'txt', 'html clean': 'html', 'html gb18030': 'html', 'html word': 'htm', 'html portal': 'html', markdown: 'md', docx: 'docx', xlsx: 'xlsx',
};

/** Word and Excel files are written of the unchanged form; a changed one is sent as a page. */
function unchanged({ form, year }: Draft): boolean {
  return form.rowsOmitted.length + form.extraRows.length + Object.keys(form.labels).length === 0
    && Object.values(form.editions).every((edition) => edition === editionOf(year));
}

export function styleOf(draft: Draft): Style {
  const drawn = seeded(`${draft.body.code}/${draft.year}/style`).weighted(USUAL);
  return (drawn === 'docx' || drawn === 'xlsx') && !unchanged(draft) ? 'html clean' : drawn;
}

function officeReport(draft: Draft, text: ReportText): StatutoryReport {
  const figures: Figures = {};
  for (const { id } of figuresOf(editionOf(draft.year))) figures[id] = { value: draft.values[id] ?? 0, raw: null, at: null };
  return {
    title: text.title, edition: editionOf(draft.year), opening: text.lead.join('\n'), figures, printed: draft.cells,
    sections: text.sections.map((section) => ({ number: section.number, title: section.heading.slice(2), text: section.before.join('\n') })),
    tables: (['二', '三', '四'] as const).filter((table) => !draft.form.omitted.includes(table)), closing: text.signature,
  };
}

/** The file's name is not always the report's title: some bodies write their short name and some only a number. */
export function fileName(draft: Draft, text: ReportText, style: Style): string {
  const short = draft.body.names.find((entry) => entry.role === 'alias')?.name ?? draft.name;
  const stem = seeded(`${draft.body.code}/${draft.year}/file`).pick([text.title, text.title, `${draft.year}年${short}年报`, `${short}${draft.year}政府信息公开年度报告（定稿）`, `${draft.year}-${draft.body.code}`]);
  return `${stem}.${EXTENSION[style]}`;
}

export function printDocument(draft: Draft, text: ReportText, style: Style, publisher: string, publishedOn: string | null): Uint8Array {
  const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
  switch (style) {
    case 'text': return utf8(printText(text, false));
    case 'text sheet': return utf8(printText(text, true));
    case 'text gb18030': return encodeGb18030(printText(text, false));
    case 'html clean': return utf8(printCleanPage(text));
    case 'html gb18030': return encodeGb18030(printCleanPage(text, 'gb2312'));
    case 'html word': return utf8(printWordPage(text));
    case 'html portal': return utf8(printPortalPage(text, publisher, publishedOn));
    case 'markdown': return utf8(printMarkdown(text));
    case 'docx': return writeDocx(officeReport(draft, text));
    case 'xlsx': return writeXlsx(officeReport(draft, text));
  }
}

/** Headings of the form, where a body prints another lawful wording. */
export const LAWFUL_HEADINGS: readonly string[] = HEADINGS.map((heading, index) => [
  '总体工作情况', '行政机关主动公开政府信息情况', '行政机关收到和处理政府信息公开申请情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况', '政府信息公开工作存在的主要问题及改进情况', '其他需要报告的事项',
][index] ?? heading);
