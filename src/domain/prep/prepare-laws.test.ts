import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { topics } from '../documents/topics.ts';
import { buildQuestion } from '../questions/test-data/build-question.ts';
import { fc } from '../test-laws/fast-check.ts';
import { acceptSuggestion } from './accept.ts';
import type { PrepInput } from './prep-input.ts';
import { prepare } from './prepare.ts';
import type { Suggestion } from './suggestion.ts';
import { feedbackWith, heldOn, prepWith, promiseWith, today } from './test-data/prep-with.ts';

const groups = ['my-promises', 'their-promises', 'feedback', 'topics', 'question'];

const anyDay = fc
  .integer({ min: 1, max: 300 })
  .map((days) => Temporal.PlainDate.from(today).subtract({ days }).toString());
/** Few topics, so that they get into each other's way. */
const anyTopic = fc.option(fc.constantFrom(...topics.slice(0, 5)), { nil: null });
const questions = topics
  .slice(0, 6)
  .flatMap((topic) => [1, 2].map((n) => buildQuestion({ id: `${topic}-${String(n)}`, topic })));

const anyPoint = fc.record({
  topic: anyTopic,
  isDiscussed: fc.boolean(),
  questionId: fc.option(fc.constantFrom(...questions.map(({ id }) => id)), { nil: null }),
});
const anyPromise = fc.record({
  owner: fc.constantFrom('me', 'them'),
  dueOn: fc.option(anyDay, { nil: null }),
  isDone: fc.boolean(),
  isFromPoint: fc.boolean(),
});
const anyPast = fc
  .array(
    fc.record({
      on: anyDay,
      points: fc.array(anyPoint, { maxLength: 4 }),
      promises: fc.array(anyPromise, { maxLength: 4 }),
    }),
    { maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ on, points, promises }, m) =>
      heldOn(on, {
        id: `meeting-${String(m)}`,
        agenda: points.map(({ topic, isDiscussed, questionId }, n) =>
          pointWith({
            id: `point-${String(m)}-${String(n)}`,
            topic,
            discussedAt: isDiscussed ? `${on}T10:10:00Z` : null,
            origin: questionId === null ? { kind: 'typed' } : { kind: 'question', questionId },
          }),
        ),
        actionItems: promises.map(({ owner, dueOn, isDone, isFromPoint }, n) =>
          promiseWith({
            id: `action-${String(m)}-${String(n)}`,
            owner,
            dueOn,
            doneAt: isDone ? `${on}T12:00:00Z` : null,
            stance: null,
            fromPointId: isFromPoint ? `point-${String(m)}-0` : null,
          }),
        ),
      }),
    ),
  );
const anyFeedback = fc.array(fc.record({ noticedOn: anyDay, isGiven: fc.boolean() }), {
  maxLength: 4,
});

const anyInput: fc.Arbitrary<PrepInput> = fc
  .record({
    meetings: anyPast,
    noticed: anyFeedback,
    onAgenda: fc.array(anyTopic, { maxLength: 2 }),
  })
  .map(({ meetings, noticed, onAgenda }) =>
    prepWith({
      meetings,
      questions,
      feedback: noticed.map(({ noticedOn, isGiven }, n) =>
        feedbackWith({
          id: `feedback-${String(n)}`,
          noticedOn,
          deliveredAt: isGiven ? '2026-11-20T10:00:00Z' : null,
        }),
      ),
      meeting: meetingWith({
        id: 'meeting-now',
        startLocal: `${today}T10:00`,
        agenda: onAgenda.map((topic, n) => pointWith({ id: `now-${String(n)}`, topic })),
      }),
    }),
  );

const keysOf = (input: PrepInput): readonly string[] => prepare(input).map(({ key }) => key);

/** Any input, and one suggestion that it brings. */
const anyChoice = fc
  .tuple(anyInput, fc.nat())
  .map(([input, n]) => {
    const all = prepare(input);
    return { input, chosen: all[n % Math.max(1, all.length)] };
  })
  .filter(
    (choice): choice is { input: PrepInput; chosen: Suggestion } => choice.chosen !== undefined,
  );

