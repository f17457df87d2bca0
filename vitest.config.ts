import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const setupFiles = [resolve(import.meta.dirname, 'scripts/test-setup/temporal.ts')];

// A busy build machine is slow at all of them; a test that hangs is one that hangs.
const testTimeout = 30_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src/{domain,ipc,main,preload},scripts,bench,e2e/fixtures}/**/*.test.ts'],
          setupFiles,
          testTimeout,
        },
      },
      {
        plugins: [svelte(), svelteTesting()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['src/renderer/**/*.test.ts'],
          setupFiles: [
            ...setupFiles,
            resolve(import.meta.dirname, 'src/renderer/test-support/idle.ts'),
          ],
          testTimeout,
        },
      },
      {
        test: {
          name: 'stand-in',
          environment: 'node',
          include: ['e2e/electron-standin/**/*.test.ts'],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
});
