/** Reports to store: as documents for the whole line, and as values for queries alone. Fictional bodies of 青禾县. */
import type { Edition } from '../../../src/lib/form/edition.ts';
import { editionOf } from '../../../src/lib/form/edition.ts';
import type { FigureId } from '../../../src/lib/form/figures.ts';
import type { RecognisedReport, Scope } from '../../../src/lib/recognition/report.ts';
import { SECTION_HEADINGS } from '../../../src/lib/form/sections.ts';
import { writeHtml } from '../../../src/lib/writers/write-html.ts';
import { wholeFigures, type Cell } from '../../support/whole-report.ts';

export interface ReportWish {
  body?: string;
  year?: number;
  cells?: Record<FigureId, Cell>;
  scope?: Scope;
}

/** The bytes of an HTML report in the form of its year. Blank cells stay blank. */
export function reportBytes({ body = '青禾县民政局', year = 2024, cells = {} }: ReportWish = {}): Uint8Array {
  const edition = editionOf(year);
  const html = writeHtml({
    title: `${body}${year}年政府信息公开工作年度报告`, edition, figures: wholeFigures(edition, cells),
    sections: SECTION_HEADINGS.map(({ number, title }) => ({ number, title, text: `${body}按要求开展工作。` })),
    closing: [body, `${year + 1}年1月20日`],
  });
  return new TextEncoder().encode(html);
}

/** What recognition would make of it. */
export function recognised({ body = '青禾县民政局', year = 2024, scope = 'own' }: ReportWish = {}): RecognisedReport {
  const edition: Edition = editionOf(year);
  return {
    title: `${body}${year}年政府信息公开工作年度报告`, body, year, scope, edition, period: { from: `${year}-01-01`, to: `${year}-12-31` }, dated: `${year + 1}-01-20`,
    evidence: { body: [{ from: 'title', value: body }], year: [{ from: 'title', value: String(year) }], scope: [] }, opening: '',
    sections: SECTION_HEADINGS.map(({ number, title }) => ({ number, title, text: '按要求开展工作。', at: { block: number } })),
    tables: ['二', '三', '四'], cells: [], extraRows: [{ table: '三', label: '备注', cells: ['1'], at: { block: 3, row: 40 } }],
    drift: [{ kind: 'label', table: '三', printed: '本年度止件数', expected: '本年度废止件数', at: { block: 2, row: 1, cell: 0 } }],
  };
}
