/**
 * How each query is called for its snapshot: module → function → call. A query added to src/lib/server/queries needs an
 * entry here; its SQL then stands in <module>.sql beside it (written with UPDATE_SQL=1, read by reviewers).
 */
import type { Transaction } from 'kysely';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import * as backupRows from '../../src/lib/server/queries/backup-rows.ts';
import * as bodies from '../../src/lib/server/queries/bodies.ts';
import * as claims from '../../src/lib/server/queries/claims.ts';
import * as corrections from '../../src/lib/server/queries/corrections.ts';
import * as context from '../../src/lib/server/queries/context.ts';
import * as contacts from '../../src/lib/server/queries/contacts.ts';
import * as counties from '../../src/lib/server/queries/counties.ts';
import * as countyYears from '../../src/lib/server/queries/county-years.ts';
import * as documents from '../../src/lib/server/queries/documents.ts';
import * as figures from '../../src/lib/server/queries/figures.ts';
import * as filings from '../../src/lib/server/queries/filings.ts';
import * as findings from '../../src/lib/server/queries/findings.ts';
import * as intake from '../../src/lib/server/queries/intake.ts';
import * as prose from '../../src/lib/server/queries/prose.ts';
import * as rules from '../../src/lib/server/queries/rules.ts';
import * as received from '../../src/lib/server/queries/received.ts';
import * as reports from '../../src/lib/server/queries/reports.ts';
import * as texts from '../../src/lib/server/queries/texts.ts';
import { wholeFigures } from '../support/whole-report.ts';
import { recognised } from './support/reports.ts';
import { balanceFinding } from './support/seed.ts';

export interface SampleCounty {
  countyId: number;
  /** A stored document. */
  sha256: string;
}
type Call = (trx: Transaction<Schema>, county: SampleCounty) => Promise<unknown>;

const key = ({ countyId }: SampleCounty, version = 1) => ({ countyId, body: '003', year: 2024, scope: 'own' as const, version });
const ids = ['t3.received.total', 't2.fees.amount'];
const part = { part: 2, outcome: 'body_unknown' as const, detail: {}, title: null, body: null, year: null, scope: null };

/** A table of a backup with one column of each kind. */
const storedTable: backupRows.StoredTable = {
  name: 'documents', order: ['county_id', 'sha256 collate "C"'], references: ['counties'],
  columns: ['county_id integer', 'sha256 text', 'name text', 'media_type text', 'size integer', 'bytes bytea', 'outcome text', 'actor text', 'ingested_at timestamp with time zone']
    .map((column) => ({ name: column.slice(0, column.indexOf(' ')), type: column.slice(column.indexOf(' ') + 1) })),
};

