/** Counties. */
import type { Reads, Writes } from './connection.ts';

export interface County {
  countyId: number;
  code: string;
  name: string;
  /** Changes whenever pages may show something else. */
  dataVersion: number;
}

/** All counties by code. */
export async function listCounties(db: Reads): Promise<County[]> {
  return db.selectFrom('counties').select(['county_id as countyId', 'code', 'name', 'data_version as dataVersion']).orderBy('code').execute();
}

export async function countyByCode(db: Reads, code: string): Promise<County | undefined> {
  return db.selectFrom('counties').select(['county_id as countyId', 'code', 'name', 'data_version as dataVersion']).where('code', '=', code).executeTakeFirst();
}

export async function countyById(db: Reads, countyId: number): Promise<County | undefined> {
  return db.selectFrom('counties').select(['county_id as countyId', 'code', 'name', 'data_version as dataVersion']).where('county_id', '=', countyId).executeTakeFirst();
}

/** Creates a county; its id. */
export async function insertCounty(trx: Writes, county: { code: string; name: string; actor: string }): Promise<number> {
  return (await trx.insertInto('counties').values(county).returning('county_id').executeTakeFirstOrThrow()).county_id;
}

/** Renames a county or gives it its code. */
export async function updateCounty(trx: Writes, countyId: number, county: { code: string; name: string }): Promise<void> {
  await trx.updateTable('counties').set(county).where('county_id', '=', countyId).execute();
}

/**
 * Locks the county to the end of the transaction and increases its data version: every transaction that changes what
 * pages show begins with this, so that two of them never number the same version.
 */
export async function changeCounty(trx: Writes, countyId: number): Promise<void> {
  await trx.updateTable('counties').set((eb) => ({ data_version: eb('data_version', '+', 1) })).where('county_id', '=', countyId).execute();
}
