import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom. A room imports only rooms that come before it on the line: form → documents → recognition → figures → checks →
 * database → queries → comparisons → charts → exports. `types` are rooms of which only types may be taken, `packages` the libraries.
 * Relative imports inside a room are free.
 * @type {Record<string, { rooms?: string[], types?: string[], packages?: string[], pure?: true }>}
 */
export const ROOMS = {
  form: { pure: true },
  documents: { pure: true, packages: ['parse5', 'entities', 'fflate', 'saxes', 'pdfjs-dist', 'word-extractor'] },
  recognition: { pure: true, rooms: ['form', 'documents'] },
  figures: { pure: true, rooms: ['form', 'recognition'], types: ['documents'] },
  checks: { pure: true, rooms: ['form', 'figures'], types: ['recognition', 'documents'] },
  comparisons: { pure: true, rooms: ['form', 'figures'], types: ['checks', 'recognition'] },
  rollup: { pure: true, rooms: ['form', 'figures'], types: ['checks', 'recognition'] },
  writers: { pure: true, rooms: ['form', 'figures'], packages: ['docx', 'fflate'] },
  demo: { pure: true, rooms: ['form', 'figures', 'writers'], packages: ['fflate'] },
  charts: { rooms: ['comparisons', 'form', 'paraglide'], types: ['figures', 'checks', 'recognition'], packages: ['echarts', 'svelte'] },
  components: {
    rooms: ['charts', 'form', 'paraglide'], packages: ['svelte', 'pdfjs-dist'],
    types: ['documents', 'recognition', 'figures', 'checks', 'comparisons', 'rollup', 'server/queries'],
  },
  'server/database': {
    rooms: ['form', 'db/migrations', 'server/config.ts', 'server/log.ts'], types: ['documents', 'recognition', 'figures', 'checks'],
    packages: ['pg', 'kysely', '@electric-sql/pglite', 'node:'],
  },
  'server/queries': {
    rooms: ['form'], types: ['documents', 'recognition', 'figures', 'checks', 'comparisons', 'server/database'], packages: ['kysely'],
  },
  'server/backup': { rooms: ['server/database', 'server/queries'], types: ['kysely'], packages: ['node:'] },
  'server/ingest': {
    rooms: ['form', 'documents', 'recognition', 'figures', 'checks', 'server/queries', 'server/backup', 'server/log.ts', 'server/today.ts', 'server/config.ts'],
    types: ['server/database', 'kysely'], packages: ['node:', 'fflate'],
  },
  // The register of bodies from and to a spreadsheet; only keep.ts writes, the rest is pure.
  'server/register': {
    rooms: ['documents', 'writers', 'server/ingest', 'server/queries'], types: ['checks', 'server/database', 'kysely'],
  },
  'server/exports': {
    rooms: ['form', 'comparisons', 'rollup', 'writers', 'charts', 'server/queries', 'server/today.ts', 'server/log.ts'],
    types: ['server/database', 'kysely', 'checks', 'figures'], packages: ['node:'],
  },
  // What a page shows, put together from queries and pure rooms: keeps routes thin.
  'server/pages': {
    rooms: [
      'form', 'documents', 'recognition', 'figures', 'checks', 'comparisons', 'charts', 'components', 'paraglide',
      'server/queries', 'server/exports', 'server/ingest', 'server/register', 'server/today.ts', 'server/log.ts',
    ],
    types: ['server/database', 'kysely', 'writers'], packages: ['node:'],
  },
};

const escape = (/** @type {string} */ text) => text.replace(/[.$/]/g, '\\$&');

/**
 * The rule of one room: patterns over the text of the import. Rooms are flat folders, so whatever starts with `../` leaves the room;
 * rooms beside each other (server/queries, server/ingest) reach each other by the last word of their name.
 * @param {string} room
 * @param {typeof ROOMS[string]} allowed
 * @returns {import('eslint').Linter.RuleEntry}
 */
function roomRule(room, { rooms = [], types = [], packages = [] }) {
  const parent = room.includes('/') ? room.slice(0, room.indexOf('/') + 1) : '\0';
  const paths = (/** @type {string[]} */ names) =>
    anyOf(names.map((name) => escape(name.startsWith(parent) ? name.slice(parent.length) : name) + (name.endsWith('.ts') ? '$' : '/')));
  const known = packages.map((name) => (name === 'node:' ? name : `${escape(name)}(?:/|$)`));
  const message = `The room ${room} may not import this: see the table of rooms in eslint.config.js.`;
  const patterns = [
    { regex: `^(?:\\.\\./)+(?!\\.\\./)(?!${paths([...rooms, ...types])})`, message },
    { regex: `^(?:\\.\\./)+(?!\\.\\./)${paths(types)}`, allowTypeImports: true, message: `${message} Types only.` },
    { regex: `^(?![./])(?!${anyOf(known)})`, allowTypeImports: types.includes('kysely'), message },
    EXTENSION,
  ];
  return ['error', { patterns }];
}

