import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { decisionWith } from '../decision/test-data/decision-with.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { fc } from '../test-laws/fast-check.ts';
import { localDateOf } from '../time/instants.ts';
import { weekdayOf } from '../time/weekdays.ts';
import { balanceBars, itemsBehind, sumOf, totalOf } from './balance.ts';
import { balanceItems, balanceParts } from './items.ts';
import type { BalanceStep } from './periods.ts';
import { isIn, periodOf, periodsUpTo } from './periods.ts';

const today = '2026-11-27';
const step = fc.constantFrom<BalanceStep>('week', 'month');
const timeZone = fc.constantFrom('Europe/London', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC');
const stance = fc.constantFrom(null, 'manage' as const, 'lead' as const, 'none' as const);
const instant = fc
  .date({
    min: new Date('2025-06-01T00:00:00Z'),
    max: new Date('2027-02-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const date = instant.map((at) => at.slice(0, 10));
/** Ids come from few, so that points and promises are in several meetings, as carried ones are. */
const idOf = (kind: string) => fc.integer({ min: 0, max: 8 }).map((n) => `${kind}-${String(n)}`);

const point = fc
  .record({ id: idOf('point'), stance, carryCount: fc.nat(3), firstRaisedOn: date })
  .map(pointWith);
const action = fc.record({ id: idOf('action'), stance, createdAt: instant }).map((given) => ({
  ...{ rank: 'a0', text: 'Ask', owner: 'me' as const, dueOn: null, doneAt: null },
  ...{ fromPointId: null, carriedFrom: null, ...given },
}));
const meetings = fc
  .array(
    fc.record({
      agenda: fc.uniqueArray(point, { selector: ({ id }) => id, maxLength: 5 }),
      actionItems: fc.uniqueArray(action, { selector: ({ id }) => id, maxLength: 4 }),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((given, n) => meetingWith({ id: `meeting-${String(n)}`, ...given })));
const decisions = fc
  .array(fc.record({ finishedAt: instant }), { maxLength: 5 })
  .map((all) => all.map((given, n) => decisionWith({ id: `decision-${String(n)}`, ...given })));
const sources = fc.record({ meetings, decisions, timeZone });

const itemsOf = (given: typeof sources extends fc.Arbitrary<infer S> ? S : never) =>
  balanceItems({ ...given, meetings: given.meetings.map(summaryOfMeeting) });

test('every item is counted once, and in no bar but that of its period', () => {
  fc.assert(
    fc.property(sources, step, (given, by) => {
      const items = itemsOf(given);
      const ids = new Set([
        ...given.meetings.flatMap(({ agenda }) => agenda.map(({ id }) => id)),
        ...given.meetings.flatMap(({ actionItems }) => actionItems.map(({ id }) => id)),
        ...given.decisions.map(({ id }) => id),
      ]);
      expect(items.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
      const periods = periodsUpTo(today, by, 12);
      for (const item of items) {
        const bars = periods.filter((period) => itemsBehind(items, period, null).includes(item));
        expect(bars).toEqual(periods.filter((period) => isIn(item.on, period)));
        expect(bars.length).toBeLessThanOrEqual(1);
        if (bars.length === 1) expect(bars[0]).toEqual(periodOf(item.on, by));
      }
    }),
  );
});

test('a bar is as long as the items behind it are many, and the bars together as all within', () => {
  fc.assert(
    fc.property(sources, step, (given, by) => {
      const items = itemsOf(given);
      const periods = periodsUpTo(today, by, 12);
      const bars = balanceBars(items, periods);
      for (const { counts, ...period } of bars) {
        for (const part of balanceParts) {
          expect(itemsBehind(items, period, part)).toHaveLength(counts[part]);
        }
        expect(itemsBehind(items, period, null)).toHaveLength(totalOf(counts));
      }
      const [from = '', to = ''] = [periods[0]?.from, periods.at(-1)?.to];
      expect(totalOf(sumOf(bars))).toBe(items.filter(({ on }) => on >= from && on < to).length);
    }),
  );
});

test('what comes up counts in the week that the calendar on the wall has', () => {
  fc.assert(
    fc.property(instant, timeZone, (createdAt, zone) => {
      const [one] = balanceItems({
        ...{ meetings: [], timeZone: zone },
        decisions: [decisionWith({ finishedAt: createdAt })],
      });
      const day = localDateOf(createdAt, zone);
      expect(one?.on).toBe(day);
      const { from, to } = periodOf(day, 'week');
      expect(weekdayOf(from)).toBe(1);
      expect(Temporal.PlainDate.from(from).until(to).days).toBe(7);
      expect(from <= day && day < to).toBe(true);
    }),
  );
});

test('periods follow one another without a gap, up to that of today', () => {
  fc.assert(
    fc.property(date, step, fc.integer({ min: 1, max: 24 }), (day, by, count) => {
      const periods = periodsUpTo(day, by, count);
      expect(periods).toHaveLength(count);
      expect(isIn(day, periods.at(-1) ?? { from: '', to: '' })).toBe(true);
      for (const [index, { from }] of periods.slice(1).entries()) {
        expect(periods[index]?.to).toBe(from);
      }
    }),
  );
});
