/** Table 二 of one body through the years, in the edition of each: stocks follow from what was issued, repealed and expired. */
import { editionOf } from '../form/edition.ts';
import { figuresOf } from '../form/figures.ts';
import type { Values } from './applications.ts';
import type { DemoBody } from './county.ts';
import { seeded } from './seeded.ts';

/** What one year leaves to the next. */
export interface Stock {
  inForce: number;
  disclosed: number;
  /** Items (事项) by power, edition of 2019: what a body may decide, not how often it did. */
  items: Record<'licensing' | 'other_services' | 'penalties' | 'compulsion' | 'fees', number>;
}

/** Items a body has to its powers: grows slowly with what it decides. */
const itemsFor = (decisions: number): number => (decisions === 0 ? 0 : 2 + Math.round(6 * Math.log10(decisions)));

export function firstStock(body: DemoBody): Stock {
  const { stock, licences, penalties, compulsion, fees } = body.profile;
  return {
    inForce: stock, disclosed: stock + Math.round(stock / 3),
    items: {
      licensing: itemsFor(licences), other_services: licences > 0 ? 4 + itemsFor(licences) : 3, penalties: penalties > 0 ? 10 * itemsFor(penalties) : 0,
      compulsion: itemsFor(compulsion), fees: fees > 0 ? 2 : 0,
    },
  };
}

/** `licences` differs from the profile where functions moved. The fee is kept to whole yuan and given in 万元. */
export function yearOfDisclosure(body: DemoBody, year: number, before: Stock, licences: number): { values: Values; stock: Stock } {
  const draw = seeded(`${body.code}/${year}/disclosure`);
  const { profile } = body;
  const values: Values = {};
  for (const figure of figuresOf(editionOf(year))) if (figure.table === '二') values[figure.id] = 0;

  // Decisions fell in 2020 and 2022 (epidemic) and rise slowly.
  const season = year === 2020 ? 0.78 : year === 2022 ? 0.86 : 1 + (year - 2019) * 0.02;
  const decisions = (usual: number): number => (usual === 0 ? 0 : usual < 6 ? draw.count(usual * season) : Math.round(usual * season * (0.88 + draw.next() * 0.24)));
  values['t2.licensing.decisions'] = decisions(licences);
  values['t2.penalties.decisions'] = decisions(profile.penalties);
  values['t2.compulsion.decisions'] = decisions(profile.compulsion);

  const issued = draw.count(profile.issued);
  const repealed = before.inForce > 4 && draw.chance(0.3) ? draw.whole(1, 2) : 0;
  // A document with a fixed term expires without a repeal: the form has no column for it.
  const expired = before.inForce > 6 && draw.chance(0.12) ? 1 : 0;
  const stock: Stock = { inForce: before.inForce + issued - repealed - expired, disclosed: before.disclosed + issued, items: { ...before.items } };

  if (editionOf(year) === '2019') {
    values['t2.normative_documents.made'] = issued;
    values['t2.normative_documents.newly_disclosed'] = issued;
    values['t2.normative_documents.disclosed_total'] = stock.disclosed;
    for (const power of ['licensing', 'other_services', 'penalties', 'compulsion', 'fees'] as const) {
      const items = before.items[power];
      const change = items > 5 && draw.chance(0.35) ? draw.whole(-Math.min(8, items - 3), 3) : 0;
      values[`t2.${power}.items_previous`] = items;
      values[`t2.${power}.items_change`] = change;
      stock.items[power] = items + change;
    }
    values['t2.other_services.decisions'] = decisions(licences > 0 ? Math.round(licences / 3) : 0);
    values['t2.procurement.items'] = draw.chance(0.7) ? draw.whole(1, 14) : 0;
    values['t2.procurement.amount'] = values['t2.procurement.items'] * draw.whole(180, 4_800) * 100;
  } else {
    values['t2.normative_documents.issued'] = issued;
    values['t2.normative_documents.repealed'] = repealed;
    values['t2.normative_documents.in_force'] = stock.inForce;
    values['t2.fees.amount'] = profile.fees === 0 ? 0 : Math.round(profile.fees * (0.82 + draw.next() * 0.36)) / 10_000;
  }
  return { values, stock };
}
