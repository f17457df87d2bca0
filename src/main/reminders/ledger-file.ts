import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLedger } from '../../domain/reminders/ledger-schema.ts';
import type { Ledger } from '../../domain/reminders/ledger-schema.ts';
import { emptyLedger } from '../../domain/reminders/ledger.ts';
import type { NewId } from '../platform/ids.ts';
import { replaceFile } from '../store/durable-file.ts';
import { errorCode, nodeFileSystem } from '../store/file-system.ts';

/** What was shown and missed, kept across starts on this computer. */
export interface LedgerFile {
  /** The ledger as it is; of an app that has never run, one that begins at `now`. */
  read(now: string): Promise<Ledger>;
  /** Resolves once it survives a power cut. What it holds counts at once, written or not. */
  save(ledger: Ledger): Promise<void>;
}

export interface LedgerFileParts {
  readonly folder: string;
  readonly newId: NewId;
  readonly report: (problem: unknown) => void;
}

export function createLedgerFile({ folder, newId, report }: LedgerFileParts): LedgerFile {
  const path = join(folder, 'reminders.json');
  let known: Ledger | null = null;
  return {
    read: async (now) => {
      known ??= (await load(path, report)) ?? emptyLedger(now);
      return known;
    },
    save: async (ledger) => {
      known = ledger;
      const bytes = new TextEncoder().encode(`${JSON.stringify(ledger, null, 2)}\n`);
      await replaceFile(nodeFileSystem, path, bytes, newId());
    },
  };
}

/** Null when there is none to go by. One that cannot be read is put aside, never written over. */
async function load(path: string, report: (problem: unknown) => void): Promise<Ledger | null> {
  try {
    return parseLedger(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    report(error);
    await rename(path, `${path}.unreadable`).catch(report);
    return null;
  }
}
