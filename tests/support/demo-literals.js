/**
 * Expected numbers of the fictional county, worked out from the printed cells alone: nothing of src/ is imported, so that
 * the pages' and queries' sums are compared with another calculation. Made anew, when the county itself is changed, by
 *
 *   node build/cli/demo.js --write FOLDER && node tests/support/demo-literals.js FOLDER/manifest.json > tests/fixtures/demo/literals.json
 */
import { readFileSync } from 'node:fs';

const { county, bodies, bodyYears, successions, filings, documents, cells } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

/** @typedef {{ body: string, year: number, scope: string, role: string, adopted?: true, name: string }} Listed */

const SUMMED = [
  't2.normative_documents.made', 't2.normative_documents.issued', 't2.normative_documents.repealed', 't2.normative_documents.in_force', 't2.rules.in_force',
  't2.licensing.decisions', 't2.penalties.decisions', 't2.penalties.items_change', 't2.compulsion.decisions', 't2.fees.amount', 't2.procurement.items',
  't3.received.natural', 't3.received.business', 't3.received.legal_services', 't3.received.total', 't3.carried_in.total', 't3.granted.total', 't3.granted_in_part.total',
  't3.refused.third_party.total', 't3.unavailable.not_held.total', 't3.not_processed.petition.total', 't3.other_handling.not_corrected.total', 't3.other_handling_undivided.total',
  't3.processed.total', 't3.carried_forward.total', 't4.review.total', 't4.review.corrected', 't4.direct_litigation.total', 't4.litigation_after_review.total',
];

/**
 * A printed cell as a number, or null: a count is whole and not negative save for 本年增/减; a unit or a bracketed note may follow.
 * @param {string} id @param {string | undefined} text
 */
function numberOf(id, text) {
  if (text === undefined) return null;
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/（.*）$/, '').replace(/[件元]$/, '').replace(/^(\d{1,3}),(\d{3})$/, '$1$2');
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  const decimal = id === 't2.fees.amount' || id === 't2.procurement.amount';
  if (!decimal && (!Number.isInteger(value) || (value < 0 && !id.endsWith('items_change')))) return null;
  return value;
}

/** Which document counts: the first, unless a correction was adopted. @type {Map<string, Listed>} */
const current = new Map();
for (const document of documents)
  if (document.role === 'main' || document.adopted) current.set(`${document.body}/${document.year}/${document.scope}`, document);

const years = [...new Set(filings.map((/** @type {Listed} */ { year }) => year))].sort();
const kinds = new Map(bodies.map((/** @type {{ code: string, kind: string }} */ { code, kind }) => [code, kind]));
const summedIn = new Map(bodyYears.map((/** @type {{ body: string, year: number, inRollup: boolean }} */ { body, year, inRollup }) => [`${body}/${year}`, inRollup]));

/** @type {Record<string, unknown>} */
const byYear = {};
for (const year of years) {
  const counting = [...current.values()].filter((document) => document.year === year);
  const own = counting.filter(({ body }) => kinds.get(body) !== 'government' && summedIn.get(`${body}/${year}`));
  /** @type {Record<string, { value: number | null, n: number, of: number, missing: number }>} */
  const sums = {};
  for (const id of SUMMED) {
    const numbers = own.map(({ name }) => numberOf(id, cells[name][id])).filter((number) => number !== null);
    // Amounts have at most four digits after the point: added as whole yuan.
    const value = numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + Math.round(number * 10_000), 0) / 10_000;
    sums[id] = { value, n: numbers.length, of: own.length, missing: own.length - numbers.length };
  }
  const received = own.map(({ body, name }) => ({ body, value: numberOf('t3.received.total', cells[name]['t3.received.total']) ?? 0 })).sort((a, b) => b.value - a.value || (a.body < b.body ? -1 : 1));
  byYear[year] = {
    due: filings.filter((/** @type {Listed} */ filing) => filing.year === year).length, received: counting.length, of: own.length, sums,
    withoutApplications: received.filter(({ value }) => value === 0).length, mostApplications: received.slice(0, 5),
    government: Object.fromEntries(SUMMED.flatMap((id) => {
      const document = current.get(`001/${year}/rollup`);
      const text = document && cells[document.name][id];
      return text === undefined ? [] : [[id, numberOf(id, text)]];
    })),
  };
}
/** A printed cell of the report that counts; undefined where there is no report. @param {string} body @param {number} year @param {string} id */
function printed(body, year, id) {
  const document = current.get(`${body}/${year}/own`);
  return document ? numberOf(id, cells[document.name][id]) : undefined;
}
const ownBodies = bodies.filter((/** @type {{ kind: string }} */ { kind }) => kind !== 'government').map((/** @type {{ code: string }} */ { code }) => code);

