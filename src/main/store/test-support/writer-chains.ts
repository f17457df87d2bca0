import type { Contents } from './writer-lines.ts';

/**
 * Acts that follow each other without end, on documents that no other chain touches. Many chains at
 * once are a user whose edits come faster than the disk, and a reminder that writes, too.
 */
export interface WriterChain {
  readonly name: string;
  /**
   * The next act, given what the chain's documents say now; each is a count.
   * @param back what the way back from the last act leads to; it is taken when this is the answer
   */
  readonly next: (contents: Readonly<Record<string, string>>, back: Contents | null) => Contents;
}

/** How many documents the relay has on its way at any time. */
const relayLength = 5;

export const writerChains: readonly WriterChain[] = [
  counting('alone1', ['alone1-doc']),
  counting('alone2', ['alone2-doc']),
  counting('alone3', ['alone3-doc']),
  counting('group', ['group-one', 'group-two', 'group-three']),
  { name: 'passing', next: passingOn },
  { name: 'relay', next: relayOn },
  takingBack('undone1'),
  takingBack('undone2'),
];

/** Edits documents that are there, all in one act. */
function counting(name: string, ids: readonly string[]): WriterChain {
  return {
    name,
    next: (contents) => {
      const count = String(Number(contents[ids[0] ?? ''] ?? '0') + 1);
      return Object.fromEntries(ids.map((id) => [id, count]));
    },
  };
}

/** Makes a document, in a folder of its own, and removes it with the next act. */
function passingOn(contents: Readonly<Record<string, string>>): Contents {
  const there = Object.keys(contents);
  if (there.length > 0) return Object.fromEntries(there.map((id) => [id, null]));
  return { [`passing-${Date.now().toString(36)}-${String(performance.now() | 0)}`]: '1' };
}

/** Makes one, removes one and edits one in the same act, as carrying something over does. */
function relayOn(contents: Readonly<Record<string, string>>): Contents {
  const count = Number(contents['relay-ledger'] ?? '0') + 1;
  const oldest = `relay-item-${String(count - relayLength)}`;
  return {
    'relay-ledger': String(count),
    [`relay-item-${String(count)}`]: String(count),
    ...(oldest in contents && { [oldest]: null }),
  };
}

/** Makes, edits and removes documents, all in one act, and takes half of its acts back. */
function takingBack(name: string): WriterChain {
  const ids = [`${name}-one`, `${name}-two`, `${name}-three`];
  return {
    name,
    next: (contents, back) => {
      if (back !== null && Math.random() < 1 / 2) return back;
      const count = String(Math.max(0, ...Object.values(contents).map(Number)) + 1);
      const isRemoved = ids.some((id) => id in contents) && Math.random() < 1 / 2;
      return Object.fromEntries(ids.map((id) => [id, isRemoved ? null : count]));
    },
  };
}
