/** A person takes a proposed draft as the one that counts. */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { compareWaiting } from '../ingest/compare-year-texts.ts';
import { adoptVersion } from '../ingest/ingest-report.ts';
import type { ReportKey } from '../queries/connection.ts';
import { versionsOf } from '../queries/reports.ts';

/** Makes the draft current; false where there is no such draft. Any earlier one may be taken back the same way. */
export async function adopt(db: Kysely<Schema>, key: ReportKey, actor: string): Promise<boolean> {
  const draft = (await versionsOf(db, key)).find(({ version }) => version === key.version);
  if (!draft) return false;
  if (draft.state === 'current') return true;
  await db.transaction().execute((trx) => adoptVersion(trx, key, actor, 'web'));
  await compareWaiting(db, key.countyId);
  return true;
}
