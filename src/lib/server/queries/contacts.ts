/** Whom to call at a body: personal data, read by the register alone. */
import type { Reads, Writes } from './connection.ts';

export interface Contact {
  name: string;
  post: string | null;
  phone: string | null;
}

/** Contacts of all bodies in a year, in the order in which they were entered. */
export async function contactsOfYear(db: Reads, countyId: number, year: number): Promise<(Contact & { body: string })[]> {
  return db.selectFrom('body_contacts').select(['body_code as body', 'name', 'post', 'phone'])
    .where('county_id', '=', countyId).where('year', '=', year).orderBy('body_code').orderBy('number').execute();
}

/** Puts these contacts in place of those of the body and year, which must be in the register. */
export async function replaceContacts(trx: Writes, countyId: number, body: string, year: number, contacts: readonly Contact[], actor: string): Promise<void> {
  await trx.deleteFrom('body_contacts').where('county_id', '=', countyId).where('body_code', '=', body).where('year', '=', year).execute();
  if (contacts.length === 0) return;
  await trx.insertInto('body_contacts').values(contacts.map((contact, index) => ({
    county_id: countyId, body_code: body, year, number: index + 1, name: contact.name, post: contact.post, phone: contact.phone, actor,
  }))).execute();
}
