/**
 * The fictional county as a whole: its register, its filings, its documents in every format, and the manifest of what is
 * planted in them. The same on every call and every machine.
 */
import { zipSync } from 'fflate';
import { layoutOf } from '../form/layout.ts';
import { TABLES, type FigureId } from '../form/figures.ts';
import type { Values } from './applications.ts';
import { BODIES, bodyOf, SUCCESSIONS } from './bodies.ts';
import { COUNTY, exists, YEARS, type DemoBody, type DemoSuccession } from './county.ts';
import { CASE_DEFECTS } from './defects-cases.ts';
import { CELL_DEFECTS } from './defects-cells.ts';
import { FORM_DEFECTS } from './defects-form.ts';
import { WORD_DEFECTS } from './defects-words.ts';
import { draftOf, printed, type Draft, type ReportText } from './draft.ts';
import { datesOf, isLate, isMissing, isUndated } from './filings.ts';
import type { Manifest, PlantedDefect } from './manifest.ts';
import { ODDITIES } from './oddities.ts';
import { must, type Defect, type Oddity, type Others } from './planted.ts';
import { fileName, printDocument, styleOf, type Style } from './print-document.ts';
import { textOf } from './prose.ts';
import { STRAYS } from './strays.ts';
import { trueFigures } from './true-figures.ts';
import { VERSIONS } from './versions.ts';

export interface DemoDocument {
  name: string;
  bytes: Uint8Array;
  /** Null for what is no report of a body of the county. */
  body: string | null;
  year: number | null;
  scope: 'own' | 'rollup' | null;
  receivedOn: string | null;
  publishedOn: string | null;
  /** The first document of a report, the same figures again, or other figures afterwards. */
  role: 'main' | 'attachment' | 'correction' | 'stray';
  /** A correction that the supervising office took as the one that counts. */
  adopted?: true;
  /** Sent inside this archive. */
  archive?: string;
}
export interface DemoBodyYear {
  body: string;
  year: number;
  mustFile: boolean;
  countyDueOn: string | null;
  statutoryDueOn: string;
  inRollup: boolean;
  peerGroup: string;
  population: number | null;
  powers: { licensing: boolean; penalties: boolean; compulsion: boolean; fees: boolean };
}
export interface DemoFiling {
  body: string;
  year: number;
  scope: 'own' | 'rollup';
  receivedOn: string | null;
  publishedOn: string | null;
}
export interface DemoCounty {
  county: { code: string; name: string };
  /** In the official order. */
  bodies: readonly DemoBody[];
  bodyYears: DemoBodyYear[];
  successions: readonly DemoSuccession[];
  /** All that are due; those without `receivedOn` never came. */
  filings: DemoFiling[];
  /** In the order of receipt. */
  documents: DemoDocument[];
  /** The same as files: what came in an archive is in it. */
  files: { name: string; bytes: Uint8Array }[];
  manifest: Manifest;
}

const DEFECTS: readonly Defect[] = [...FORM_DEFECTS, ...CELL_DEFECTS, ...CASE_DEFECTS, ...WORD_DEFECTS];

/** The townships of 2022 came together. */
const ARCHIVE = { year: 2022, name: '2022年度乡镇（街道）年报.zip' } as const;
/** Times in a zip begin in 1980; without one the clock would be taken. */
const NO_TIME = '1980-01-01T00:00:00';

/** Printed text of every figure that the document prints. */
function cellsOf(draft: Draft): Record<FigureId, string> {
  const cells: Record<FigureId, string> = {};
  for (const table of TABLES) {
    if (draft.form.omitted.includes(table)) continue;
    for (const row of layoutOf(table, draft.form.editions[table]).rows) {
      if (row.some((cell) => cell.role === 'row' && draft.form.rowsOmitted.includes(cell.text))) continue;
      for (const { figure } of row) if (figure) cells[figure] = printed(draft, figure);
    }
  }
  return cells;
}

