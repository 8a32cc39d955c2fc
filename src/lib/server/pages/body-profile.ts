/** Sections of a body's profile that are made from its figures: what changed, reasons, disputes, carry-over. */
import type { BodyYear } from '../../comparisons/body-year.ts';
import { changeOf, compareFigure } from '../../comparisons/compare-figures.ts';
import { likeForLike, type LikePair, type Unlike } from '../../comparisons/like-for-like.ts';
import { measureIn, measureName, measureOf } from '../../comparisons/measures.ts';
import { formatNumber, formatRate } from '../../charts/format.ts';
import { chartLabels } from '../../charts/chart-labels.ts';
import { CASE_GROUP_COLUMNS, CASE_RESULT_COLUMNS } from '../../form/table-four.ts';
import { APPLICANT_COLUMNS, TABLE_THREE_ROWS } from '../../form/table-three.ts';
import { m } from '../../paraglide/messages.js';
import type { CountyData } from './county-data.ts';
import type { Language } from './report-page.ts';

export interface ChangeSentence {
  key: string;
  words: string;
  link: string | null;
}
export interface YearChange {
  year: number;
  from: number;
  /** What became more or less, in the order of the form. */
  changed: ChangeSentence[];
  /** Names of what stayed the same. */
  same: string[];
  /** What cannot be set against the year before, and why. */
  unlike: { name: string; why: string }[];
}

/** Measures that the sentences speak of. */
const SPOKEN = [
  'I-NEW', 't3.carried_in.total', 'I-DONE', 'I-GRANTED', 'I-PART', 'I-DENY', 'I-UNABLE', 'I-NOTPROC', 'I-OTHER', 'I-CARRY', 't4.review.total', 't4.direct_litigation.total', 't4.litigation_after_review.total',
  't2.normative_documents.issued', 't2.normative_documents.in_force', 'I-LIC', 'I-PEN', 'I-ENF', 'I-FEE',
] as const;

const UNLIKE: Record<Unlike | 'break', () => string> = {
  'merged away': m.unlike_merged, split: m.unlike_split, 'part year': m.unlike_part_year, 'no number': m.unlike_no_number, 'not there': m.unlike_no_number, break: m.unlike_break,
};

/** What changed against the year before, or null where the year before has no report. */
export function changesOf(data: CountyData, rows: readonly BodyYear[], body: string, scope: 'own' | 'rollup', year: number, report: string | null, language: Language): YearChange | null {
  const from = year - 1;
  const pairOf = (key: string): LikePair | Unlike | 'break' => {
    const measure = measureOf(key);
    if (measure.breakAt !== null && from < measure.breakAt && year >= measure.breakAt) return 'break';
    const { bodies } = compareFigure(rows, { measure: key, years: [from, year] });
    const own = bodies.find((entry) => entry.body === body && entry.scope === scope);
    return own ? likeForLike(own, bodies, data.successions, from, year) : 'not there';
  };
  const found = SPOKEN.map((key) => ({ key, name: measureName(key, language), pair: pairOf(key) }));
  if (found.every(({ pair }) => pair === 'not there' || pair === 'break')) return null;
  const labels = chartLabels(language);
  const change: YearChange = { year, from, changed: [], same: [], unlike: [] };
  for (const { key, name, pair } of found) {
    if (typeof pair === 'string') change.unlike.push({ name, why: UNLIKE[pair]() });
    else if (pair.from === pair.to) {
      // What was and is none needs no words.
      if (pair.to !== 0) change.same.push(`${name} ${formatNumber(pair.to)}`);
    }
    else change.changed.push({ key, words: sentence(name, pair, labels.unit(measureOf(key).unit), labels.and), link: report === null ? null : `${report}#${measureOf(key).figures[0] ?? ''}` });
  }
  return change;
}

/** 新收…6件，上年2件，多4件（+200.0%）: no percentage of fewer than ten. */
function sentence(name: string, { from, to, merged }: LikePair, unit: string, and: string): string {
  const { absolute, relative } = changeOf(from, to);
  const percent = relative === null ? '' : m.change_percent({ percent: `${relative > 0 ? '+' : '−'}${formatRate(Math.abs(relative))}` });
  const words = { name, to: formatNumber(to), from: formatNumber(from), n: formatNumber(Math.abs(absolute)), unit, percent };
  return (absolute > 0 ? m.change_more(words) : m.change_less(words)) + (merged.length > 0 ? m.change_merged({ names: merged.join(and) }) : '');
}

