/**
 * Builds what Kit does not: the commands, the entry and the worker files, into build/. Node 20 runs no TypeScript, and
 * Kit's server build does not bundle worker_threads files. `--mode bench` builds the measurements instead.
 */
import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

const commands = readdirSync('src/cli').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => name.slice(0, -3));

const product = {
  server: 'src/server.ts',
  'database-worker': 'src/lib/server/database/database-worker.ts',
  ...Object.fromEntries(commands.map((name) => [`cli/${name}`, `src/cli/${name}.ts`])),
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build',
    // Kit's build stands beside it, in build/app.
    emptyOutDir: false,
    rollupOptions: {
      input: mode === 'bench' ? { bench: 'tests/bench/bench.ts' } : product,
      output: { entryFileNames: '[name].js', chunkFileNames: 'line/[name]-[hash].js' },
    },
  },
}));
