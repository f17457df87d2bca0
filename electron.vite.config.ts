import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { mainChunkNames } from './scripts/lib/main-chunks.ts';
import { contentSecurityPolicy } from './src/main/security/content-security-policy.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/**
 * What every screen stands on goes into one file, and the first screen with it: many small ones
 * would each cost a request.
 */
const sharedByAllScreens =
  /src.renderer.(api|ui|main|navigation|App|features.(shell|today|first-run|people.PersonForm|people.relationship|series.(OpenPlan|Upcoming|upcoming)))|src.domain.(routes|documents.relationships)|vite.preload-helper|messages.generated.(runtime|messages.(app|common)_)|node_modules.(svelte[\\/]|clsx|esm-env|@lucide.svelte.dist.(Icon|utils|context|default))/;

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      minify: true,
      // Threads are files of their own, started by name from compose.ts and compose-calendars.ts.
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          'store-worker': at('src/main/store/store-worker.ts'),
          'calendar-worker': at('src/main/calendar/calendar-worker.ts'),
        },
        output: {
          codeSplitting: { groups: [{ name: mainChunkNames(at('src/main/index.ts')) }] },
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      minify: true,
      // A sandboxed preload must be CommonJS, also in a package of type "module".
      rolldownOptions: {
        input: at('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    build: {
      minify: true,
      modulePreload: { polyfill: false },
      // Inlined assets would need data: in the CSP of more than images.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: at('src/renderer/index.html'),
        output: { codeSplitting: { groups: [{ name: 'ground', test: sharedByAllScreens }] } },
      },
    },
    worker: { format: 'es' },
    // What app:// sends in a build, the development server sends itself.
    server: { headers: { 'Content-Security-Policy': contentSecurityPolicy('development') } },
    plugins: [svelte({ configFile: at('svelte.config.js') })],
  },
});
