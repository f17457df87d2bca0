import { join } from 'node:path';
import { parseLedger } from '../../domain/reminders/ledger-schema.ts';
import type { Ledger } from '../../domain/reminders/ledger-schema.ts';
import { emptyLedger } from '../../domain/reminders/ledger.ts';
import { m } from '../../messages/index.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import { replaceFile } from '../store/durable-file.ts';
import type { FileSystem } from '../store/file-system.ts';
import { errorCode } from '../store/file-system.ts';
import { reasonOf } from '../store/save-failure.ts';

/** What was shown and missed, kept across starts on this computer. */
export interface LedgerFile {
  /** The ledger as it is; of an app that has never run, one that begins now. */
  read(): Promise<Ledger>;
  /**
   * Changes it, one change after the other. What it then holds counts at once; resolves when it
   * survives a power cut, or when the user has been told that it could not be written. A step that
   * gives the ledger that it got writes nothing.
   */
  change<Value>(step: LedgerStep<Value>): Promise<Value>;
  /** Resolves when all changes so far are through: before the app ends. */
  settle(): Promise<void>;
}

/** What the ledger becomes, and what whoever changes it wants to know. */
type LedgerStep<Value> = (ledger: Ledger) => Changed<Value> | Promise<Changed<Value>>;

export interface Changed<Value> {
  readonly ledger: Ledger;
  readonly value: Value;
}

export interface LedgerFileParts {
  readonly files: FileSystem;
  readonly folder: string;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  readonly report: (problem: unknown) => void;
}

/**
 * The ledger in a file, with the state before the last change beside it: a file that is damaged costs
 * the last change alone. What cannot be read is put aside, and never written over.
 */
export function createLedgerFile(parts: LedgerFileParts): LedgerFile {
  let known: Promise<Known> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const load = (): Promise<Known> => (known ??= loadLedger(parts));
  return {
    read: async () => (await load()).ledger,
    settle: async () => {
      await last;
    },
    change: (step) => {
      const turn = last.then(async () => {
        const before = await load();
        const { ledger, value } = await step(before.ledger);
        if (ledger === before.ledger) return value;
        known = Promise.resolve({ ...before, ledger });
        if (before.canWrite) await write(ledger, before.ledger, parts);
        return value;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

interface Known {
  readonly ledger: Ledger;
  /** False where something lies in its place that can neither be read nor moved. */
  readonly canWrite: boolean;
}

const fileIn = (folder: string): string => join(folder, 'reminders.json');
const previousIn = (folder: string): string => join(folder, 'reminders.previous.json');
const notSavedId = 'reminders:not-saved';

async function write(ledger: Ledger, before: Ledger, parts: LedgerFileParts): Promise<void> {
  const { files, folder, notices, newId, report } = parts;
  try {
    await replaceFile(files, previousIn(folder), bytesOf(before), newId());
    await replaceFile(files, fileIn(folder), bytesOf(ledger), newId());
    notices.withdraw(notSavedId);
  } catch (error) {
    report(error);
    const message = m.reminders_ledger_not_saved({ reason: reasonOf(error), folder });
    notices.add({ id: notSavedId, severity: 'warning', message });
  }
}

async function loadLedger(parts: LedgerFileParts): Promise<Known> {
  const { files, folder, clock } = parts;
  const fresh = emptyLedger(clock.now().toString());
  const main = await readLedger(files, fileIn(folder));
  if (main.kind === 'read') return { ledger: main.ledger, canWrite: true };
  if (main.kind === 'none') return { ledger: fresh, canWrite: true };
  parts.report(main.problem);
  const canWrite = await setAside(main.problem, parts);
  const previous = await readLedger(files, previousIn(folder));
  return { ledger: previous.kind === 'read' ? previous.ledger : fresh, canWrite };
}

type Read =
  | { readonly kind: 'read'; readonly ledger: Ledger }
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged'; readonly problem: unknown };

async function readLedger(files: FileSystem, path: string): Promise<Read> {
  try {
    const text = new TextDecoder().decode(await files.readFile(path));
    return { kind: 'read', ledger: parseLedger(JSON.parse(text)) };
  } catch (problem) {
    return errorCode(problem) === 'ENOENT' ? { kind: 'none' } : { kind: 'damaged', problem };
  }
}

/** Keeps what could not be read under a name of its own, and says so; false when it cannot be moved. */
async function setAside(problem: unknown, parts: LedgerFileParts): Promise<boolean> {
  const { files, folder, notices, newId, report } = parts;
  const file = fileIn(folder);
  const copy = join(folder, `reminders.unreadable-${newId()}.json`);
  const tell = (message: string): void => {
    notices.add({ id: 'reminders:unreadable', severity: 'warning', message });
  };
  try {
    await files.rename(file, copy);
    tell(m.reminders_ledger_damaged({ copy }));
    return true;
  } catch (error) {
    report(error);
    tell(m.reminders_ledger_stuck({ reason: reasonOf(problem), file }));
    return false;
  }
}

const bytesOf = (ledger: Ledger): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(ledger, null, 2)}\n`);
