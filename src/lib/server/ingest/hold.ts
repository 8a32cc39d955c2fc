/** Reports that are not taken in without a person's word. */
import type { Figures } from '../../figures/figure.ts';
import type { OutcomeDetail } from '../database/schema.ts';
import type { FilingKey, Reads } from '../queries/connection.ts';
import { figuresOfReport } from '../queries/figures.ts';
import { filingEvents } from '../queries/filings.ts';
import { versionsOfBatch } from '../queries/intake.ts';
import { currentVersion } from '../queries/reports.ts';
import { changedCells } from './changed-cells.ts';

/**
 * Why a report whose figures no version has is held: the filing was accepted, or another file of the same batch says
 * something else. Undefined where it may come in; `cells` are the numbers in which it differs from version `against`.
 */
export async function holdOf(db: Reads, filing: FilingKey, batch: number, figures: Figures): Promise<Pick<OutcomeDetail, 'held' | 'against' | 'cells'> | undefined> {
  const current = await currentVersion(db, filing);
  if (current === undefined) return undefined;
  const compared = async (held: 'accepted' | 'differs', against: number): Promise<Pick<OutcomeDetail, 'held' | 'against' | 'cells'>> => {
    const stored = await figuresOfReport(db, { ...filing, version: against });
    return { held, against, cells: stored ? changedCells(stored, figures) : [] };
  };
  if (await isAccepted(db, filing)) return compared('accepted', current);
  const together = (await versionsOfBatch(db, filing, batch)).map(({ version }) => version);
  const rival = together.includes(current) ? current : together.at(-1);
  return rival === undefined ? undefined : compared('differs', rival);
}

/** Whether acceptance is the last word on the filing: neither taken back nor followed by a return. */
async function isAccepted(db: Reads, filing: FilingKey): Promise<boolean> {
  const events = await filingEvents(db, filing);
  const taken = new Set(events.map(({ kind, detail }) => (kind === 'withdrawn' ? detail.event : undefined)));
  return events.findLast(({ id, kind }) => (kind === 'accepted' || kind === 'returned') && !taken.has(id))?.kind === 'accepted';
}
