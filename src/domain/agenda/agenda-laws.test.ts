import { expect, test } from 'vitest';
import type { Meeting, TalkingPoint } from '../documents/meeting.ts';
import { fc } from '../test-laws/fast-check.ts';
import { applyTemplate } from './apply-template.ts';
import { addPoint, changePoint, movePoint, removePoint } from './points.ts';
import { meetingWith, pointWith } from './test-data/meeting-with.ts';

const now = '2026-03-03T08:10:00Z';
const raisedOn = '2026-03-03';

const word = fc.constantFrom('growth', 'Growth', ' on-call', 'pay', 'focus', 'the  team', '');
const agenda = fc
  .array(word, { maxLength: 6 })
  .map((words) => words.map((text, n) => pointWith({ id: `point-${n}`, rank: `a${n}`, text })));
const template = fc.record({
  id: fc.constantFrom('weekly', 'career'),
  points: fc.array(fc.record({ text: word, stance: fc.constantFrom(null, 'lead' as const) }), {
    maxLength: 6,
  }),
});
const pointId = fc.integer({ min: 0, max: 7 }).map((n) => `point-${n}`);

type Step = (meeting: Meeting) => Meeting;

/** A step, and the point that it names; null when it names none. */
const step: fc.Arbitrary<{ readonly apply: Step; readonly named: string | null }> = fc.oneof(
  fc.tuple(pointId, fc.integer({ min: -1, max: 9 })).map(([id, place]) => ({
    apply: (meeting: Meeting) => orSame(meeting, movePoint(meeting, id, place)),
    named: id,
  })),
  fc.tuple(pointId, word, fc.boolean()).map(([id, text, isDiscussed]) => ({
    apply: (meeting: Meeting) =>
      orSame(meeting, changePoint(meeting, id, { text, isDiscussed }, now)),
    named: id,
  })),
  pointId.map((id) => ({
    apply: (meeting: Meeting) => orSame(meeting, removePoint(meeting, id)),
    named: id,
  })),
  template.map((applied) => ({
    apply: (meeting: Meeting) => applyTemplate(meeting, applied, { newId: counter(), raisedOn }),
    named: null,
  })),
  word.map((text) => ({
    apply: (meeting: Meeting) =>
      addPoint(meeting, {
        id: 'point-new',
        text,
        addedBy: 'them',
        visibility: 'shared',
        origin: { kind: 'typed' },
        raisedOn,
      }),
    named: null,
  })),
);

function orSame(meeting: Meeting, change: ReturnType<typeof movePoint>): Meeting {
  return change.ok ? change.meeting : meeting;
}

function counter(): () => string {
  let made = 0;
  return () => `made-${String((made += 1))}`;
}

test('no step loses, doubles, reorders or alters a point that it does not name', () => {
  fc.assert(
    fc.property(agenda, step, (points, { apply, named }) => {
      const untouched = (all: readonly TalkingPoint[]): readonly TalkingPoint[] =>
        all.filter(({ id }) => /^point-\d$/.test(id) && id !== named);
      const after = apply(meetingWith({ agenda: points }));
      expect(untouched(after.agenda)).toEqual(untouched(points));
    }),
  );
});

test('no step alters the meeting that it was given', () => {
  fc.assert(
    fc.property(agenda, step, (points, { apply }) => {
      const meeting = meetingWith({ agenda: points });
      const before = structuredClone(meeting);
      apply(meeting);
      expect(meeting).toEqual(before);
    }),
  );
});

test('a move gives the same points in another order', () => {
  fc.assert(
    fc.property(agenda, pointId, fc.integer({ min: 0, max: 9 }), (points, id, place) => {
      const meeting = meetingWith({ agenda: points });
      const after = orSame(meeting, movePoint(meeting, id, place)).agenda;
      const inOrder = (all: readonly TalkingPoint[]): readonly TalkingPoint[] =>
        all
          .map((point) => ({ ...point, rank: '' }))
          .toSorted((one, other) => one.id.localeCompare(other.id));
      expect(inOrder(after)).toEqual(inOrder(points));
      if (points.some((point) => point.id === id)) {
        expect(after[Math.min(place, points.length - 1)]?.id).toBe(id);
      }
    }),
  );
});

test('every step leaves the agenda in the order of its ranks', () => {
  fc.assert(
    fc.property(agenda, fc.array(step, { maxLength: 5 }), (points, steps) => {
      const after = steps.reduce(
        (meeting, { apply }) => apply(meeting),
        meetingWith({ agenda: points }),
      );
      const ranks = after.agenda.map(({ rank }) => rank);
      expect(ranks).toEqual([...new Set(ranks)].sort());
    }),
  );
});

test('a template applied twice is applied once', () => {
  fc.assert(
    fc.property(agenda, template, (points, applied) => {
      const options = { newId: counter(), raisedOn };
      const once = applyTemplate(meetingWith({ agenda: points }), applied, options);
      expect(applyTemplate(once, applied, options)).toEqual(once);
    }),
  );
});
