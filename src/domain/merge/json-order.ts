import { compareTexts } from '../compare-texts.ts';
import { isJsonArray, isJsonObject } from './json.ts';
import { itemsOf } from './list-items.ts';

/**
 * Compares two JSON values in an order that depends on nothing but them: the same on every
 * computer, so that two of them decide alike without asking each other. What is of one kind stands
 * together.
 */
export function compareJson(one: unknown, other: unknown): number {
  return (
    compareTexts(jsonKindOf(one), jsonKindOf(other)) ||
    compareTexts(canonicalText(one), canonicalText(other))
  );
}

/**
 * What kind of value this is; the kinds sort from nothing at all to things. Only values of the same
 * kind can be merged by their parts. Objects that say what they are are of a kind of their own: half
 * of a move and half of a cancellation would be neither.
 */
export function jsonKindOf(value: unknown): string {
  if (isJsonObject(value)) return `6 thing ${canonicalText(value.kind)}`;
  if (isJsonArray(value)) return itemsOf(value) === null ? '4 sequence' : '5 list';
  if (typeof value === 'string') return '3 text';
  if (value === undefined) return '0 removed';
  return value === null ? '1 null' : '2 number or truth';
}

/** JSON with the fields of every object in the same order. */
function canonicalText(value: unknown): string {
  return JSON.stringify([value], (_key, part: unknown) =>
    isJsonObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareTexts(a, b)))
      : part,
  );
}
