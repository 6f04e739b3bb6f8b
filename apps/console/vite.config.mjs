// How the console becomes dist/apps/console: one entry, an asset for each part that is loaded late, names by content. Run by
// tools/build-console.mjs, which also checks the size of the first load.
import { join } from 'node:path';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: '/',
  // Vite transforms JSX itself; the React plugin is for its development server, which we do not use.
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  // Where each answer of apps/api/console puts its own nonce.
  html: { cspNonce: 'NONCE-OF-THIS-ANSWER' },
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: join(root, '../../dist/apps/console'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    // The policy allows no inline script, and every browser that runs es2022 modules preloads them itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries say where their server components end; there are none here.
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    },
  },
});
