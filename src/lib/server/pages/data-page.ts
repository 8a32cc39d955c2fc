/** Files of what 统计分析 shows, and of everything the county has. */
import { chartLabels } from '../../charts/chart-labels.ts';
import { shownPicture, shownTable } from '../../charts/compared-picture.ts';
import { drawSvg } from '../../charts/draw-svg.ts';
import { joinNames } from '../../charts/format.ts';
import { framedSvg } from '../../charts/framed-svg.ts';
import { reasonText } from '../../components/figure-text.ts';
import { editionOf } from '../../form/edition.ts';
import { m } from '../../paraglide/messages.js';
import { dataFile, dictionaryRows, shownFile, wholeCsv, wholeXlsx, type DataFile, type WholeReport } from '../exports/data-files.ts';
import { csvText } from '../../charts/table-csv.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { KIND_WORDS } from './bodies-page.ts';
import { readComparePage, type ComparePage } from './compare-page.ts';
import { countyData, nameIn } from './county-data.ts';
import type { Language } from './report-page.ts';

/** Width of a picture that is taken out. */
const PICTURE = 1200;

/** Lines below a picture or beside its data: coverage, note, source, date. */
function aboutLines(page: ComparePage, language: Language): [string, string][] {
  const labels = chartLabels(language);
  const { coverage, words } = page;
  return [
    ...(coverage ? [[m.chart_filed(), m.chart_coverage({ n: coverage.n, of: coverage.of }) + (coverage.missing.length > 0 ? ` · ${m.chart_without({ names: joinNames(coverage.missing, labels, Infinity) })}` : '')] as [string, string]] : []),
    ...(words.note === '' ? [] : [[m.about_note(), words.note] as [string, string]]),
    [m.about_source(), m.source_reports()],
    ...(page.asOf === null ? [] : [[m.about_as_of(), page.asOf] as [string, string]]),
  ];
}

/** `shown.csv`, `shown.xlsx` or `picture.svg` of a view; undefined where there is no such file or nothing to show. */
export async function shownDownload(db: Reads, county: County, query: URLSearchParams, file: string, language: Language): Promise<DataFile | undefined> {
  const page = await readComparePage(db, county, query, language);
  const { shown, words } = page;
  if (!shown) return undefined;
  const labels = chartLabels(language);
  const lines = aboutLines(page, language);
  const named: [string, string][] = [[m.about_title(), words.title], ...(words.unit === '' ? [] : [[m.about_unit(), words.unit] as [string, string]]), ...lines];
  if (file === 'shown.csv') return shownFile('csv', words.title, shownTable(shown, labels), labels, named);
  if (file === 'shown.xlsx') return shownFile('xlsx', words.title, shownTable(shown, labels), labels, named);
  if (file !== 'picture.svg') return undefined;
  const picture = shownPicture(shown, { labels, narrow: false });
  const text = framedSvg(drawSvg(picture, PICTURE), PICTURE, picture.height, {
    title: words.title, subtitle: words.unit === '' ? '' : m.chart_unit_line({ unit: words.unit }), lines: lines.map(([what, line]) => `${what}${m.colon()}${line}`),
  });
  return { name: `${words.title}.svg`, type: 'image/svg+xml', body: text };
}

/** `figures.csv`, `figures.xlsx` or `dictionary.csv`; undefined for any other name. */
export async function wholeDownload(db: Reads, county: County, file: string, language: Language): Promise<DataFile | undefined> {
  const name = m.whole_name({ county: county.name });
  if (file === 'dictionary.csv') return dataFile.csv(`${name}-${m.sheet_dictionary()}`, csvText(dictionaryRows()));
  if (file !== 'figures.csv' && file !== 'figures.xlsx') return undefined;
  const data = await countyData(db, county);
  const bodies = new Map(data.bodies.map((body) => [body.code, body]));
  const reports = data.reports.flatMap(({ body: code, year, scope, values }): WholeReport[] => {
    const body = bodies.get(code);
    const reasons = data.reasons(code, year, scope);
    return body ? [{ county: county.code, body: code, name: nameIn(body, year), kind: KIND_WORDS[body.kind](), year, scope, edition: editionOf(year), values, reason: (id) => reasonText(reasons[id] ?? 'absent') }] : [];
  });
  return file === 'figures.csv' ? dataFile.csv(name, wholeCsv(reports)) : dataFile.xlsx(name, wholeXlsx(reports, chartLabels(language)));
}
