/** The one way to read a file under resources/checks; resources/README.md has the convention. */
import * as v from 'valibot';
import type { Check } from './check-shape.ts';
import { checkShape } from './check-shape.ts';

export type { Check, CheckPoint, CheckQuestion, CheckReading } from './check-shape.ts';

type CheckResult =
  { readonly ok: true; readonly value: Check } | { readonly ok: false; readonly problem: string };

/**
 * Reads a short check from parsed JSON.
 * Fails, with one sentence that names the first thing wrong, when the shape is wrong or when parts
 * contradict one another (an id used twice, a point or reading that is not there or that no answer
 * leads to). Never throws.
 */
export function parseCheck(json: unknown): CheckResult {
  const parsed = v.safeParse(checkShape, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? 'the file as a whole';
    return { ok: false, problem: `The check is not usable at ${place}: ${issue.message}.` };
  }
  const contradiction = findContradiction(parsed.output);
  if (contradiction !== null) {
    return { ok: false, problem: `The check contradicts itself: ${contradiction}.` };
  }
  return { ok: true, value: parsed.output };
}

function findContradiction(check: Check): string | null {
  const { questions, points, readings } = check;
  return (
    findRepeated('question', questions) ??
    findRepeated('point', points) ??
    findRepeated('reading', readings) ??
    questions.reduce<string | null>(
      (found, { id, choices }) => found ?? findRepeated(`answer of the question "${id}"`, choices),
      null,
    ) ??
    findLoose('point', points, pointsNamed(check)) ??
    findLoose('reading', readings, readingsNamed(check))
  );
}

interface HasId {
  readonly id: string;
}

function findRepeated(kind: string, list: readonly HasId[]): string | null {
  const ids = list.map(({ id }) => id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  return repeated === undefined ? null : `the ${kind} "${repeated}" is there twice`;
}

/** What is named and not there, or there and named nowhere. */
function findLoose(kind: string, list: readonly HasId[], named: readonly string[]): string | null {
  const ids = new Set(list.map(({ id }) => id));
  const unknown = named.find((id) => !ids.has(id));
  if (unknown !== undefined) return `the ${kind} "${unknown}" is named and not there`;
  const unused = list.find(({ id }) => !named.includes(id));
  return unused === undefined ? null : `no answer leads to the ${kind} "${unused.id}"`;
}

const choicesOf = ({ questions }: Check) => questions.flatMap(({ choices }) => choices);

const pointsNamed = (check: Check): readonly string[] => [
  ...choicesOf(check).flatMap(({ points }) => points),
  check.closing,
];

const readingsNamed = (check: Check): readonly string[] => [
  ...choicesOf(check).flatMap(({ readings }) => readings),
  ...check.always,
];
