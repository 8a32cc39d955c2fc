/**
 * What of the edition of 2019 may be put on one line with the edition of 2021 (statutory-report §1.3).
 * A figure in both editions is the same unless listed here; a figure in one edition alone has no counterpart,
 * except those below.
 */
import type { Edition } from './edition.ts';
import { figureDefinition, type FigureId } from './figures.ts';

export type Comparability = 'same' | 'same as a sum' | 'with a caveat' | 'not comparable';

interface Link {
  figure2021: FigureId;
  /** The figure of the edition of 2019 whose values may precede it. */
  figure2019: FigureId;
  comparability: Comparability;
}

const LINKS: readonly Link[] = [
  // 规范性文件 became 行政规范性文件, a narrower notion: many bodies' counts shrank for that reason alone.
  { figure2021: 't2.rules.issued', figure2019: 't2.rules.made', comparability: 'with a caveat' },
  { figure2021: 't2.normative_documents.issued', figure2019: 't2.normative_documents.made', comparability: 'with a caveat' },
];

export interface Counterpart {
  comparability: Comparability;
  /** The other edition's figure, where its values may stand on the same line. */
  figure?: FigureId;
}

/**
 * How the figure compares with the other edition. The three rows of 其他处理 compare only as their sum, so each of them
 * is `same as a sum` without a counterpart of its own; see `outcomeValue`. Traps of prior art: 对外公开总数量 is not
 * 现行有效件数, and 上一年项目数量 of 收费 is a number of items, not an amount.
 */
export function counterpart(id: FigureId, other: Edition): Counterpart {
  const definition = figureDefinition(id);
  if (definition.wording['2019'] && definition.wording['2021']) return { comparability: 'same', figure: id };
  if (id.startsWith('t3.other_handling')) return { comparability: 'same as a sum' };
  const link = LINKS.find((entry) => (other === '2019' ? entry.figure2021 : entry.figure2019) === id);
  return link ? { comparability: link.comparability, figure: other === '2019' ? link.figure2019 : link.figure2021 } : { comparability: 'not comparable' };
}
