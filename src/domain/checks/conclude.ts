/** From the answers of a short check to what is worth talking about. Nothing is added up to a mark. */
import type { Check, CheckPoint, CheckReading } from './check-shape.ts';

/** Ids of choices by the ids of their questions; what was skipped has no entry. */
export type CheckAnswers = Readonly<Record<string, string>>;

/** A talking point, and the questions whose answers ask for it, counted from 1. */
export interface ConcludedPoint {
  readonly point: CheckPoint;
  /** Empty for the one that ends every list. */
  readonly because: readonly number[];
}

interface Conclusion {
  /** Empty while nothing is answered. */
  readonly points: readonly ConcludedPoint[];
  readonly readings: readonly CheckReading[];
  readonly answeredCount: number;
}

/** More than this is a list that nobody brings along; the one that ends it included. */
export const mostPoints = 5;
/** Beside those that are always offered. */
export const mostReadings = 2;

interface Given {
  /** Counted from 1. */
  readonly number: number;
  readonly choice: Check['questions'][number]['choices'][number];
}

/**
 * The talking points and readings that some answers ask for: what more of them ask for comes first,
 * then the file's own order. A skipped question asks for nothing.
 */
export function conclude(check: Check, answers: CheckAnswers): Conclusion {
  const given = givenAnswers(check, answers);
  const points = check.points
    .filter(({ id }) => id !== check.closing)
    .map((point) => ({ point, because: askedFor(given, ({ points }) => points, point.id) }))
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => other.because.length - one.because.length)
    .slice(0, mostPoints - 1);
  const closing = check.points.filter(({ id }) => id === check.closing);
  const last = points.length === 0 ? [] : closing.map((point) => ({ point, because: [] }));
  return {
    points: [...points, ...last],
    readings: readingsFor(check, given),
    answeredCount: given.length,
  };
}

function givenAnswers({ questions }: Check, answers: CheckAnswers): readonly Given[] {
  return questions.flatMap(({ id, choices }, index) => {
    const choice = choices.find((one) => one.id === answers[id]);
    return choice === undefined ? [] : [{ number: index + 1, choice }];
  });
}

function readingsFor(check: Check, given: readonly Given[]): readonly CheckReading[] {
  const own = check.readings
    .filter(({ id }) => !check.always.includes(id))
    .map((reading) => ({
      reading,
      because: askedFor(given, ({ readings }) => readings, reading.id),
    }))
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => other.because.length - one.because.length)
    .slice(0, mostReadings)
    .map(({ reading }) => reading);
  return [...own, ...check.readings.filter(({ id }) => check.always.includes(id))];
}

const askedFor = (
  given: readonly Given[],
  idsOf: (choice: Given['choice']) => readonly string[],
  id: string,
): readonly number[] =>
  given.filter(({ choice }) => idsOf(choice).includes(id)).map(({ number }) => number);
