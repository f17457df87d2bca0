import { readFileSync, readdirSync } from 'node:fs';
import type { GuideGroup } from '../guide-groups.ts';
import { parseGuidePage } from '../guide-page.ts';
import type { GuidePage } from '../guide-page.ts';

const resources = new URL('../../../../resources/', import.meta.url);

/** A shipped page, with the file it came from and everything that the file holds. */
export interface ShippedPage extends GuidePage {
  readonly fileName: string;
  readonly fileText: string;
}

/** The pages of a group in the order of their file names. Throws when one does not parse. */
export function readShippedPages(group: GuideGroup): readonly ShippedPage[] {
  const folder = new URL(`guide/${group}/`, resources);
  return readdirSync(folder)
    .sort()
    .map((fileName) => {
      const fileText = readFileSync(new URL(fileName, folder), 'utf8');
      const page = parseGuidePage(group, fileText);
      if (!page.ok) throw new Error(`${fileName}: ${page.problem}`);
      return { ...page.value, fileName, fileText };
    });
}

/** The text of a shipped file, by its path under resources/. */
export function readResource(path: string): string {
  return readFileSync(new URL(path, resources), 'utf8');
}

/** The parsed JSON of a shipped file, fresh on every call, so that a test may damage it. */
export function readResourceJson(path: string): Record<string, unknown> {
  const json: unknown = JSON.parse(readResource(path));
  if (typeof json !== 'object' || json === null) throw new Error('not an object');
  return { ...json };
}

/** The ids of the shipped templates. */
export function listTemplateIds(): readonly string[] {
  return readdirSync(new URL('templates/', resources))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.replace(/\.md$/, ''));
}

/** The lines of a file beside this one, without comments. */
export function readTestLines(name: string): readonly string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
