import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({ project: './src/project.inlang', outdir: './src/lib/paraglide', strategy: ['cookie', 'baseLocale'] }),
    sveltekit(),
  ],
});
