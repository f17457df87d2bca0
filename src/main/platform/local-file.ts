import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { replaceFile } from '../store/durable-file.ts';
import { errorCode, nodeFileSystem } from '../store/file-system.ts';
import type { NewId } from './ids.ts';

/** One value that belongs to this computer, kept as a JSON file. */
export interface LocalFile<Value> {
  read(): Promise<Value>;
  /** Changes it; resolves once that survives a power cut. One change is made after the other. */
  change(how: (value: Value) => Value): Promise<Value>;
}

export interface LocalFileParts<Value> {
  readonly path: string;
  readonly schema: v.GenericSchema<unknown, Value>;
  /** What it is while nothing was written. */
  readonly initial: Value;
  readonly newId: NewId;
  readonly report: (problem: unknown) => void;
}

/** A file that cannot be read is put aside, never written over, and told of. */
export function createLocalFile<Value>(parts: LocalFileParts<Value>): LocalFile<Value> {
  let known: Promise<Value> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const read = (): Promise<Value> => (known ??= load(parts));
  const changeNow = async (how: (value: Value) => Value): Promise<Value> => {
    const before = await read();
    const value = how(before);
    if (value === before) return value;
    const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
    await mkdir(dirname(parts.path), { recursive: true, mode: 0o700 });
    await replaceFile(nodeFileSystem, parts.path, bytes, parts.newId());
    known = Promise.resolve(value);
    return value;
  };
  return {
    read,
    change: (how) => {
      const changing = turn.then(() => changeNow(how));
      turn = changing.catch(() => undefined);
      return changing;
    },
  };
}

async function load<Value>(parts: LocalFileParts<Value>): Promise<Value> {
  const { path, schema, initial, newId, report } = parts;
  try {
    return v.parse(schema, JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return initial;
    report(error);
    await rename(path, `${path}.unreadable-${newId()}`).catch(report);
    return initial;
  }
}