export const SQL_CALLS: Record<string, Record<string, Call>> = {
  'backup-rows': {
    fixTextForms: (trx) => backupRows.fixTextForms(trx),
    storedTables: (trx) => backupRows.storedTables(trx),
    storedRows: async (trx) => {
      for await (const rows of backupRows.storedRows(trx, storedTable)) if (rows.length > 1) throw new Error('One file at a time');
    },
    insertStoredRows: (trx, { countyId }) =>
      backupRows.insertStoredRows(trx, storedTable, [[String(countyId), 'c'.repeat(64), '年报.txt', 'text/plain', '3', 'AAAA', 'read', 'test', '2025-01-31 08:00:00+00']]),
    lockStoredTables: (trx) => backupRows.lockStoredTables(trx, [storedTable]),
    filledTables: (trx) => backupRows.filledTables(trx, [storedTable]),
    storedSequences: (trx) => backupRows.storedSequences(trx),
    setStoredSequence: (trx) => backupRows.setStoredSequence(trx, { table: 'counties', column: 'county_id', last: '7' }),
    serverVersion: (trx) => backupRows.serverVersion(trx),
  },
  bodies: {
    listBodies: (trx, { countyId }) => bodies.listBodies(trx, countyId),
    bodyByCode: (trx, { countyId }) => bodies.bodyByCode(trx, countyId, '003'),
    listSuccessions: (trx, { countyId }) => bodies.listSuccessions(trx, countyId),
    insertBodies: (trx, { countyId }) => bodies.insertBodies(trx, countyId, [{ code: '009', kind: 'zone', sortOrder: 9, names: [{ name: '青禾县开发区', role: 'name' }] }], 'test'),
    insertSuccession: (trx, { countyId }) => bodies.insertSuccession(trx, countyId, { predecessor: '003', successor: '004', kind: 'merged', happenedOn: '2024-03-01' }, 'test'),
    insertBodyYears: (trx, { countyId }) => bodies.insertBodyYears(trx, countyId, [{ body: '003', year: 2023, mustFile: true, countyDueOn: null, statutoryDueOn: '2024-01-31', inRollup: true }], 'test'),
    notedSuccessions: (trx, { countyId }) => bodies.notedSuccessions(trx, countyId),
    registerOfYear: (trx, { countyId }) => bodies.registerOfYear(trx, countyId, 2024),
    saveBodyYear: (trx, { countyId }) => bodies.saveBodyYear(trx, countyId, {
      body: '003', year: 2024, mustFile: false, countyDueOn: null, statutoryDueOn: null, inRollup: false, powers: [], peerGroup: null, population: null, note: null,
    }, 'test'),
    deleteBodyYear: (trx, { countyId }) => bodies.deleteBodyYear(trx, countyId, '004', 2024),
    updateBody: (trx, { countyId }) => bodies.updateBody(trx, countyId, '003', { kind: 'zone', sortOrder: 7 }, 'test'),
    replaceNames: (trx, { countyId }) => bodies.replaceNames(trx, countyId, '003', [{ name: '民政局', role: 'name', validFrom: null, validTo: null }], 'test'),
    deleteSuccession: (trx, { countyId }) => bodies.deleteSuccession(trx, countyId, 1),
  },
  claims: {
    standingClaims: (trx, { countyId }) => claims.standingClaims(trx, countyId),
    claimedBody: (trx, county) => claims.claimedBody(trx, county.countyId, { sha256: county.sha256, part: 1 }),
    partsOfBody: (trx, { countyId }) => claims.partsOfBody(trx, countyId, '003'),
    insertClaim: (trx, { countyId, sha256 }) => claims.insertClaim(trx, countyId, { body: '003', alias: '某局', parts: [{ sha256, part: 1 }], actor: 'test' }),
    endClaim: (trx, { countyId }) => claims.endClaim(trx, countyId, 1, 'test'),
    removeFromFiling: (trx, county) => claims.removeFromFiling(trx, key(county), { sha256: county.sha256, part: 1 }, [1]),
  },
  contacts: {
    contactsOfYear: (trx, { countyId }) => contacts.contactsOfYear(trx, countyId, 2024),
    replaceContacts: (trx, { countyId }) => contacts.replaceContacts(trx, countyId, '003', 2024, [{ name: '李某', post: '联络员', phone: null }], 'test'),
  },
  context: {
    contextNotesOf: (trx, { countyId }) => context.contextNotesOf(trx, countyId, '003'),
    insertContextNote: (trx, { countyId }) => context.insertContextNote(trx, countyId, { body: '003', year: 2024, words: '拆迁引发' }, 'test'),
    updateContextNote: (trx, { countyId }) => context.updateContextNote(trx, countyId, { id: 1, body: '003', year: 2024, words: '拆迁引发' }, 'test'),
    deleteContextNote: (trx, { countyId }) => context.deleteContextNote(trx, countyId, '003', 1),
    keptLegalChanges: (trx, { countyId }) => context.keptLegalChanges(trx, countyId),
    saveLegalChange: (trx, { countyId }) => context.saveLegalChange(trx, countyId, { key: 'review-first', year: 2024, figures: 't4', words: '复议前置', source: '', hidden: false }, 'test'),
    deleteLegalChange: (trx, { countyId }) => context.deleteLegalChange(trx, countyId, 'review-first'),
    referenceReports: (trx, { countyId }) => context.referenceReports(trx, countyId),
    referenceDocument: (trx, { countyId }) => context.referenceDocument(trx, countyId, '云泽县', 2024),
    saveReferenceReport: (trx, { countyId }) => context.saveReferenceReport(trx, countyId, {
      name: '云泽县', year: 2024, population: 321000, address: null, documentName: '年报.html', figures: { 't3.received.total': { value: 3 } }, bytes: new Uint8Array([1]),
    }, 'test'),
    deleteReferenceReport: (trx, { countyId }) => context.deleteReferenceReport(trx, countyId, '云泽县', 2024),
  },
  corrections: {
    correctionsOf: (trx, county) => corrections.correctionsOf(trx, key(county)),
    insertCorrection: (trx, county) => corrections.insertCorrection(trx, key(county), {
      figure: ids[0]!, kind: 'changed_by_body', readValue: 3, value: 4, reason: '笔误', confirmed: { by: '王某', on: '2025-02-01', how: '电话' }, actor: 'test',
    }),
  },
  counties: {
    listCounties: (trx) => counties.listCounties(trx),
    countyByCode: (trx) => counties.countyByCode(trx, '990001'),
    countyById: (trx, { countyId }) => counties.countyById(trx, countyId),
    insertCounty: (trx) => counties.insertCounty(trx, { code: '990009', name: '另县', actor: 'test' }),
    updateCounty: (trx, { countyId }) => counties.updateCounty(trx, countyId, { code: '990001', name: '青禾县' }),
    changeCounty: (trx, { countyId }) => counties.changeCounty(trx, countyId),
  },
  'county-years': {
    bodyYearsOfCounty: (trx, { countyId }) => countyYears.bodyYearsOfCounty(trx, countyId),
    missingReasons: (trx, { countyId }) => countyYears.missingReasons(trx, countyId, ids),
    partYears: (trx, { countyId }) => countyYears.partYears(trx, countyId),
    countDocuments: (trx, { countyId }) => countyYears.countDocuments(trx, countyId),
  },
  documents: {
    listDocuments: (trx, { countyId }) => documents.listDocuments(trx, countyId),
    documentsByYear: (trx, { countyId }) => documents.documentsByYear(trx, countyId),
    documentByHash: (trx, { countyId, sha256 }) => documents.documentByHash(trx, countyId, sha256),
    documentBytes: (trx, { countyId, sha256 }) => documents.documentBytes(trx, countyId, sha256),
    unfinishedDocuments: (trx, { countyId }) => documents.unfinishedDocuments(trx, countyId),
    waitingBodies: (trx, { countyId }) => documents.waitingBodies(trx, countyId),
    insertDocument: (trx, { countyId }) => documents.insertDocument(trx, countyId, { sha256: 'b'.repeat(64), name: '年报.txt', bytes: new Uint8Array(3), actor: 'test' }),
    setDocumentOutcome: (trx, { countyId, sha256 }) => documents.setDocumentOutcome(trx, countyId, sha256, { outcome: 'read', name: '年报.txt', mediaType: 'text/plain' }),
    setPartOutcome: (trx, { countyId, sha256 }) => documents.setPartOutcome(trx, countyId, sha256, part, 1),
    linkDocument: (trx, county) => documents.linkDocument(trx, key(county), { sha256: county.sha256, part: 1, role: 'main', actor: 'test' }),
  },
  figures: {
    figuresOfCounty: (trx, { countyId }) => figures.figuresOfCounty(trx, countyId, ids, 'own'),
    sumsByYear: (trx, { countyId }) => figures.sumsByYear(trx, countyId, ids),
    bodiesOfYear: (trx, { countyId }) => figures.bodiesOfYear(trx, countyId, 2024, ids),
    figuresOfReport: (trx, county) => figures.figuresOfReport(trx, key(county)),
    currentFiguresOf: (trx, county) => figures.currentFiguresOf(trx, [key(county)]),
  },
  filings: {
    listYears: (trx, { countyId }) => filings.listYears(trx, countyId),
    filingsOfYear: (trx, { countyId }) => filings.filingsOfYear(trx, countyId, 2024),
    coverageByYear: (trx, { countyId }) => filings.coverageByYear(trx, countyId),
    filingEvents: (trx, county) => filings.filingEvents(trx, key(county)),
    filingEventsOfYears: (trx, { countyId }) => filings.filingEventsOfYears(trx, countyId, [2024, 2023]),
    versionsOfYear: (trx, { countyId }) => filings.versionsOfYear(trx, countyId, 2024),
    contactsOfYear: (trx, { countyId }) => filings.contactsOfYear(trx, countyId, 2024),
    insertContact: (trx, county) => filings.insertContact(trx, key(county), { on: '2025-01-21', how: 'phone', person: '联络员', note: '明天报', promisedOn: '2025-01-22', actor: 'test' }),
    ensureFiling: (trx, county) => filings.ensureFiling(trx, { ...key(county), year: 2022 }, 'test'),
    insertFilingEvent: (trx, county) => filings.insertFilingEvent(trx, key(county), { kind: 'received', detail: {}, origin: 'ingest', actor: 'test' }),
  },
  findings: {
    findingsOf: (trx, county) => findings.findingsOf(trx, key(county)),
    checkResultsOf: (trx, county) => findings.checkResultsOf(trx, key(county)),
    countFindings: (trx, { countyId }) => findings.countFindings(trx, countyId, 2024),
    countJudged: (trx, { countyId }) => findings.countJudged(trx, countyId, 2024),
    insertJudgements: (trx, county) => findings.insertJudgements(trx, key(county), ['0'.repeat(32)], { verdict: 'confirmed' }, 'test'),
    judgementsOf: (trx, county) => findings.judgementsOf(trx, key(county)),
    judgedByCheck: (trx, { countyId }) => findings.judgedByCheck(trx, countyId),
    judged: (trx, { countyId }) => findings.judged(trx).select(['f.finding_key', 'j.verdict']).where('f.county_id', '=', countyId).execute(),
    foldAcross: (trx, county) => findings.foldAcross(trx, key(county), { 'T4-ORGAN': ['T4-NO-SOURCE', 'T4-SCALE'] }),
    runsOfYear: (trx, { countyId }) => findings.runsOfYear(trx, countyId, 2024, 'peers'),
    countFindingsByYear: (trx, { countyId }) => findings.countFindingsByYear(trx, countyId),
    storeCheckRun: (trx, county) => findings.storeCheckRun(trx, key(county), 'neighbour', { results: [], findings: [balanceFinding()] }, 1),
  },
  intake: {
    insertBatch: (trx, { countyId }) => intake.insertBatch(trx, countyId, { year: 2024, purpose: 'current', origin: 'web', actor: 'test' }),
    batchByNumber: (trx, { countyId }) => intake.batchByNumber(trx, countyId, 1),
    batchOfDocument: (trx, { countyId, sha256 }) => intake.batchOfDocument(trx, countyId, sha256),
    listBatches: (trx, { countyId }) => intake.listBatches(trx, countyId, 8),
    itemsOfBatch: (trx, { countyId }) => intake.itemsOfBatch(trx, countyId, 1),
    insertItem: async (trx, { countyId, sha256 }) => {
      await intake.insertItem(trx, countyId, await intake.insertBatch(trx, countyId, { year: null, purpose: 'archive', origin: 'web', actor: 'test' }), { name: '年报.txt', sha256, last: false, state: 'waiting', outcome: null, detail: {}, actor: 'test' });
    },
    settleItem: (trx, { countyId }) => intake.settleItem(trx, countyId, { batch: 1, item: 1 }, { state: 'done', outcome: 'read' }),
    readAgain: async (trx, { countyId, sha256 }) => {
      await intake.readAgain(trx, countyId, 1, 'failed');
      await intake.readAgain(trx, countyId, 1, { sha256 });
    },
    waitingItems: (trx) => intake.waitingItems(trx, 32),
    versionsOfBatch: (trx, county) => intake.versionsOfBatch(trx, key(county), 1),
    insertDecision: (trx, { countyId, sha256 }) => intake.insertDecision(trx, countyId, { sha256, part: 1, held: 'other_year', decision: 'taken_in', actor: 'test' }),
    lastDecision: (trx, { countyId, sha256 }) => intake.lastDecision(trx, countyId, sha256, 1),
    decisionsOfBatch: (trx, { countyId }) => intake.decisionsOfBatch(trx, countyId, 1),
  },
  prose: {
    searchProse: (trx, { countyId }) => prose.searchProse(trx, countyId, '政府信息', 50),
  },
  rules: {
    failuresByCheck: (trx, { countyId }) => rules.failuresByCheck(trx, countyId),
    findingsOfCheck: (trx, { countyId }) => rules.findingsOfCheck(trx, countyId, 'T3-BALANCE', 2024),
    versionsOfCheck: (trx, { countyId }) => rules.versionsOfCheck(trx, countyId, 'T3-BALANCE'),
    listSilences: (trx, { countyId }) => rules.listSilences(trx, countyId),
    insertSilence: (trx, { countyId }) => rules.insertSilence(trx, countyId, { check: 'T3-SECRET', silenced: true, reason: '误报多' }, 'test'),
    liveVersions: (trx, { countyId }) => rules.liveVersions(trx, countyId),
  },
  received: {
    listReceived: (trx, { countyId }) => received.listReceived(trx, countyId, { states: ['new', 'held'], year: 2024, batch: 1 }, { limit: 50, offset: 50 }),
    countReceived: (trx, { countyId }) => received.countReceived(trx, countyId, {}),
    yearsReceived: (trx, { countyId }) => received.yearsReceived(trx, countyId),
    receivedInBatch: (trx, { countyId }) => received.receivedInBatch(trx, countyId, 1),
  },
  texts: {
    textsOfYear: (trx, { countyId }) => texts.textsOfYear(trx, countyId, 2024),
    yearsWaiting: (trx, { countyId }) => texts.yearsWaiting(trx, countyId),
    forgetTexts: (trx, county) => texts.forgetTexts(trx, key(county)),
    keptLists: (trx, { countyId }) => texts.keptLists(trx, countyId, 'points', 2024),
    keepList: (trx, { countyId }) => texts.keepList(trx, countyId, { kind: 'words', year: null, content: '政务公开办\n' }, 'test'),
  },
  reports: {
    versionsOf: (trx, county) => reports.versionsOf(trx, key(county)),
    reportsOfBody: (trx, { countyId }) => reports.reportsOfBody(trx, countyId, '003'),
    currentVersion: (trx, county) => reports.currentVersion(trx, key(county)),
    partOfVersion: (trx, county) => reports.partOfVersion(trx, key(county)),
    readReport: (trx, county) => reports.readReport(trx, key(county)),
    // Stores the figures too (`insertFigures`).
    insertReport: (trx, county) => reports.insertReport(trx, key(county, 9), {
      recognised: recognised(), figures: wholeFigures('2021'), sha256: county.sha256, part: 1, cause: 'submitted', readerVersion: 1, actor: 'test',
    }),
    setCurrent: (trx, county) => reports.setCurrent(trx, key(county), 'test'),
  },
};

/** Exported functions of these modules that send no SQL of their own. */
export const NO_QUERIES = ['changedFigures', 'figureColumn', 'insertFigures'];