/** The report with what is planted in it; `planted` empty gives it as it should be. */
function report(body: DemoBody, year: number, values: Values, planted: readonly (Defect | Oddity)[], others: Others): { draft: Draft; text: ReportText; style: Style } {
  const draft = draftOf(body, year, values);
  for (const planting of planted) planting.draft?.(draft, others);
  const text = textOf(draft);
  for (const planting of planted) planting.text?.(text, draft, others);
  return { draft, text, style: planted.find((planting) => planting.style)?.style ?? styleOf(draft) };
}

/** Checks of the report family that a report without a defect must pass, whatever its edition. */
const ALWAYS_PASSED = ['ST-SECTION-MISSING', 'ST-TABLE-MISSING', 'CELL-TEXT', 'CELL-NONINT', 'CELL-NEGATIVE', 'T3-BALANCE', 'T3-RESULT-SUM', 'T3-ROW-TOTAL', 'T4-SUM', 'T2-RULE-POWER'];
/** Body-years in which open cases came or went with functions: carry-over cannot be judged. */
const FUNCTIONS_MOVED = SUCCESSIONS.flatMap(({ kind, predecessor, successor, on }) => {
  const year = on.slice(0, 4);
  return kind === 'functions_moved' ? [`${predecessor}/${year}`, `${successor}/${year}`] : kind === 'split' ? [`${successor}/${year}`] : [];
});
const predecessorsOf = (code: string, year: number): string[] => {
  const merged = SUCCESSIONS.filter(({ kind, successor, on }) => kind === 'merged' && successor === code && on.startsWith(String(year)));
  return merged.length > 0 ? merged.map(({ predecessor }) => predecessor) : [code];
};

