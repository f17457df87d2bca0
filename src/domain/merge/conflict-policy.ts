import { isJsonArray, isJsonObject } from './json.ts';

/** What becomes of a value that both sides changed, differently, and that cannot be taken apart. */
export interface ConflictPolicy {
  /** @param field the name of the object's field that holds the value; null outside objects */
  resolve(base: unknown, ours: unknown, theirs: unknown, field: string | null): unknown;
  /** Whose order a list gets when both moved its items about, or neither did. */
  leads(ours: readonly string[], theirs: readonly string[], haveMoved: boolean): 'ours' | 'theirs';
}

/** Ours stays: for undo, where one side is what the user sees now. */
export const oursFirst: ConflictPolicy = {
  resolve: (_base, ours) => ours,
  leads: (_ours, _theirs, haveMoved) => (haveMoved ? 'ours' : 'theirs'),
};

/**
 * Compares two JSON values in an order that depends on nothing but them: the same on every
 * computer, so that two of them decide alike without asking each other. Things come after texts and
 * numbers, and what is of one kind stands together.
 */
export function compareJson(one: unknown, other: unknown): number {
  const [left, right] = [orderKeyOf(one), orderKeyOf(other)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function orderKeyOf(value: unknown): string {
  const kind = isJsonObject(value) && typeof value.kind === 'string' ? value.kind : '';
  return `${String(rankOf(value))} ${kind} ${canonicalText(value)}`;
}

function rankOf(value: unknown): number {
  if (isJsonObject(value)) return 3;
  if (isJsonArray(value)) return 2;
  return value === null || value === undefined ? 0 : 1;
}

/** JSON with the fields of every object in the same order. */
function canonicalText(value: unknown): string {
  return JSON.stringify([value], (_key, part: unknown) =>
    isJsonObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
