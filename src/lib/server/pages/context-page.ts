/** 参照与标注: other counties to compare with, and what charts over years say of the law. */
import { legalChanges, type LegalChange } from '../../comparisons/legal-changes.ts';
import type { DataFile } from '../exports/data-files.ts';
import type { Reads } from '../queries/connection.ts';
import { referenceDocument } from '../queries/context.ts';
import type { County } from '../queries/counties.ts';
import { countyData, referenceCode } from './county-data.ts';
import type { Language } from './report-page.ts';

export interface ContextPage {
  references: { name: string; year: number; population: number | null; address: string | null; document: string; received: number | null; n: number; compare: string }[];
  /** `kept`: the county's own words; else as the programme proposes. */
  changes: (LegalChange & { kept: boolean })[];
  hasGovernment: boolean;
}

export async function readContextPage(db: Reads, county: County, language: Language): Promise<ContextPage> {
  const data = await countyData(db, county);
  const kept = new Set(data.legalChanges.map(({ key }) => key));
  const government = data.bodies.find(({ kind }) => kind === 'government');
  return {
    hasGovernment: government !== undefined,
    references: data.references.map(({ name, year, population, address, documentName, figures }) => ({
      name, year, population, address, document: documentName, received: figures['t3.received.total']?.value ?? null, n: Object.values(figures).filter(({ value }) => value !== null).length,
      compare: `/c/${county.code}/compare?${new URLSearchParams([...(government ? [['body', government.code]] : []), ['body', referenceCode(name)], ['view', 'lines']])}`,
    })),
    changes: legalChanges(data.legalChanges, language).map((change) => ({ ...change, kept: kept.has(change.key) })),
  };
}

/** The file that a reference report was read from, handed out as it came. */
export async function referenceFile(db: Reads, county: County, name: string, year: number): Promise<DataFile | undefined> {
  const found = await referenceDocument(db, county.countyId, name, year);
  return found && { name: found.documentName, type: 'application/octet-stream', body: found.bytes };
}
