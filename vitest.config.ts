/**
 * The test projects. One suite of tests/database runs as `embedded` and as `postgres`, so that a difference between the
 * engines shows; tests/support/run-tests.js compares the lists of names.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { configDefaults, defineConfig } from 'vitest/config';

declare module 'vitest' {
  interface ProvidedContext {
    engine: 'embedded' | 'postgres';
  }
}

const database = (engine: 'embedded' | 'postgres') => ({
  test: {
    name: engine,
    include: ['tests/database/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.soak.test.ts'],
    globalSetup: ['tests/database/support/prepare.ts'],
    provide: { engine },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    // 2 cores are what a small office and the CI have; more workers only make timings unsteady.
    maxWorkers: 2,
    projects: [
      {
        plugins: [svelte()],
        test: { name: 'unit', include: ['src/**/*.test.ts', 'tests/{pipeline,support,makers,accuracy}/**/*.test.ts'], testTimeout: 60_000 },
      },
      database('embedded'),
      database('postgres'),
      // The built programme as a process: entry, commands, socket.
      { test: { name: 'process', include: ['tests/process/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false } },
      { test: { name: 'soak', include: ['tests/**/*.soak.test.ts'], testTimeout: 3_600_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
});
