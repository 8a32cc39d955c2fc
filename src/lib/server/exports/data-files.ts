/** Data as files: what a picture shows, and everything there is with its dictionary. */
import { figureDefinition, FIGURES, type FigureId } from '../../form/figures.ts';
import { counterpart } from '../../form/comparability.ts';
import { csvText, tableRows, type DataCell } from '../../charts/table-csv.ts';
import type { ChartLabels } from '../../charts/labels.ts';
import type { TableModel } from '../../charts/table-model.ts';
import { writeSheets } from '../../writers/write-sheets.ts';
import type { Edition } from '../../form/edition.ts';

export interface DataFile {
  name: string;
  type: string;
  body: string | Uint8Array;
}
const CSV = 'text/csv;charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a picture shows, with title, note, source and date below it: `lines` are [what, text]. */
export function shownFile(format: 'csv' | 'xlsx', title: string, table: TableModel, labels: ChartLabels, lines: readonly [string, string][]): DataFile {
  const rows = tableRows(table, labels);
  if (format === 'csv') return { name: `${title}.csv`, type: CSV, body: csvText(rows) };
  return { name: `${title}.xlsx`, type: XLSX, body: writeSheets([{ name: labels.dataSheet, rows }, { name: labels.aboutSheet, rows: lines }]) };
}

/** One report as it counts, for the whole data. */
export interface WholeReport {
  county: string;
  body: string;
  name: string;
  kind: string;
  year: number;
  scope: string;
  edition: Edition;
  values: Record<FigureId, number | null>;
  /** Words for why a figure of the edition has no number. */
  reason: (figure: FigureId) => string;
}

const HEAD = ['county', 'body_code', 'body', 'kind', 'year', 'scope', 'edition'] as const;
const headOf = (report: WholeReport): DataCell[] => [report.county, report.body, report.name, report.kind, report.year, report.scope, report.edition];
/** A figure of the report's edition, or one that it prints all the same. */
const has = (report: WholeReport, id: FigureId): boolean => (report.values[id] ?? null) !== null || figureDefinition(id).wording[report.edition] !== undefined;

/** One line a figure of a report: value, or nothing and why. Figures outside the edition are not there. */
export function wholeCsv(reports: readonly WholeReport[]): string {
  function* rows(): Generator<DataCell[]> {
    yield [...HEAD, 'figure', 'value', 'missing'];
    for (const report of reports)
      for (const { id } of FIGURES) {
        if (!has(report, id)) continue;
        const value = report.values[id] ?? null;
        yield [...headOf(report), id, value, value === null ? report.reason(id) : ''];
      }
  }
  return csvText(rows());
}

/** One line a report and one column a figure; a cell without a number says why, one outside the edition is empty. With the dictionary. */
export function wholeXlsx(reports: readonly WholeReport[], labels: ChartLabels): Uint8Array {
  const rows: DataCell[][] = [[...HEAD, ...FIGURES.map(({ id }) => id)]];
  for (const report of reports) rows.push([...headOf(report), ...FIGURES.map(({ id }) => (has(report, id) ? (report.values[id] ?? report.reason(id)) : null))]);
  return writeSheets([{ name: labels.dataSheet, rows }, { name: labels.dictionarySheet, rows: dictionaryRows() }]);
}

/** Every figure of both editions: where it stands in the form, its unit, and what of it compares between the editions. */
export function dictionaryRows(): DataCell[][] {
  const place = (id: FigureId, edition: Edition): string => {
    const wording = figureDefinition(id).wording[edition];
    return wording ? `${wording.row} · ${wording.column}` : '';
  };
  return [
    ['figure', 'table', 'unit', 'form_2021', 'form_2019', 'english', 'article', '2019_to_2021'],
    ...FIGURES.map(({ id, table, unit, gloss, article, wording }) => [
      id, table, unit, place(id, '2021'), place(id, '2019'), gloss, article, counterpart(id, wording['2021'] ? '2019' : '2021').comparability,
    ]),
  ];
}

export const dataFile = {
  csv: (name: string, text: string): DataFile => ({ name: `${name}.csv`, type: CSV, body: text }),
  xlsx: (name: string, bytes: Uint8Array): DataFile => ({ name: `${name}.xlsx`, type: XLSX, body: bytes }),
};

/** A file as a download; its name survives every system. */
export function download({ name, type, body }: DataFile): Response {
  const safe = encodeURIComponent(name.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 120)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${safe}`, 'cache-control': 'no-store' },
  });
}
