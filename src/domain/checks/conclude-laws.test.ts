import { describe, expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { checkIds } from './check-ids.ts';
import type { Check } from './check.ts';
import type { CheckAnswers } from './conclude.ts';
import { conclude, mostPoints, mostReadings } from './conclude.ts';
import { readShippedCheck } from './test-data/shipped-checks.ts';

/** Answers to any of the questions of a check. */
const answersOf = ({ questions }: Check): fc.Arbitrary<CheckAnswers> =>
  fc
    .tuple(
      ...questions.map(({ id, choices }) =>
        fc.option(fc.constantFrom(...choices.map((choice) => [id, choice.id] as const))),
      ),
    )
    .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null)));

const pointIds = (check: Check, answers: CheckAnswers): readonly string[] =>
  conclude(check, answers).points.map(({ point }) => point.id);

/** The talking points that the answers name, whatever their number. */
const named = ({ questions }: Check, answers: CheckAnswers): readonly string[] =>
  questions.flatMap(({ id, choices }) =>
    choices.filter((choice) => choice.id === answers[id]).flatMap(({ points }) => points),
  );

describe.each(checkIds)('whatever is answered in the check %s', (checkId) => {
  const check = readShippedCheck(checkId);
  const answers = answersOf(check);

  test('there is something to say, not too much of it, and none of it twice', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const ids = pointIds(check, given);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(mostPoints);
        if (Object.keys(given).length === 0) expect(ids).toEqual([]);
        else expect(ids.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test('every point but the last is asked for by an answer, and says by which', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { points } = conclude(check, given);
        for (const { point, because } of points.slice(0, -1)) {
          expect(named(check, given)).toContain(point.id);
          for (const number of because) {
            const question = check.questions[number - 1];
            const choice = question?.choices.find(({ id }) => id === given[question.id]);
            expect(choice?.points).toContain(point.id);
          }
        }
        expect([undefined, check.closing]).toContain(points.at(-1)?.point.id);
      }),
    );
  });

  test('what more answers ask for stands before what fewer do', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const counts = conclude(check, given)
          .points.slice(0, -1)
          .map(({ because }) => because.length);
        expect(counts).toEqual(counts.toSorted((one, other) => other - one));
      }),
    );
  });

  test('nothing is left out that more answers ask for than for what is shown', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const shown = conclude(check, given).points.slice(0, -1);
        const fewest = Math.min(...shown.map(({ because }) => because.length));
        const asked = named(check, given).filter((id) => id !== check.closing);
        for (const id of asked) {
          const count = asked.filter((other) => other === id).length;
          if (count > fewest) expect(shown.map(({ point }) => point.id)).toContain(id);
        }
      }),
    );
  });

  test('the order of answering does not matter, nor what is no answer at all', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const turned: CheckAnswers = Object.fromEntries<string>([
          ['no-question', 'yes'],
          ...Object.entries(given).toReversed(),
          ...check.questions
            .filter(({ id }) => !(id in given))
            .map(({ id }) => [id, 'none-such'] as const),
        ]);
        expect(conclude(check, turned)).toEqual(conclude(check, given));
      }),
    );
  });

  test('there is always something to read, few besides the usual, and none twice', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const ids = conclude(check, given).readings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.slice(-check.always.length)).toEqual(check.always);
        expect(ids.length).toBeLessThanOrEqual(mostReadings + check.always.length);
      }),
    );
  });

  test('every talking point can be come to', () => {
    const alone = check.questions.flatMap(({ id, choices }) =>
      choices.flatMap((choice) => pointIds(check, { [id]: choice.id })),
    );
    expect(new Set(alone)).toEqual(new Set(check.points.map(({ id }) => id)));
  });
});
