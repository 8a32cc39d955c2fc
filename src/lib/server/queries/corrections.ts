/** Corrections of figures by a person: append-only. */
import type { FigureId } from '../../form/figures.ts';
import type { CorrectionsTable } from '../database/schema.ts';
import { filingColumns, reportColumns, type FilingKey, type Reads, type ReportKey, type Writes } from './connection.ts';
import { storedText } from './stored-text.ts';

/** Who of the body confirmed a change, when (YYYY-MM-DD) and how. */
export interface Confirmation {
  by: string;
  on: string;
  how: string;
}
export interface StoredCorrection {
  figure: FigureId;
  kind: CorrectionsTable['kind'];
  readValue: number | null;
  value: number | null;
  reason: string;
  confirmed: Confirmation | null;
  /** Version of the report that it made. */
  version: number | null;
  actor: string;
  madeAt: string;
}

/** Corrections of a filing, the last one first. */
export async function correctionsOf(db: Reads, key: FilingKey): Promise<StoredCorrection[]> {
  const rows = await db.selectFrom('corrections')
    .select(['figure', 'kind', 'read_value as readValue', 'value', 'reason', 'confirmed_by as by', 'confirmed_on as on', 'confirmed_how as how', 'version', 'actor', 'made_at as madeAt'])
    .where((eb) => eb.and(filingColumns(key))).orderBy('correction_id', 'desc').execute();
  return rows.map(({ by, on, how, ...row }) => ({ ...row, confirmed: by !== null && on !== null && how !== null ? { by, on, how } : null }));
}

/** Notes a correction; `key` is the version that it made. */
export async function insertCorrection(
  trx: Writes, key: ReportKey,
  correction: { figure: FigureId; kind: CorrectionsTable['kind']; readValue: number | null; value: number | null; reason: string; confirmed?: Confirmation; actor: string },
): Promise<void> {
  const { figure, kind, readValue, value, reason, confirmed, actor } = correction;
  await trx.insertInto('corrections').values({
    ...reportColumns(key), figure, read_value: readValue, value, kind, reason: storedText(reason), actor,
    confirmed_by: confirmed ? storedText(confirmed.by) : null, confirmed_on: confirmed?.on ?? null, confirmed_how: confirmed ? storedText(confirmed.how) : null,
  }).execute();
}
