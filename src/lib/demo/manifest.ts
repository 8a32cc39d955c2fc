/** What is known of the fictional county beforehand, and what reading and checking it must give. */
import type { FigureId } from '../form/figures.ts';
import type { Expected } from './planted.ts';

interface Where {
  body: string;
  year: number;
  scope: 'own' | 'rollup';
}
export interface PlantedDefect extends Where {
  kind: string;
  what: string;
  /** Null where nothing came. */
  document: string | null;
  expected: Expected[];
  diagnosis?: string;
  /** Name of the later document that mends it. */
  corrected?: string;
}
export interface PlantedOddity extends Where {
  kind: string;
  what: string;
  document: string;
  looksLike: string;
}
/** A check that must have come to this verdict on the report. */
export interface MustEvaluate extends Where {
  check: string;
  verdict: 'passed' | 'failed' | 'not evaluated';
}
export interface Manifest {
  defects: PlantedDefect[];
  oddities: PlantedOddity[];
  evaluated: MustEvaluate[];
  /** Document → how the intake must treat what is no report of the county's. */
  strays: { document: string; outcome: string }[];
  /** Document → printed text of every figure; a figure of the edition that is not here is not printed. */
  cells: Record<string, Record<FigureId, string>>;
}
