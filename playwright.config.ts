import { defineConfig } from '@playwright/test';

const isLinux = process.platform === 'linux';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/fixtures/global-setup.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A journey that passes the second time only is a broken journey.
  retries: 0,
  // Each has a desktop of its own. By files, a worker would wait while the other ends a long one.
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env.EVENKEEL_JOURNEYS_REPORT ?? '.cache/reports/journeys.json' },
    ],
  ],
  // Elsewhere than on Linux a desktop is not a set of services on a bus.
  ...(isLinux ? {} : { grepInvert: /@desktop-bus/ }),
  projects: [
    { name: 'journeys', testMatch: ['journeys/**/*.spec.ts', 'security/**/*.spec.ts'] },
    { name: 'fixtures', testMatch: 'fixtures/**/*.spec.ts' },
    { name: 'screenshots', testMatch: 'screenshots/**/*.spec.ts' },
    { name: 'all-screens', testMatch: 'all-screens/**/*.spec.ts' },
  ],
});
