import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'stand-in',
    environment: 'node',
    include: ['e2e/electron-standin/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
