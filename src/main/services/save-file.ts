import { writeFile } from 'node:fs/promises';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import type { SavedFile } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { tried } from './tried.ts';

/** What it takes to save a file where the user wants it. */
export interface SavingParts {
  /** Asks where to save; null when the user thinks better of it. */
  readonly askWhereTo: (title: string, fileName: string) => Promise<string | null>;
  readonly report: (problem: unknown) => void;
}

/** What the dialog for a file name says. */
export interface SavingWords {
  /** The name that it offers. */
  readonly name: string;
  readonly title: string;
  /** What is said when it cannot be opened. */
  readonly dialogFailed: string;
}

/** Asks where to, and writes there; null when the user thinks better of it. */
export async function saveFile(
  parts: SavingParts,
  { name, title, dialogFailed }: SavingWords,
  content: string | Uint8Array,
): Promise<Result<SavedFile | null>> {
  const path = await tried(parts.report, dialogFailed, () => parts.askWhereTo(title, name));
  if (!path.ok || path.value === null) return path.ok ? success(null) : path;
  const { value: chosen } = path;
  const written = await tried(parts.report, m.share_save_failed({ path: chosen }), () =>
    writeFile(chosen, content),
  );
  return written.ok ? success({ path: chosen }) : written;
}
