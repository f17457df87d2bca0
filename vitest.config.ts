import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

const setupFiles = [resolve(import.meta.dirname, 'scripts/test-setup/temporal.ts')];

// A busy build machine is slow at all of them; a test that hangs is one that hangs.
const testTimeout = 30_000;
const patience = { testTimeout, hookTimeout: testTimeout, expect: { poll: { timeout: 10_000 } } };

// Whoever changes something must not meet, by chance, a case that has nothing to do with it: the
// laws try the same cases in every run, and others where `npm run laws` looks for them.
const lawSeed = Number(process.env.EVENKEEL_LAW_SEED ?? 1);
const shared = { ...patience, provide: { lawSeed } };

const messageIndex = resolve(import.meta.dirname, 'src/messages/generated/messages/_index.js');
const messages = resolve(import.meta.dirname, 'src/messages/generated/messages.js');

/**
 * Every message is a module of its own, so that the app's build can put each where it is used. Most
 * tests import them all, and would load more than a thousand modules each: they get one.
 */
function messagesInOneModule(): Plugin {
  let code: Promise<string> | null = null;
  const bundle = async (): Promise<string> => {
    const output = await build({
      configFile: false,
      logLevel: 'silent',
      build: { ssr: messages, write: false, minify: false },
    });
    const [chunk] = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
    if (chunk?.type !== 'chunk') throw new Error('The messages do not bundle.');
    return chunk.code;
  };
  return {
    name: 'messages-in-one-module',
    enforce: 'pre',
    load: (id) => (id === messages ? (code ??= bundle()) : null),
    // What is kept from run to run goes by the file alone, which stays the same when messages change.
    configureVitest: ({ defineCacheKeyGenerator }) => {
      defineCacheKeyGenerator(({ id }) =>
        id === messages ? String(statSync(messageIndex).mtimeMs) : undefined,
      );
    },
  };
}

// Takes longest of all, in a process that nobody else waits for.
const simulation = 'src/domain/reminders/simulation/simulate.test.ts';

// A fresh clone knows no times yet and goes by size, by which these, of few lines each, come last.
const longFiles = [simulation, 'src/main/store/kill.test.ts', 'src/main/store/power-cut.test.ts'];

/**
 * Begins with what takes long: at the end the other core would have nothing to do beside it. Then one
 * project after the other: a worker goes on with the next file only when it is of the same.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      longFiles.some((path) => moduleId.endsWith(path));
    const { projects } = this.ctx;
    return [
      ...sorted.filter(isLong),
      ...projects.flatMap((project) =>
        sorted.filter((file) => file.project === project && !isLong(file)),
      ),
    ];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // One core fewer is the default, which of two leaves one; what runs beside it waits more than it works.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [messagesInOneModule()],
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src/{main,preload},scripts,bench,e2e/fixtures}/**/*.test.ts', simulation],
          setupFiles,
          ...shared,
        },
      },
      {
        plugins: [svelte(), svelteTesting(), messagesInOneModule()],
        test: {
          name: 'component',
          environment: 'jsdom',
          // A page of its own for each file, but in a process that goes on: a quarter of the work.
          pool: 'vmThreads',
          include: ['src/renderer/**/*.test.ts'],
          // Others are empty in a test; the colours of this one are tested.
          css: { include: [/styles\/tokens\.css/] },
          setupFiles: [
            ...setupFiles,
            resolve(import.meta.dirname, 'src/renderer/test-support/idle.ts'),
            resolve(import.meta.dirname, 'src/renderer/test-support/dialog.ts'),
            resolve(import.meta.dirname, 'src/renderer/test-support/patience.ts'),
          ],
          ...shared,
        },
      },
      {
        plugins: [messagesInOneModule()],
        test: {
          name: 'rules',
          environment: 'node',
          // They are pure: nothing of one file's tests is left for those of the next.
          isolate: false,
          include: ['src/{domain,ipc}/**/*.test.ts'],
          exclude: [simulation],
          setupFiles,
          ...shared,
        },
      },
      // Last, when little else is at work: they drive real windows, with a user's patience.
      {
        test: {
          name: 'stand-in',
          environment: 'node',
          include: ['e2e/electron-standin/**/*.test.ts'],
          ...shared,
        },
      },
    ],
  },
});
