import type { KnipConfig } from 'knip';

/** What counts as used. The entries of the app itself are read from its build configuration. */
export default {
  entry: [
    'scripts/*.ts',
    'scripts/test-setup/*.ts',
    'bench/*.ts',
    // Processes of their own, started by their file.
    'bench/lib/stores/measure-one.ts',
    'src/main/store/test-support/endless-writer.ts',
    'src/domain/calendar/test-data/print-answers.ts',
    'e2e/**/*.spec.ts',
    'e2e/electron-standin/boot.ts',
  ],
  project: ['src/**/*.{ts,svelte}', 'scripts/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts'],
  // Named in messages/evenkeel.inlang/settings.json, and started by scripts/lib by their files.
  ignoreDependencies: [
    ...['@inlang/paraglide-js', '@inlang/plugin-message-format'],
    ...['svelte-check', 'typescript-7'],
  ],
  // Debian's, put there by scripts/lib/machine.ts.
  ignoreBinaries: ['perl', 'pgrep', 'xdotool', 'xwininfo'],
} satisfies KnipConfig;
