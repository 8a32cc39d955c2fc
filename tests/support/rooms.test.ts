/** The table of rooms is enforced: each wrong arrow here must fail the lint, each right one must pass. */
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-misused-promises': 'off', '@typescript-eslint/no-unused-vars': 'off' },
  },
});

async function rulesBroken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

describe('imports between rooms', () => {
  it.each([
    ['src/lib/form/x.ts', `import { readDocument } from '../documents/read-document.ts';`],
    ['src/lib/documents/x.ts', `import { FIGURES } from '../form/figures.ts';`],
    ['src/lib/documents/x.ts', `import { load } from 'cheerio';`],
    ['src/lib/documents/x.ts', `import { readFileSync } from 'node:fs';`],
    ['src/lib/recognition/x.ts', `import { extractFigures } from '../figures/extract-figures.ts';`],
    ['src/lib/figures/x.ts', `import { textAt } from '../documents/document.ts';`],
    ['src/lib/checks/x.ts', `import { recogniseReports } from '../recognition/recognise-report.ts';`],
    ['src/lib/checks/x.ts', `import { openDatabase } from '../server/database/connect.ts';`],
    ['src/lib/comparisons/x.ts', `import { page } from '$app/state';`],
    ['src/lib/charts/x.ts', `import { figuresOfCounty } from '../server/queries/figures.ts';`],
    ['src/lib/components/X.svelte', `<script lang="ts">import { goto } from '$app/navigation'; goto('/');</script>`],
    ['src/lib/components/X.svelte', `<script lang="ts">import { reports } from '../server/queries/reports.ts'; reports();</script>`],
    ['src/lib/server/database/x.ts', `import { checkReport } from '../../checks/check-report.ts';`],
    ['src/lib/server/queries/x.ts', `import { ingestDocument } from '../ingest/ingest-report.ts';`],
    ['src/lib/server/ingest/x.ts', `import { openDatabase } from '../database/connect.ts';`],
    ['src/lib/server/ingest/x.ts', `import { sql } from 'kysely';`],
    ['src/lib/server/backup/x.ts', `import { ingestPaths } from '../ingest/ingest-paths.ts';`],
    ['src/lib/server/backup/x.ts', `import { sql } from 'kysely';`],
    ['src/cli/x.ts', `import { sql } from 'kysely';`],
    ['src/cli/x.ts', `import { error } from '@sveltejs/kit';`],
    ['src/routes/x.server.ts', `import { sql } from 'kysely';`],
    ['src/routes/+page.svelte', `<script lang="ts">import { reports } from '../lib/server/queries/reports.ts'; reports();</script>`],
    ['src/lib/checks/x.ts', `import { LEVELS } from './finding';`],
    ['tests/makers/x.ts', `import { FIGURES } from '../../src/lib/form/figures.ts';`],
    ['tests/makers/x.ts', `import { wholeReport } from '../support/whole-report.ts';`],
  ])('%s may not %s', async (file, code) => {
    expect(await rulesBroken(file, code)).toContain('no-restricted-imports');
  });

  it.each([
    ['src/lib/figures/x.ts', `import { FIGURES } from '../form/figures.ts'; import type { Place } from '../documents/document.ts'; export const f: Place | undefined = FIGURES.length ? undefined : undefined;`],
    ['src/lib/documents/x.ts', `import { parse } from 'parse5'; import { textAt } from './document.ts'; parse('') ; textAt;`],
    ['src/lib/server/ingest/x.ts', `import { checkReport } from '../../checks/check-report.ts'; import { reports } from '../queries/reports.ts'; import { readFile } from 'node:fs/promises'; import { log } from '../log.ts'; import type { Kysely } from 'kysely';`],
    ['src/lib/server/queries/x.ts', `import { sql } from 'kysely'; import type { Schema } from '../database/schema.ts'; import { columnOf } from '../../form/figures.ts';`],
    ['src/cli/x.ts', `import { openDatabase } from '../lib/server/database/connect.ts'; import { ingestPaths } from '../lib/server/ingest/ingest-paths.ts';`],
    ['src/routes/c/x.server.ts', `import { error } from '@sveltejs/kit'; import { database } from '$lib/server/database/handle.ts'; import { reports } from '$lib/server/queries/reports.ts';`],
    ['tests/makers/x.ts', `import { makeZip } from '../support/make-zip.ts'; import { seeded } from './random.ts';`],
    ['src/lib/checks/x.test.ts', `import { readFileSync } from 'node:fs';`],
  ])('%s may %s', async (file, code) => {
    expect(await rulesBroken(file, code)).not.toContain('no-restricted-imports');
  });
});

describe('pure rooms', () => {
  it.each([
    'export const a = new Date();', 'export const a = Date.now();', 'export const a = Math.random();', 'export const a = process.env.HOME;',
    'export const a = 1 as unknown as string;', 'export default 1;', `export * from './finding.ts';`, 'console.log(1);',
  ])('refuse %s', async (code) => {
    expect(await rulesBroken('src/lib/checks/x.ts', code)).not.toEqual([]);
  });
});
