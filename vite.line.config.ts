/**
 * Builds what Kit does not: the commands, the entry and the worker files, into build/. Node 20 runs no TypeScript, and
 * Kit's server build does not bundle worker_threads files. The modes bench, accuracy and fuzz build one measurement instead.
 */
import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

const commands = readdirSync('src/cli').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => name.slice(0, -3));

const product = {
  server: 'src/server.ts',
  'reader-worker': 'src/lib/server/ingest/reader-worker.ts',
  'database-worker': 'src/lib/server/database/database-worker.ts',
  ...Object.fromEntries(commands.map((name) => [`cli/${name}`, `src/cli/${name}.ts`])),
};

const measurements: Record<string, string> = { bench: 'tests/bench/bench.ts', accuracy: 'tests/accuracy/accuracy.ts', fuzz: 'tests/accuracy/fuzz.ts' };

export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build',
    // Kit's build stands beside it, in build/app.
    emptyOutDir: false,
    rollupOptions: {
      input: measurements[mode] ? { [mode]: measurements[mode] } : product,
      output: { entryFileNames: '[name].js', chunkFileNames: 'line/[name]-[hash].js' },
    },
  },
}));
