/**
 * The fictional county through the whole line into a database: what is planted is found at its place, nothing else is an
 * error, what is lawful gives none, every printed cell is read, and the sums are those of a calculation of its own.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCounty } from '../../src/cli/demo/load-county.ts';
import { writeCounty, writeDocuments } from '../../src/cli/demo/write-county.ts';
import { WRITTEN } from '../../src/lib/checks/catalogue.ts';
import { checkSituation } from '../../src/lib/checks/check-report.ts';
import type { Finding } from '../../src/lib/checks/finding.ts';
import { demoCounty, type DemoDocument } from '../../src/lib/demo/demo-county.ts';
import type { Expected } from '../../src/lib/demo/planted.ts';
import { editionOf } from '../../src/lib/form/edition.ts';
import { figuresOf } from '../../src/lib/form/figures.ts';
import { migrate } from '../../src/lib/server/database/migrate.ts';
import { clientOf, openPglite } from '../../src/lib/server/database/pglite-client.ts';
import { PgliteDialect } from '../../src/lib/server/database/pglite-dialect.ts';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import { filesAt } from '../../src/lib/server/ingest/files-at.ts';
import type { IngestResult } from '../../src/lib/server/ingest/ingest-report.ts';
import { figuresOfReport, figuresOfCounty, sumsByYear } from '../../src/lib/server/queries/figures.ts';
import { filingsOfYear } from '../../src/lib/server/queries/filings.ts';
import { checkResultsOf, findingsOf } from '../../src/lib/server/queries/findings.ts';
import { currentVersion } from '../../src/lib/server/queries/reports.ts';

// Four hundred reports are read here, beside whatever else the machine does.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 600_000 });

const TODAY = '2026-04-08';
const demo = demoCounty();
const literals = JSON.parse(readFileSync(new URL('../fixtures/demo/literals.json', import.meta.url), 'utf8')) as {
  bodies: number; documents: number;
  years: Record<string, {
    due: number; received: number; of: number; sums: Record<string, { value: number | null; n: number; of: number; missing: number }>;
    withoutApplications: number; mostApplications: { body: string; value: number }[]; government: Record<string, number | null>;
  }>;
};
const written = new Set(WRITTEN.map(({ id }) => id));

const folder = mkdtempSync(join(tmpdir(), 'demo-documents-'));
let db: Kysely<Schema>;
let countyId = 0;
const results = new Map<string, IngestResult>();

beforeAll(async () => {
  db = new Kysely<Schema>({ dialect: new PgliteDialect(clientOf(await openPglite())) });
  await migrate(db);
  const paths = await writeDocuments(demo, folder);
  countyId = await loadCounty(db, demo, { actor: 'test', today: TODAY, onDocument: ({ name }, result) => results.set(name, result) }, filesAt(paths));
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

interface Where {
  body: string;
  year: number;
  scope: 'own' | 'rollup';
}
/** What stands about a document's own version, whichever version counts now. */
async function findingsAt(document: string): Promise<Finding[]> {
  const detail = results.get(document)?.parts[0]?.detail;
  if (detail?.body === undefined || detail.year === undefined || detail.scope === undefined || detail.version === undefined) return [];
  return findingsOf(db, { countyId, body: detail.body, year: detail.year, scope: detail.scope, version: detail.version });
}
const says = (expected: Expected) => (finding: Finding): boolean =>
  finding.check === expected.check && finding.level === expected.level
  && (expected.figure === undefined || finding.figures.includes(expected.figure)) && (expected.words === undefined || (finding.quote ?? '').includes(expected.words));
const short = (finding: Finding): string => `${finding.level} ${finding.check} ${finding.figures.join(' ')} ${JSON.stringify(finding.parameters)}`;
const mains = demo.documents.filter((document): document is DemoDocument & Where => document.role === 'main');