/**
 * 增减来源 from a year to the next: bodies with a number in both, a merged body against the sum of its predecessors. Between
 * the two years nothing is split and no report is of part of a year.
 * @param {number} from
 */
function contributionsFrom(from) {
  const merged = successions.filter((/** @type {{ kind: string, on: string }} */ { kind, on }) => kind === 'merged' && on.startsWith(String(from + 1)));
  const found = ownBodies.flatMap((/** @type {string} */ body) => {
    if (summedIn.get(`${body}/${from + 1}`) === false) return [];
    const predecessors = merged.filter((/** @type {{ successor: string }} */ { successor }) => successor === body).map((/** @type {{ predecessor: string }} */ { predecessor }) => predecessor);
    const before = [body, ...predecessors].map((code) => printed(code, from, 't3.received.total')).filter((value) => value !== undefined);
    const after = printed(body, from + 1, 't3.received.total');
    if (before.length === 0 || before.includes(null) || typeof after !== 'number') return [];
    const sum = before.reduce((/** @type {number} */ so, value) => so + Number(value), 0);
    return [{ body, from: sum, to: after, change: after - sum }];
  });
  const sum = (/** @type {'from' | 'to'} */ side) => found.reduce((/** @type {number} */ so, /** @type {Record<'from' | 'to', number>} */ entry) => so + entry[side], 0);
  /** @typedef {{ body: string, from: number, to: number, change: number }} Contribution */
  const largest = [...found].sort((/** @type {Contribution} */ a, /** @type {Contribution} */ b) => Math.abs(b.change) - Math.abs(a.change) || (a.body < b.body ? -1 : 1)).slice(0, 12).filter(({ change }) => change !== 0);
  return { from, n: found.length, before: sum('from'), after: sum('to'), largest };
}

/** 漏斗图 of 公开率: both sides summed over the years in which a body prints all of them. @param {number[]} of */
function pooledOpenRate(of) {
  const ids = ['t3.granted.total', 't3.granted_in_part.total', 't3.processed.total'];
  const pooled = ownBodies.flatMap((/** @type {string} */ body) => {
    const whole = of.filter((year) => summedIn.get(`${body}/${year}`) !== false).map((year) => ids.map((id) => printed(body, year, id))).filter((values) => values.every((value) => typeof value === 'number'));
    const [granted, part, processed] = ids.map((_, index) => whole.reduce((so, values) => so + Number(values[index]), 0));
    return processed ? [{ body, numerator: Number(granted) + Number(part), denominator: processed }] : [];
  });
  const drawn = pooled.filter((/** @type {{ denominator: number }} */ { denominator }) => denominator >= 10);
  return { years: of, drawn: drawn.sort((/** @type {{ body: string, denominator: number }} */ a, /** @type {{ body: string, denominator: number }} */ b) => b.denominator - a.denominator || (a.body < b.body ? -1 : 1)), few: pooled.length - drawn.length };
}

const views = { contributions: contributionsFrom(2022), openRate: pooledOpenRate([2023, 2024, 2025]) };
process.stdout.write(`${JSON.stringify({ county: county.code, bodies: bodies.length, documents: documents.length, years: byYear, views }, null, 1)}\n`);
