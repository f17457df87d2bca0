import type { Configuration } from 'electron-builder';

type Fuses = Required<NonNullable<Configuration['electronFuses']>>;

/**
 * What the packaged program can never do, whatever its command line or environment say. Required,
 * so that a fuse that is new to the builder does not compile until somebody has decided on it. The
 * ninth, wasmTrapHandlers, is not known to this builder and keeps Electron's default: on.
 */
const electronFuses = {
  // Nobody runs scripts of their own with our program's permissions.
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // The program's files are what was packaged: checked, and loaded from nowhere else.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  // We keep no cookies, and this one would ask for the key chain.
  enableCookieEncryption: false,
  // On, it would give up Electron's own start-up snapshot.
  loadBrowserProcessSpecificV8Snapshot: false,
  // Pages come from app://, never from file://.
  grantFileProtocolExtraPrivileges: false,
  // Changed bytes void the signature that macOS on ARM insists on.
  resetAdHocDarwinSignature: true,
} as const satisfies Fuses;

/** How `npm run dist` packages the app. */
export default {
  appId: 'invalid.evenkeel.desktop',
  productName: 'Evenkeel',
  copyright: 'Evenkeel contributors, MIT licence',
  directories: { output: 'dist' },
  icon: 'resources/icons/app-1024.png',
  // Everything is bundled into out/: of node_modules the packager would only take the Node that
  // our own commands run on, which is an optional dependency.
  files: [
    'out/**',
    'resources/**',
    'package.json',
    'LICENSE',
    'THIRD-PARTY.md',
    '!**/*.map',
    '!node_modules/**',
  ],
  asar: true,
  // Nothing in it is native.
  npmRebuild: false,
  electronFuses,
  // All languages of Chromium stay in, though our words are English: without the user's own, its date
  // and time fields would show the American order to everybody whose language was left out.
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    // "Open with", for calendar files; on Windows an installer could only take them over.
    mimeTypes: ['text/calendar'],
    executableName: 'evenkeel',
    syncDesktopName: true,
    maintainer: 'Evenkeel contributors <maintainers@evenkeel.invalid>',
    synopsis: 'A desktop companion for people who manage and lead engineers',
  },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.productivity',
    // Without it macOS hands over no files at all (docs/api/app.md, open-file).
    fileAssociations: [
      {
        ...{ ext: ['ics', 'ical', 'icalendar'], name: 'Calendar' },
        ...{ role: 'Viewer', rank: 'Alternate' },
      },
    ],
    extendInfo: {
      // A hidden app would have its timer stretched, and reminders come late.
      LSAppNapIsDisabled: true,
      // Without it notifications have no buttons (docs/api/structures/notification-action.md).
      NSUserNotificationAlertStyle: 'alert',
    },
  },
  win: { target: ['nsis'] },
  // Nothing is ever uploaded from here.
  publish: null,
} satisfies Configuration;