export interface ReasonRow {
  key: string;
  label: string;
  cells: { value: number | null; words: string; link: string | null }[];
}

/** Why applications were not granted: the rows of table 三 below the outcomes that occur in any of the years. */
export function reasonsOf(rows: readonly BodyYear[], years: readonly number[], linkTo: (year: number) => string | null, language: Language): ReasonRow[] {
  return TABLE_THREE_ROWS.filter(({ outcome }) => outcome !== undefined && outcome !== 'granted' && outcome !== 'granted_in_part').flatMap((row) => {
    const id = `t3.${row.key}.total`;
    const measure = measureOf(id);
    const cells = years.map((year) => {
      const own = rows.find((entry) => entry.year === year && entry.filed);
      const measured = own ? (own.values[id] ?? null) !== null || measure.figures.length === 1 ? measureIn(own, measure) : { value: null, missing: 'not in edition' as const } : { value: null, missing: 'not filed' as const };
      const link = linkTo(year);
      return { value: measured.value, words: measured.value === null ? chartLabels(language).absence[measured.missing ?? 'no number'] : '', link: link && `${link}#${id}` };
    });
    return cells.some(({ value }) => value !== null && value > 0) ? [{ key: row.key, label: measureName(id, language), cells }] : [];
  });
}

export interface Dispute {
  year: number;
  link: string | null;
  words: string;
}

/** Reviews and litigation as a list by year, the newest first: counts by result, no rates. Years without any case are left out. */
export function disputesOf(rows: readonly BodyYear[], linkTo: (year: number) => string | null, language: Language): Dispute[] {
  return rows.filter(({ filed }) => filed).flatMap((row) => CASE_GROUP_COLUMNS.flatMap((group): Dispute[] => {
    const value = (result: string): number | null => row.values[`t4.${group.key}.${result}`] ?? null;
    const results = CASE_RESULT_COLUMNS.filter(({ key }) => key !== 'total' && (value(key) ?? 0) > 0);
    const total = value('total');
    if ((total ?? 0) === 0 && results.length === 0) return [];
    const link = linkTo(row.year);
    const parts = results.map((result) => `${language === 'zh' ? result.label : result.gloss.toLowerCase()} ${value(result.key)}`).join(m.enumeration());
    const name = language === 'zh' ? (group.litigation ? `行政诉讼·${group.label}` : group.label) : group.gloss;
    return [{ year: row.year, link: link && `${link}#t4.${group.key}.total`, words: m.dispute_line({ name, n: total ?? '—', parts: parts === '' ? m.dispute_no_result() : parts }) }];
  })).sort((a, b) => b.year - a.year);
}

export interface CarryOver {
  year: number;
  /** What the year before left, and what this year says it took over; null where missing. */
  left: number | null;
  taken: number | null;
  state: 'even' | 'differs' | 'unknown';
  /** Applicants for which the two differ. */
  apart: string[];
  link: string | null;
}

/** 结转衔接核对: last year's 结转下年度 against this year's 上年结转, for each kind of applicant. */
export function carryOversOf(rows: readonly BodyYear[], linkTo: (year: number) => string | null, language: Language): CarryOver[] {
  const filed = rows.filter((row) => row.filed);
  return filed.flatMap((row): CarryOver[] => {
    const before = filed.find(({ year }) => year === row.year - 1);
    if (!before) return [];
    const sides = APPLICANT_COLUMNS.map((column) => ({
      column, left: before.values[`t3.carried_forward.${column.key}`] ?? null, taken: row.values[`t3.carried_in.${column.key}`] ?? null,
    }));
    const apart = sides.filter(({ left, taken }) => left !== null && taken !== null && left !== taken);
    const total = sides.find(({ column }) => column.key === 'total');
    const link = linkTo(row.year);
    return [{
      year: row.year, left: total?.left ?? null, taken: total?.taken ?? null, link: link && `${link}#t3.carried_in.total`,
      state: apart.length > 0 ? 'differs' : sides.every(({ left, taken }) => left !== null && taken !== null) ? 'even' : 'unknown',
      apart: apart.map(({ column, left, taken }) => m.carry_apart({ name: language === 'zh' ? column.label : column.gloss, left: left ?? '', taken: taken ?? '' })),
    }];
  }).sort((a, b) => b.year - a.year);
}
