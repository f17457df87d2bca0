import { expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { documentSchemas } from '../documents/document.ts';
import type { Meeting } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { mergeVersions } from '../merge/merge-versions.ts';
import { fc } from '../test-laws/fast-check.ts';
import { addMinutes } from '../time/instants.ts';
import { openActions } from './actions.ts';
import { lineageOf } from './lineage.ts';
import type { PersonFile } from './person-file.ts';
import { changesBetween } from './person-file.ts';
import { openPoints } from './points.ts';
import { settleFile } from './settle-file.ts';
import type { History, Step } from './test-data/person-history.ts';
import { after, isUndated, newHistory, stepKinds } from './test-data/person-history.ts';

vi.setConfig({ testTimeout: 240_000 });

const numRuns = 400;
const stepsPerRun = 30;

const stepAmong = (kinds: readonly Step['kind'][]): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constantFrom('point', ...kinds),
    pick: fc.nat(100),
    dice: fc.nat(400),
  });

/** Of few kinds, so that what comes seldom comes several times over; of which, is another matter each time. */
const steps = fc
  .subarray([...stepKinds], { minLength: 3 })
  .chain((kinds) => fc.array(stepAmong(kinds), { minLength: stepsPerRun, maxLength: stepsPerRun }));

/** Asked after each of many steps, so what is as it should be is compared as one text. */
function expectSameIds(
  found: readonly { readonly id: string }[],
  expected: Iterable<string>,
): void {
  const [one, other] = [found.map(({ id }) => id).sort(), [...expected].sort()];
  if (one.join() !== other.join()) expect(one).toEqual(other);
}

function expectNothingLostOrDoubled({ file, points, actions, feedback }: History): void {
  const { meetings } = file;
  expectSameIds(
    meetings.flatMap(({ agenda }) => openPoints(agenda)),
    points.keys(),
  );
  expectSameIds(
    meetings.flatMap(({ actionItems }) => openActions(actionItems)),
    actions.keys(),
  );
  expectSameIds(file.feedback, feedback.keys());
}

function expectAgeAndLineage({ file, points, actions }: History): void {
  const summaries = file.meetings.map(summaryOfMeeting);
  const there = new Set(file.meetings.map(({ id }) => id));
  for (const { id: meetingId, agenda, actionItems } of file.meetings) {
    for (const point of openPoints(agenda)) {
      const raised = points.get(point.id);
      expect(point).toMatchObject({
        firstRaisedOn: raised?.raisedOn,
        origin: { kind: 'question', questionId: point.id },
      });
      const lineage = lineageOf(summaries, point.id);
      expect(lineage?.meetingIds.at(-1)).toBe(meetingId);
      if (raised !== undefined && there.has(raised.raisedIn))
        expect(lineage?.meetingIds[0]).toBe(raised.raisedIn);
      expect(point.carryCount >= (lineage?.meetingIds.length ?? 0) - 1).toBe(true);
      expect(point.carryCount === 0).toBe(point.carriedFrom === null);
    }
    for (const action of openActions(actionItems))
      expect(action.carriedFrom ?? meetingId).toBe(actions.get(action.id));
  }
}

function expectOrder({ file: { meetings, feedback } }: History): void {
  const over = meetings.filter(({ status }) => status !== 'planned');
  expectSameIds(
    over.flatMap(({ agenda }) => openPoints(agenda)),
    [],
  );
  const there = new Set(meetings.map(({ id }) => id));
  expectSameIds(meetings, there);
  const loose = feedback.filter(({ deliveredIn: said }) => said !== null && !there.has(said));
  expectSameIds(loose, []);
}

function expectOneUndated({ file: { meetings } }: History): void {
  const undated = meetings.filter(isUndated);
  if (undated.length > 1) expect(undated).toHaveLength(1);
}

test('whatever is done in whatever order, no open point, promise or feedback is lost or doubled', () => {
  fc.assert(
    fc.property(fc.boolean(), steps, (isInSeries, done) => {
      let history = newHistory(isInSeries);
      for (const one of done) {
        history = after(history, one);
        expectNothingLostOrDoubled(history);
        expectOrder(history);
        expectOneUndated(history);
      }
      expectAgeAndLineage(history);
      expect(new Map(history.file.feedback.map(({ id, text }) => [id, text]))).toEqual(
        history.feedback,
      );
      const { series, meetings, feedback } = history.file;
      for (const document of [...series, ...meetings, ...feedback])
        expect(v.parse(documentSchemas[document.kind], document)).toEqual(document);
    }),
    { numRuns },
  );
});

