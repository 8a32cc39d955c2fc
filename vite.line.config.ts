/**
 * Builds what Kit does not: the commands, the entry and the worker files, into build/. Node 20 runs no TypeScript, and
 * Kit's server build does not bundle worker_threads files.
 */
import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

const commands = readdirSync('src/cli').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => name.slice(0, -3));

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build',
    emptyOutDir: false,
    rollupOptions: {
      input: {
        server: 'src/server.ts',
        'database-worker': 'src/lib/server/database/database-worker.ts',
        ...Object.fromEntries(commands.map((name) => [`cli/${name}`, `src/cli/${name}.ts`])),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'line/[name]-[hash].js' },
    },
  },
});