export function demoCounty(): DemoCounty {
  const figures = trueFigures();
  const valuesOf = (body: string, year: number): Values => {
    const values = figures.get(`${body}/${year}`);
    if (!values) throw new Error(`No figures of ${body} in ${year}`);
    return values;
  };
  const others: Others = (body, year) => {
    const draft = draftOf(bodyOf(body), year, valuesOf(body, year));
    return { draft, text: textOf(draft) };
  };
  for (const { body, year, kind } of [...DEFECTS, ...ODDITIES]) must(figures.has(`${body}/${year}`) && !isMissing(body, year), `${kind}: ${body} has no report of ${year}`);

  const bodyYears: DemoBodyYear[] = [];
  const filings: DemoFiling[] = [];
  const documents: DemoDocument[] = [];
  const manifest: Manifest = { defects: [], oddities: [], evaluated: [], strays: [], cells: {} };

  for (const year of YEARS)
    for (const body of BODIES) {
      if (!exists(body, year)) continue;
      const { profile } = body;
      const dates = datesOf(body, year);
      const { receivedOn, publishedOn } = dates;
      const where = { body: body.code, year, scope: body.kind === 'government' ? 'rollup' : 'own' } as const;
      bodyYears.push({
        body: body.code, year, mustFile: true, countyDueOn: dates.countyDueOn, statutoryDueOn: dates.statutoryDueOn,
        inRollup: body.kind !== 'government' && body.kind !== 'vertical', peerGroup: body.peerGroup, population: body.population,
        powers: { licensing: profile.licences > 0, penalties: profile.penalties > 0, compulsion: profile.compulsion > 0, fees: profile.fees > 0 || (figures.get(`${body.code}/${year}`)?.['t2.fees.amount'] ?? 0) > 0 },
      });
      filings.push({ ...where, receivedOn, publishedOn });
      const noted = (kind: string, what: string, expected: PlantedDefect['expected'], document: string | null): void => { manifest.defects.push({ kind, ...where, what, document, expected }); };
      if (receivedOn === null) {
        noted('nothing came', '应报未报', [{ check: 'TIME-MISSING', level: 'error' }], null);
        continue;
      }

      const here = (planting: Defect | Oddity): boolean => planting.body === body.code && planting.year === year;
      const [defects, oddities] = [DEFECTS.filter(here), ODDITIES.filter(here)];
      const version = VERSIONS.find((entry) => entry.body === body.code && entry.year === year);
      const first = report(body, year, valuesOf(body.code, year), [...defects, ...oddities, ...(version?.first ? [version.first] : [])], others);
      const publisher = oddities.some(({ kind }) => kind === 'published by another') ? `${COUNTY.place}人民政府办公室` : first.draft.name;
      const name = fileName(first.draft, first.text, first.style);
      const archive = year === ARCHIVE.year && (body.kind === 'township' || body.kind === 'subdistrict') ? { archive: ARCHIVE.name } : {};
      documents.push({ name, bytes: printDocument(first.draft, first.text, first.style, publisher, publishedOn), ...where, receivedOn, publishedOn, role: 'main', ...archive });
      manifest.cells[name] = cellsOf(first.draft);

      if (version) {
        must(version.receivedOn >= receivedOn, `${name}: the second document came first`);
        const second = report(body, year, valuesOf(body.code, year), [...(version.second ? [version.second] : []), { kind: 'second document', body: body.code, year, what: version.what, style: version.style, looksLike: '' }], others);
        const again = fileName(second.draft, second.text, second.style).replace(/(\.\w+)$/, `${version.suffix}$1`);
        documents.push({
          name: again, bytes: printDocument(second.draft, second.text, second.style, publisher, null), ...where, receivedOn: version.receivedOn, publishedOn: null,
          role: version.role, ...(version.adopted ? { adopted: true as const } : {}),
        });
        manifest.cells[again] = cellsOf(second.draft);
        if (version.first) manifest.defects.push({ kind: version.first.kind, ...where, what: version.first.what, document: name, expected: version.first.expected, corrected: again });
      }

      for (const { kind, what, expected, diagnosis } of defects) manifest.defects.push({ kind, ...where, what, document: name, expected, ...(diagnosis ? { diagnosis } : {}) });
      for (const { kind, what, looksLike } of oddities) manifest.oddities.push({ kind, ...where, what, document: name, looksLike });
      if (isLate(body.code, year)) noted('late', '逾法定时限报送', [{ check: 'TIME-LATE', level: 'note' }], name);
      if (isUndated(body.code, year)) noted('no date', '不知公开日期', [{ check: 'TIME-NODATE', level: 'note' }], name);

      if (defects.length === 0 && !version) for (const check of ALWAYS_PASSED) manifest.evaluated.push({ check, ...where, verdict: 'passed' });
      for (const { check, level } of defects.flatMap(({ expected }) => expected)) if (level === 'error') manifest.evaluated.push({ check, ...where, verdict: 'failed' });
      if (year > YEARS[0] && defects.length === 0) {
        const known = predecessorsOf(body.code, year).every((code) => figures.has(`${code}/${year - 1}`) && !isMissing(code, year - 1));
        manifest.evaluated.push({ check: 'XY-CARRY', ...where, verdict: known && !FUNCTIONS_MOVED.includes(`${body.code}/${year}`) ? 'passed' : 'not evaluated' });
      }
    }

  for (const { name, bytes, outcome, receivedOn } of STRAYS) {
    documents.push({ name, bytes, body: null, year: null, scope: null, receivedOn, publishedOn: null, role: 'stray' });
    manifest.strays.push({ document: name, outcome });
  }
  documents.sort((a, b) => ((a.receivedOn ?? '') < (b.receivedOn ?? '') ? -1 : a.receivedOn === b.receivedOn ? 0 : 1));
  must(new Set(documents.map(({ name }) => name)).size === documents.length, 'two documents have one name');
  return { county: { code: COUNTY.code, name: COUNTY.name }, bodies: BODIES, bodyYears, successions: SUCCESSIONS, filings, documents, files: filesOf(documents), manifest };
}

function filesOf(documents: readonly DemoDocument[]): DemoCounty['files'] {
  const packed = documents.filter(({ archive }) => archive === ARCHIVE.name);
  const zip = zipSync(Object.fromEntries(packed.map(({ name, bytes }) => [name, bytes])), { mtime: NO_TIME });
  return [...documents.filter(({ archive }) => !archive).map(({ name, bytes }) => ({ name, bytes })), { name: ARCHIVE.name, bytes: zip }];
}
