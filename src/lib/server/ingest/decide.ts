/** A person's word on a report that was held: it is taken in, or left out. What was left out may be asked again. */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Writes } from '../queries/connection.ts';
import { changeCounty } from '../queries/counties.ts';
import { documentByHash, documentBytes, setPartOutcome, type DocumentPart } from '../queries/documents.ts';
import { batchOfDocument, insertDecision, readAgain } from '../queries/intake.ts';
import { currentVersion } from '../queries/reports.ts';
import { adoptVersion, storePart, type Intake } from './ingest-report.ts';
import { compareWaiting } from './compare-year-texts.ts';
import { numberedReports } from './read-reports.ts';
import { READER_VERSION } from './reader-version.ts';

/** One report in a document. */
export interface HeldPart {
  sha256: string;
  part: number;
}
type Deciding = Omit<Intake, 'bytes' | 'name'>;

/**
 * Takes a held report in. Of two files of one batch that differ, the one that is taken in counts from now on, where the
 * other counted.
 * @returns what became of it; undefined where it is not held any more
 */
export async function takeIn(db: Kysely<Schema>, intake: Deciding, { sha256, part }: HeldPart): Promise<DocumentPart | undefined> {
  const { countyId, actor } = intake;
  const document = await documentBytes(db, countyId, sha256);
  if (!document) return undefined;
  const reading = await intake.read(document.bytes, document.name);
  const reports = 'reports' in reading ? numberedReports(reading.reports) : [];
  const found = reports.find((report) => report.part === part);
  if (!found) return undefined;
  const taken = await db.transaction().execute(async (trx): Promise<DocumentPart | undefined> => {
    await changeCounty(trx, countyId);
    const held = await partAs(trx, countyId, { sha256, part }, 'held');
    if (!held?.detail.held) return undefined;
    await insertDecision(trx, countyId, { sha256, part, held: held.detail.held, decision: 'taken_in', actor });
    const batch = await batchOfDocument(trx, countyId, sha256);
    const stored = await storePart(trx, { ...intake, name: document.name, batch, decided: true }, { sha256, of: reports.length, ...found });
    const { body, year, scope, version } = stored.detail;
    if (held.detail.held !== 'differs' || stored.outcome !== 'proposed' || body === undefined || year === undefined || scope === undefined || version === undefined) return stored;
    const key = { countyId, body, year, scope, version };
    if ((await currentVersion(trx, key)) !== held.detail.against) return stored;
    await adoptVersion(trx, key, actor, intake.origin ?? 'web');
    return { ...stored, outcome: 'new' as const };
  });
  await compareWaiting(db, countyId);
  return taken;
}

/**
 * Takes many in: they are decided at once, and read by the queue, which is woken by the caller.
 * @returns how many
 */
export async function takeInLater(db: Kysely<Schema>, { countyId, actor }: Pick<Intake, 'countyId' | 'actor'>, batch: number, keys: readonly HeldPart[]): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    let taken = 0;
    for (const key of keys) {
      const held = (await partAs(trx, countyId, key, 'held'))?.detail;
      if (held?.held === undefined || held.batch !== batch) continue;
      await insertDecision(trx, countyId, { ...key, held: held.held, decision: 'taken_in', actor });
      await readAgain(trx, countyId, batch, { sha256: key.sha256 });
      taken += 1;
    }
    return taken;
  });
}

/** Leaves a held report out: it is kept, and nobody is asked again. False where it is not held any more. */
export async function leaveOut(db: Kysely<Schema>, { countyId, actor }: Pick<Intake, 'countyId' | 'actor'>, key: HeldPart): Promise<boolean> {
  return move(db, countyId, key, ['held', 'left_out'], 'left_out', actor);
}

/** Asks again about a report that was left out. False where it was not. */
export async function askAgain(db: Kysely<Schema>, { countyId, actor }: Pick<Intake, 'countyId' | 'actor'>, key: HeldPart): Promise<boolean> {
  return move(db, countyId, key, ['left_out', 'held'], 'undone', actor);
}

async function move(db: Kysely<Schema>, countyId: number, key: HeldPart, [from, to]: ['held', 'left_out'] | ['left_out', 'held'], decision: 'left_out' | 'undone', actor: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    const part = await partAs(trx, countyId, key, from);
    if (!part?.detail.held) return false;
    await setPartOutcome(trx, countyId, key.sha256, { ...part, outcome: to }, READER_VERSION);
    await insertDecision(trx, countyId, { ...key, held: part.detail.held, decision, actor });
    return true;
  });
}

async function partAs(trx: Writes, countyId: number, { sha256, part }: HeldPart, outcome: DocumentPart['outcome']): Promise<DocumentPart | undefined> {
  const found = (await documentByHash(trx, countyId, sha256))?.parts.find((each) => each.part === part);
  return found?.outcome === outcome ? found : undefined;
}
