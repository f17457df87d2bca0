import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

/** A script that the first screen loads, and its size. */
export interface LoadedScript {
  /** Relative to the built renderer. */
  readonly path: string;
  readonly gzipBytes: number;
}

/**
 * The scripts that the built renderer loads before its first screen is usable: those that its
 * page names, those that were seen to be loaded, and all that these import statically.
 * @param folder the built renderer, with its index.html.
 * @param seen paths relative to that folder: what was fetched by `import()` before the screen was
 * usable counts as well.
 */
export function firstScreenScripts(
  folder: string,
  seen: readonly string[] = [],
): readonly LoadedScript[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*>/g)].flatMap(([tag]) => scriptOf(tag));
  const found = new Map<string, LoadedScript>();
  const waiting = [...named, ...seen].map((path) => normalize(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const source = readFileSync(join(folder, path));
    found.set(path, { path, gzipBytes: gzipSync(source, { level: 9 }).length });
    waiting.push(...staticImports(source.toString(), path));
  }
  return [...found.values()];
}

function scriptOf(tag: string): readonly string[] {
  const isScript = tag.startsWith('<script') || /rel="?modulepreload/.test(tag);
  const path = /(?:src|href)="?([^"\s>]+)/.exec(tag)?.[1];
  return isScript && path !== undefined ? [path.replace(/^\.?\//, '')] : [];
}

function staticImports(source: string, importer: string): readonly string[] {
  return parseSync(importer, source).program.body.flatMap((statement) => {
    const from = 'source' in statement ? statement.source?.value : undefined;
    return from?.startsWith('.') ? [join(dirname(importer), from)] : [];
  });
}