/** @param {string[]} alternatives */
const anyOf = (alternatives) => (alternatives.length > 0 ? `(?:${alternatives.join('|')})` : '(?!)');

/** Node runs what the compiler leaves: relative imports name their file. */
const EXTENSION = { regex: '^\\.{1,2}/(?!.*[./](?:ts|js|json|svelte|css|sql|html|sha256sums)(?:\\?raw)?$)', message: 'Relative imports name their file with its extension.' };
const KIT = { regex: '^(?:\\$app|\\$env|\\$service-worker|@sveltejs/kit)', message: 'SvelteKit lives only in src/routes and src/hooks.*' };
const SQL = { regex: '^kysely$', importNames: ['sql'], message: 'SQL lives only in src/lib/server/queries.' };
const SERVER = { regex: 'lib/server/', message: 'Nothing of the server reaches the browser.' };

const HABITS = [
  { selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']", message: 'No double assertion: give the value its type.' },
  { selector: 'ExportAllDeclaration', message: 'No barrel files.' },
];
const NAMED = { selector: 'ExportDefaultDeclaration', message: 'Named exports.' };
const PURE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure room has no clock: today comes in as a value.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'A pure room has no clock: today comes in as a value.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'A pure room has no randomness.' },
];

const unit = ['**/*.test.ts'];

export default defineConfig(
  { ignores: ['build/', '.svelte-kit/', 'src/lib/paraglide/', 'data/', 'node_modules/'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'no-restricted-syntax': ['error', ...HABITS],
      'no-restricted-imports': ['error', { patterns: [EXTENSION] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // The dashboard is served from the root of its address: there is no base path to add.
      'svelte/no-navigation-without-resolve': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } } },
  { files: ['src/lib/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...HABITS, NAMED] } },

  // The rooms.
  ...Object.entries(ROOMS).map(([room, allowed]) => ({
    files: [`src/lib/${room}/**/*.{ts,svelte}`], ignores: unit,
    rules: { 'no-restricted-imports': roomRule(room, allowed) },
  })),
  ...Object.entries(ROOMS).filter(([, { pure }]) => pure).map(([room]) => ({
    files: [`src/lib/${room}/**/*.ts`], ignores: unit,
    rules: /** @type {import('eslint').Linter.RulesRecord} */ ({
      'no-restricted-globals': ['error', 'process', 'window', 'document', 'fetch'], 'no-restricted-syntax': ['error', ...HABITS, NAMED, ...PURE],
    }),
  })),
  { files: ['src/lib/server/*.ts', 'src/cli/**/*.ts', 'src/server.ts'], ignores: unit, rules: { 'no-restricted-imports': ['error', { patterns: [EXTENSION, KIT, SQL] }] } },
  { files: ['src/cli/**/*.ts', 'src/server.ts', 'tests/**', '.ci/**'], rules: { 'no-console': 'off' } },
  {
    files: ['src/routes/**/*.ts', 'src/hooks*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [SQL, { regex: 'server/database/(?!handle)', allowTypeImports: true, message: 'Pages reach the database through server/queries.' }] }] },
  },
  { files: ['src/routes/**/*.svelte', 'src/routes/**/+page.ts', 'src/routes/**/+layout.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [SERVER].map((pattern) => ({ ...pattern, allowTypeImports: true })) }] } },

  // What the reading is judged by must not come from what reads: makers of documents know nothing of src/, nor of support files that do.
  {
    files: ['tests/makers/**/*.ts'], ignores: unit,
    rules: { 'no-restricted-imports': ['error', { patterns: [EXTENSION, { regex: '(?:^|/)src/|^\\.\\./(?!support/(?:make-zip\\.ts|print-pdf\\.ts|make-pdf\\.ts)$)', message: 'Makers of documents import nothing of the product.' }] }] },
  },

  // A promise that nobody waits for loses its error: checked with types where work is done.
  {
    files: ['src/lib/server/**/*.ts', 'src/cli/**/*.ts', 'src/server.ts', 'src/routes/**/*.server.ts', 'src/hooks.server.ts'], ignores: unit,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' },
  },
);
