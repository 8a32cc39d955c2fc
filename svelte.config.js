import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ out: 'build/app' }),
    csp: {
      // Hashes rather than nonces: pages are kept and sent again.
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        // ECharts writes style attributes into its HTML tooltip and into server-drawn SVG.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
    typescript: {
      config(config) {
        config.include.push('../tests/**/*.ts', '../*.ts', '../eslint.config.js');
        return config;
      },
    },
  },
};
