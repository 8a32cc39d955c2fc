/**
 * What really happened in the fictional county: the figures of every body and year before anyone made a mistake. Open
 * cases pass from year to year, to the successor where bodies merged, divided or handed functions over; the county
 * government's figures are the sum of the bodies (vertical ones are not in it, 条例 第三条).
 */
import { figureDefinition } from '../form/figures.ts';
import type { Values, Who } from './applications.ts';
import { yearOfCases } from './applications.ts';
import { BODIES } from './bodies.ts';
import { exists, YEARS, type DemoBody } from './county.ts';
import { firstStock, yearOfDisclosure, type Stock } from './disclosure.ts';

/** Licences that went from the market regulator to the service bureau in 2022. */
const MOVED_LICENCES = { from: '121', to: '126', year: 2022, count: 9_000 } as const;

function licencesOf(body: DemoBody, year: number): number {
  if (year < MOVED_LICENCES.year) return body.profile.licences;
  if (body.code === MOVED_LICENCES.from) return body.profile.licences - MOVED_LICENCES.count;
  return body.profile.licences + (body.code === MOVED_LICENCES.to ? MOVED_LICENCES.count : 0);
}

/** Open cases and stocks on 1 January of the year, after the year's reorganisation. */
function reorganise(year: number, open: Map<string, Who[]>, stocks: Map<string, Stock>): void {
  const take = (code: string): Who[] => {
    const cases = open.get(code) ?? [];
    open.delete(code);
    return cases;
  };
  if (year === 2022) {
    // One open case went with the functions.
    const [first, ...kept] = take('121');
    open.set('121', kept);
    if (first) open.set('126', [...take('126'), first]);
  }
  if (year === 2023) {
    open.set('143', [...take('114'), ...take('115')]);
    const [commerce, investment] = [stocks.get('114'), stocks.get('115')];
    if (commerce && investment)
      stocks.set('143', { inForce: commerce.inForce + investment.inForce, disclosed: commerce.disclosed + investment.disclosed, items: commerce.items });
  }
  if (year === 2024) {
    const cases = take('103');
    open.set('144', cases.filter((_, index) => index % 2 === 0));
    open.set('145', cases.filter((_, index) => index % 2 === 1));
    const whole = stocks.get('103');
    if (whole) {
      const science = Math.floor(whole.inForce / 3);
      stocks.set('145', { inForce: science, disclosed: science, items: whole.items });
      stocks.set('144', { inForce: whole.inForce - science, disclosed: whole.disclosed - science, items: whole.items });
    }
  }
}

/** Sum of reports; amounts are added in whole yuan, so that no binary fraction shows. */
export function sumOf(reports: readonly Values[]): Values {
  const sums: Values = {};
  for (const values of reports)
    for (const [id, value] of Object.entries(values)) {
      const unit = figureDefinition(id).kind === 'decimal' ? 10_000 : 1;
      sums[id] = (Math.round((sums[id] ?? 0) * unit) + Math.round(value * unit)) / unit;
    }
  return sums;
}

/** Figures by `code/year`. The government's report is of the whole county (scope rollup), all others are own. */
export function trueFigures(): Map<string, Values> {
  const figures = new Map<string, Values>();
  const open = new Map<string, Who[]>(OPENING);
  const stocks = new Map<string, Stock>();
  for (const year of YEARS) {
    reorganise(year, open, stocks);
    const summed: Values[] = [];
    for (const body of BODIES) {
      if (body.kind === 'government' || !exists(body, year)) continue;
      const cases = yearOfCases(body.code, year, body.profile.demand, open.get(body.code) ?? [], LATE_CASES[`${body.code}/${year}`]);
      const disclosure = yearOfDisclosure(body, year, stocks.get(body.code) ?? firstStock(body), licencesOf(body, year));
      open.set(body.code, cases.open);
      stocks.set(body.code, disclosure.stock);
      const values = { ...disclosure.values, ...cases.values, ...ONE_OFF[`${body.code}/${year}`] };
      figures.set(`${body.code}/${year}`, values);
      if (body.kind !== 'vertical') summed.push(values);
    }
    figures.set(`001/${year}`, sumOf(summed));
  }
  return figures;
}

/** Cases of late December, so that every reorganisation finds some open. */
const LATE_CASES: Record<string, Who[]> = { '121/2021': ['natural', 'business'], '115/2022': ['business'], '103/2023': ['natural', 'natural', 'legal_services'] };

/** 400 yuan of 信息处理费, the only ones in seven years. */
const ONE_OFF: Record<string, Values> = { '301/2022': { 't2.fees.amount': 0.04 } };

/** Cases open at the end of 2018. */
const OPENING: [string, Who[]][] = [
  ['002', ['natural', 'natural', 'business']],
  ['109', ['natural']],
  ['110', ['natural']],
];