test('postponing carries nothing', () => {
  fc.assert(
    fc.property(fc.boolean(), steps, fc.nat(100), fc.nat(400), (isInSeries, done, pick, dice) => {
      const before = done.reduce(after, newHistory(isInSeries));
      const { file } = after(before, { kind: 'postpone', pick, dice });
      const agendas = (meetings: readonly Meeting[]) => meetings.map(({ agenda }) => agenda);
      expect(agendas(file.meetings)).toEqual(agendas(before.file.meetings));
    }),
    { numRuns: numRuns / 10 },
  );
});

test('what is to be written turns the one file into the other', () => {
  fc.assert(
    fc.property(fc.boolean(), steps, stepAmong(stepKinds), (isInSeries, done, last) => {
      const { file: before } = done.reduce(after, newHistory(isInSeries));
      const { file: now } = after(done.reduce(after, newHistory(isInSeries)), last);
      const { put, removed } = changesBetween(before, now);
      const kept = [...before.series, ...before.meetings, ...before.feedback].filter(
        ({ id }) =>
          !removed.some((one) => one.id === id) && !put.some((document) => document.id === id),
      );
      const ids = ({ id }: { readonly id: string }): string => id;
      expect(new Set([...kept, ...put].map(ids))).toEqual(
        new Set([...now.series, ...now.meetings, ...now.feedback].map(ids)),
      );
    }),
    { numRuns: numRuns / 10 },
  );
});

/** What two computers make of one file, each after some of its own time, and once they meet. */
function metAgain(base: PersonFile, one: PersonFile, other: PersonFile): PersonFile {
  const merged = <K extends 'series' | 'meetings' | 'feedback'>(kind: K): PersonFile[K] => {
    const of = (file: PersonFile, id: string): unknown => file[kind].find((each) => each.id === id);
    const ids = new Set([...base[kind], ...one[kind], ...other[kind]].map(({ id }) => id));
    return [...ids].flatMap((id) => {
      const both = mergeVersions(of(base, id), of(one, id), of(other, id));
      return both === undefined ? [] : [both];
    }) as unknown as PersonFile[K];
  };
  return {
    ...base,
    series: merged('series'),
    meetings: merged('meetings'),
    feedback: merged('feedback'),
  };
}

test('the same end of a meeting on two computers is one once they come together', () => {
  const endings = ['hold', 'cancel', 'skip', 'delete'] as const;
  const ending = fc.record({
    kind: fc.constantFrom(...endings),
    pick: fc.nat(100),
    dice: fc.nat(400),
  });
  fc.assert(
    fc.property(fc.boolean(), steps, ending, fc.nat(59), (isInSeries, done, end, minutes) => {
      const base = done.reduce(after, newHistory(isInSeries));
      const here = after(base, end);
      const there = after({ ...base, now: addMinutes(base.now, minutes) }, end);
      const file = metAgain(base.file, here.file, there.file);
      expectNothingLostOrDoubled({ ...here, file });
    }),
    { numRuns: numRuns / 4 },
  );
});

/** Ends one meeting after the other, each of which may be another. */
const endMeetings = (history: History, ends: readonly Step[]): History =>
  ends.reduce(after, history);

test('whatever two computers end, what was open stays open, once, in a meeting to come', () => {
  const end = fc.record({
    kind: fc.constantFrom<Step['kind']>('hold', 'cancel', 'skip', 'delete', 'postpone'),
    pick: fc.nat(100),
    dice: fc.nat(400),
  });
  const ends = fc.array(end, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.boolean(), steps, ends, ends, (isInSeries, done, ours, theirs) => {
      const base = done.reduce(after, newHistory(isInSeries));
      const [here, there] = [endMeetings(base, ours), endMeetings(base, theirs)];
      const together = metAgain(base.file, here.file, there.file);
      const file = settleFile(together, base.now);
      const open = file.meetings.flatMap(({ agenda }) => openPoints(agenda));
      expectSameIds(open, base.points.keys());
      expectOrder({ ...base, file });
      expect(settleFile(file, base.now)).toBe(file);
      expect(settleFile(base.file, base.now)).toBe(base.file);
    }),
    { numRuns: numRuns / 2 },
  );
});
