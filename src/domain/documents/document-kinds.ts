import type { DocumentKind } from './document.ts';

/** What documents there are, for whoever needs their names and not their schemas. */
export const documentKinds = [
  'person',
  'series',
  'meeting',
  'feedback',
  'decision',
  'template',
  'reading',
  'calendar',
  'article',
  'settings',
] as const satisfies readonly DocumentKind[];
