/** The catalogue of checks: one entry for every id of the contract checks.csv, in its order. */
import { CELL_MARKS } from './cell-marks.ts';
import { CELLS } from './cells.ts';
import type { Check, NeighbourCheck, PeerCheck, ReportCheck, SituationCheck, TextCheck, WrittenCheck } from './entry.ts';
import { FORM_PRINTED } from './form-printed.ts';
import { IDENTITY } from './identity.ts';
import { NARRATIVE } from './narrative.ts';
import { NARRATIVE_SUMS } from './narrative-sums.ts';
import { PEERS } from './peers.ts';
import { PERSONAL } from './personal.ts';
import { PROSE } from './prose.ts';
import { STATEMENTS } from './statements.ts';
import { STRUCTURE } from './structure.ts';
import { SUMS } from './sums.ts';
import { TABLE_FOUR_CHECKS } from './table-four.ts';
import { TABLE_THREE_CHECKS } from './table-three.ts';
import { TABLE_THREE_CAUSES } from './table-three-causes.ts';
import { TABLE_THREE_HINTS } from './table-three-hints.ts';
import { TABLE_TWO_CHECKS } from './table-two.ts';
import { TEXTS } from './texts.ts';
import { TIMING } from './timing.ts';
import { WORDS } from './words.ts';
import { YEARS } from './years.ts';
import { YEARS_BEFORE } from './years-before.ts';
import { YEARS_HINTS } from './years-hints.ts';

/** Stored with every run of the checks; increased when an entry is added, written or changed. */
export const CATALOGUE_VERSION = 7;

export const CATALOGUE: readonly Check[] = [
  ...IDENTITY, ...STRUCTURE, ...STATEMENTS, ...FORM_PRINTED, ...CELLS, ...CELL_MARKS, ...TABLE_TWO_CHECKS, ...TABLE_THREE_CHECKS, ...TABLE_THREE_CAUSES, ...TABLE_THREE_HINTS, ...TABLE_FOUR_CHECKS, ...YEARS, ...YEARS_HINTS, ...YEARS_BEFORE, ...PEERS, ...NARRATIVE, ...NARRATIVE_SUMS, ...PROSE, ...WORDS, ...TEXTS, ...PERSONAL, ...TIMING, ...SUMS,
];

const BY_ID = new Map(CATALOGUE.map((check) => [check.id, check]));

/** The entry of a check, or undefined where a stored finding names one that no longer exists. */
export function catalogueEntry(id: string): Check | undefined {
  return BY_ID.get(id);
}

export const isWritten = (check: Check): check is WrittenCheck => !('planned' in check);

export const WRITTEN: readonly WrittenCheck[] = CATALOGUE.filter(isWritten);
export const REPORT_CHECKS: readonly ReportCheck[] = WRITTEN.filter((check) => check.family === 'report');
export const NEIGHBOUR_CHECKS: readonly NeighbourCheck[] = WRITTEN.filter((check) => check.family === 'neighbour' && check.among === undefined);
/** Of the neighbour family: those that look at all bodies of a year. */
export const PEER_CHECKS: readonly PeerCheck[] = WRITTEN.filter((check) => check.family === 'neighbour' && check.among === 'bodies');
/** Of the neighbour family: those that look at all texts of a year. */
export const TEXT_CHECKS: readonly TextCheck[] = WRITTEN.filter((check) => check.family === 'neighbour' && check.among === 'texts');
export const SITUATION_CHECKS: readonly SituationCheck[] = WRITTEN.filter((check) => check.family === 'situation');