function accepted(input: PrepInput, chosen: Suggestion, id = 'accepted-one'): PrepInput {
  const meeting = acceptSuggestion(meetingWith(input.meeting), chosen, { id, raisedOn: today });
  return { ...input, meeting };
}

test('the groups come in their order, and the overdue before the rest', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const all = prepare(input);
      const places = all.map(({ group }) => groups.indexOf(group));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      for (const owner of ['my-promises', 'their-promises']) {
        const late = all.flatMap((one) =>
          one.group === owner && 'isOverdue' in one ? [Number(!one.isOverdue)] : [],
        );
        expect(late).toEqual(late.toSorted());
      }
      expect(all.filter(({ group }) => group === 'question').length).toBeLessThanOrEqual(1);
    }),
  );
});

test('no suggestion is made twice', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const keys = keysOf(input);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('every open promise and all feedback not given is suggested', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const keys = keysOf(input);
      for (const { id, actions } of input.meetings)
        for (const action of actions)
          expect(keys.includes(`action:${id}:${action.id}`)).toBe(action.doneAt === null);
      for (const { id, deliveredAt } of input.feedback)
        expect(keys.includes(`feedback:${id}`)).toBe(deliveredAt === null);
    }),
  );
});

test('the same input brings the same, in whatever order the documents come', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const turned = {
        ...input,
        meetings: input.meetings.toReversed(),
        feedback: input.feedback.toReversed(),
      };
      expect(prepare(turned)).toEqual(prepare(input));
    }),
  );
});

test('what was dismissed never comes back, whatever else is done', () => {
  fc.assert(
    fc.property(anyChoice, fc.array(fc.nat(), { maxLength: 5 }), ({ input, chosen }, steps) => {
      let now: PrepInput = {
        ...input,
        person: { ...input.person, dismissedSuggestions: [chosen.key] },
      };
      expect(keysOf(now)).not.toContain(chosen.key);
      for (const [turn, step] of steps.entries()) {
        const all = prepare(now);
        const next = all[step % Math.max(1, all.length)];
        if (next === undefined) return;
        now = accepted(now, next, `accepted-${String(turn)}`);
        expect(keysOf(now)).not.toContain(chosen.key);
      }
      const later = { ...input.meeting, id: 'meeting-later', agenda: [], snoozedSuggestions: [] };
      expect(keysOf({ ...now, meeting: later })).not.toContain(chosen.key);
    }),
  );
});

test('accepting takes one suggestion away and leaves the others as they are', () => {
  fc.assert(
    fc.property(anyChoice, ({ input, chosen }) => {
      const after = accepted(input, chosen);
      // A question brings its topic up itself.
      const isStill = ({ key, group, topic }: Suggestion): boolean =>
        key !== chosen.key &&
        !(chosen.group === 'question' && group === 'topics' && topic === chosen.topic);
      expect(prepare(after)).toEqual(prepare(input).filter(isStill));
      expect(prepare(after)).toEqual(prepare(after));
    }),
  );
});

test('accepting all of it leaves nothing to prepare', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      let now = input;
      const first = prepare(input);
      for (const [turn, suggestion] of first.entries())
        now = accepted(now, suggestion, `accepted-${String(turn)}`);
      expect(prepare(now)).toEqual([]);
    }),
  );
});

test('what was put off is left out of this meeting, and comes back at the next', () => {
  fc.assert(
    fc.property(anyChoice, ({ input, chosen }) => {
      const snoozedSuggestions = [chosen.key];
      const now = { ...input, meeting: { ...input.meeting, snoozedSuggestions } };
      const isStill = ({ key }: Suggestion): boolean => key !== chosen.key;
      if (chosen.group === 'question') expect(keysOf(now)).not.toContain(chosen.key);
      else expect(prepare(now)).toEqual(prepare(input).filter(isStill));
      const next = { ...input.meeting, id: 'meeting-now', snoozedSuggestions: [] };
      expect(keysOf({ ...input, meeting: next })).toContain(chosen.key);
    }),
  );
});