describe('intake of the fictional county', () => {
  it('is of every document, also of those in the archive', () => {
    expect(demo.documents.filter(({ archive }) => archive !== undefined).length).toBeGreaterThan(10);
    expect([...results.keys()].sort()).toEqual(demo.documents.map(({ name }) => name).sort());
  });

  it('files every report under its body, year and scope', () => {
    const wrong = mains.filter(({ name, body, year, scope }) => {
      const part = results.get(name)?.parts[0];
      return part?.outcome !== 'new' || part.detail.body !== body || part.detail.year !== year || part.detail.scope !== scope;
    });
    expect(wrong.map(({ name }) => `${name}: ${JSON.stringify(results.get(name)?.parts)}`)).toEqual([]);
  });

  it('takes the same figures again as an attachment, and others as the next version', () => {
    for (const { name, role } of demo.documents)
      if (role === 'attachment' || role === 'correction') expect(results.get(name)?.parts[0]?.outcome, name).toBe(role === 'attachment' ? 'same_figures' : 'proposed');
  });

  it('keeps what is no report and says why', () => {
    for (const { document, outcome } of demo.manifest.strays) {
      const result = results.get(document);
      expect(outcome === 'before_form' ? result?.parts[0]?.outcome : result?.outcome, document).toBe(outcome);
    }
  });

  it('reads every printed cell', async () => {
    const wrong: string[] = [];
    for (const { name } of demo.documents.filter(({ role }) => role !== 'stray')) {
      const detail = results.get(name)?.parts[0]?.detail;
      if (detail?.body === undefined || detail.year === undefined || detail.scope === undefined || detail.version === undefined) continue;
      const figures = (await figuresOfReport(db, { countyId, body: detail.body, year: detail.year, scope: detail.scope, version: detail.version })) ?? {};
      const cells = demo.manifest.cells[name] ?? {};
      for (const { id } of figuresOf(editionOf(detail.year))) if (!(id in cells) && figures[id]?.missing !== 'absent') wrong.push(`${name} ${id}: not printed, read ${JSON.stringify(figures[id])}`);
      for (const [id, text] of Object.entries(cells)) {
        const figure = figures[id];
        if (/^-?\d+(\.\d+)?$/.test(text) && figure?.missing !== 'not_a_count') {
          if (figure?.value !== Number(text)) wrong.push(`${name} ${id}: printed ${text}, read ${JSON.stringify(figure)}`);
        } else if ((figure?.raw ?? '').trim() !== text.trim()) wrong.push(`${name} ${id}: printed ${text}, read ${JSON.stringify(figure)}`);
        if (figure?.inferred !== undefined) wrong.push(`${name} ${id}: inferred`);
      }
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  });
});

describe('what is planted', () => {
  it('has a document for at least twenty kinds of which the check exists', () => {
    expect(new Set(demo.manifest.defects.filter(({ expected }) => expected.some(({ check }) => written.has(check))).map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
  });

  it('is found at its place, where the check exists', async () => {
    const lost: string[] = [];
    for (const { kind, document, expected } of demo.manifest.defects) {
      if (document === null) continue;
      const findings = await findingsAt(document);
      for (const entry of expected) if (written.has(entry.check) && !entry.check.startsWith('TIME-') && !findings.some(says(entry))) lost.push(`${kind} (${document}): ${JSON.stringify(entry)}; there is ${findings.map(short).join(' | ')}`);
    }
    expect(lost).toEqual([]);
  });

  it('is all that stands at error level', async () => {
    const unexpected: string[] = [];
    for (const { name } of demo.documents) {
      const planted = demo.manifest.defects.filter(({ document }) => document === name).flatMap(({ expected, diagnosis }) => [...expected.map(({ check }) => check), diagnosis]);
      for (const finding of await findingsAt(name)) if (finding.level === 'error' && !planted.includes(finding.check)) unexpected.push(`${name}: ${short(finding)}`);
    }
    expect(unexpected).toEqual([]);
  });

  it('is also all that is asked about: no query on a report in which nothing is planted', async () => {
    const planted = new Set(demo.manifest.defects.map(({ document }) => document));
    const asked: string[] = [];
    for (const { name } of mains) if (!planted.has(name)) for (const finding of await findingsAt(name)) if (finding.level === 'query') asked.push(`${name}: ${short(finding)}`);
    // Two bodies with little to say name the very problem of the year before, by the luck of the draw: what is asked is true.
    expect(asked.sort()).toEqual([
      '县退役军人局2022政府信息公开年度报告（定稿）.txt: query TXT-PROBLEM-REPEAT  {"share":100,"lastYear":2021}',
      '开发区管委会2020政府信息公开年度报告（定稿）.html: query TXT-PROBLEM-REPEAT  {"share":100,"lastYear":2019}',
    ].sort());
  });

  it('gives no error and not what it looks like, where it is lawful', async () => {
    for (const { kind, document, looksLike } of demo.manifest.oddities) {
      const planted = demo.manifest.defects.filter((defect) => defect.document === document).flatMap(({ expected }) => expected.map(({ check }) => check));
      const findings = (await findingsAt(document)).filter(({ check }) => !planted.includes(check));
      expect(findings.filter(({ level, check }) => level === 'error' || (check === looksLike && level !== 'note')).map(short), `${kind} (${document})`).toEqual([]);
    }
  });

  it('was evaluated, and so were the checks that must pass', async () => {
    const wrong: string[] = [];
    const runs = new Map<string, Map<string, string>>();
    for (const { check, body, year, scope, verdict } of demo.manifest.evaluated) {
      if (!written.has(check) || check.startsWith('TIME-')) continue;
      const version = await currentVersion(db, { countyId, body, year, scope });
      const place = `${body}/${year}/${scope}`;
      if (!runs.has(place)) runs.set(place, new Map((await checkResultsOf(db, { countyId, body, year, scope, version: version ?? 1 })).flatMap((run) => run.results.map((result) => [result.check, `${result.verdict} ${result.reason ?? ''}`]))));
      const found = runs.get(place)?.get(check);
      if (!found?.startsWith(verdict)) wrong.push(`${check} ${place}: ${verdict}, was ${found}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is missing where nothing came, and nowhere else', async () => {
    const missing: string[] = [];
    for (const year of [2019, 2020, 2021, 2022, 2023, 2024, 2025])
      for (const filing of await filingsOfYear(db, countyId, year)) {
        const { body, mustFile, countyDueOn, statutoryDueOn, received } = filing;
        const { findings } = checkSituation({ body, year, mustFile, countyDueOn, statutoryDueOn, received: received.length > 0, receivedOn: null, publishedOn: null, today: TODAY });
        if (findings.some(({ check, level }) => check === 'TIME-MISSING' && level === 'error')) missing.push(`${body}/${year}`);
      }
    expect(missing.sort()).toEqual(demo.manifest.defects.filter(({ expected }) => expected.some(({ check }) => check === 'TIME-MISSING')).map(({ body, year }) => `${body}/${year}`).sort());
  });
});

describe('sums of the fictional county', () => {
  it('have literals that the script makes of the county as it is', async () => {
    const written = mkdtempSync(join(tmpdir(), 'demo-'));
    try {
      await writeCounty(demo, written);
      const made = execFileSync(process.execPath, ['tests/support/demo-literals.js', join(written, 'manifest.json')], { encoding: 'utf8' });
      expect(JSON.parse(made)).toEqual(literals);
    } finally {
      rmSync(written, { recursive: true });
    }
  });

  it('are those worked out from the printed cells', async () => {
    expect(demo.bodies).toHaveLength(literals.bodies);
    expect(demo.documents).toHaveLength(literals.documents);
    const ids = Object.keys(literals.years['2021']?.sums ?? {});
    expect(ids.length).toBeGreaterThan(25);
    const found = await sumsByYear(db, countyId, ids);
    expect(found.map(({ year }) => String(year))).toEqual(Object.keys(literals.years));
    for (const { year, of, sums } of found) {
      const expected = literals.years[year];
      expect(of, String(year)).toBe(expected?.of);
      expect(sums, String(year)).toEqual(expected?.sums);
    }
  });

  it('count what is due and what came', async () => {
    for (const [year, { due, received }] of Object.entries(literals.years)) {
      const filings = await filingsOfYear(db, countyId, Number(year));
      expect([filings.filter(({ mustFile }) => mustFile).length, filings.filter((filing) => filing.received.length > 0).length], year).toEqual([due, received]);
    }
  });

  it('name the bodies with the most applications, and how many had none', async () => {
    const reports = await figuresOfCounty(db, countyId, ['t3.received.total'], 'own');
    const inSum = new Map(demo.bodyYears.map(({ body, year, inRollup }) => [`${body}/${year}`, inRollup]));
    for (const [year, { mostApplications, withoutApplications }] of Object.entries(literals.years)) {
      const counts = reports.filter((report) => report.year === Number(year) && inSum.get(`${report.body}/${year}`)).map(({ body, values }) => ({ body, value: values['t3.received.total'] ?? 0 }));
      counts.sort((a, b) => b.value - a.value || (a.body < b.body ? -1 : 1));
      expect(counts.slice(0, 5), year).toEqual(mostApplications);
      expect(counts.filter(({ value }) => value === 0).length, year).toBe(withoutApplications);
    }
  });

  it('leave the government report out, which says the same', async () => {
    const ids = Object.keys(literals.years['2021']?.government ?? {});
    const reports = await figuresOfCounty(db, countyId, ids, 'rollup');
    expect(reports).toHaveLength(7);
    for (const { year, values } of reports) for (const [id, value] of Object.entries(literals.years[year]?.government ?? {})) if (id in values) expect(values[id], `${year} ${id}`).toBe(value);
  });
});
