import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { addMinutes, epochOf } from '../time/instants.ts';
import { parseLedger } from './ledger-schema.ts';
import type { Ledger, Reminder } from './ledger-schema.ts';
import { emptyLedger, pruneLedger, recordMissed, recordShown, snooze } from './ledger.ts';
import type { RemindableMeeting } from './schedule.ts';
import { planReminders } from './plan.ts';
import { settingsWith, stateWith } from './test-data/state-with.ts';

const firstStart = '2026-03-02T00:00:00Z';

/** What happens between two looks at the clock; minutes are those that the wall clock moves. */
type Event =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'crash before the ledger is written'; readonly minutes: number }
  | { readonly kind: 'snooze'; readonly minutes: number };

const pass = (min: number, max: number): fc.Arbitrary<Event> =>
  fc.integer({ min, max }).map((minutes) => ({ kind: 'pass', minutes }));
const tick = pass(0, 30);
const sleep = pass(30, 600);
const clockJump = pass(-700, 700);
const restart = fc.constant<Event>({ kind: 'restart' });
/** Time must have passed for something to be shown that is not written then. */
const crash = fc
  .integer({ min: 0, max: 30 })
  .map<Event>((minutes) => ({ kind: 'crash before the ledger is written', minutes }));
const snoozing = fc
  .integer({ min: 1, max: 90 })
  .map<Event>((minutes) => ({ kind: 'snooze', minutes }));

/** Meetings of two days, many of them back to back or at once. */
const meetings = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 * 96 }), { minLength: 1, maxLength: 12 })
  .chain((quarters) =>
    fc.tuple(
      ...quarters.map((quarter, n) =>
        fc.constantFrom(15, 30, 60).map<RemindableMeeting>((minutes) => {
          const startsAt = addMinutes(firstStart, 24 * 60 + (quarter + (n % 3)) * 15);
          const endsAt = addMinutes(startsAt, minutes);
          return {
            personId: 'person-1',
            seriesId: `series-${n}`,
            originalLocal: null,
            startsAt,
            endsAt,
          };
        }),
      ),
    ),
  );
/** So many that the days of the meetings are lived through, which few would leave in one sleep. */
const many = (event: fc.Arbitrary<Event>): fc.Arbitrary<Event[]> =>
  fc.array(event, { minLength: 60, maxLength: 120 });
const leads = fc.uniqueArray(fc.constantFrom(0, 5, 10, 60, 1440), { minLength: 1, maxLength: 3 });

interface Run {
  readonly shown: readonly (Reminder & { readonly at: string })[];
  readonly missed: readonly Reminder[];
  readonly snoozes: number;
  readonly ledger: Ledger;
}

/** Lives through the events as the engine would: plan, record, let go, wait for what comes. */
function live(
  occurrences: readonly RemindableMeeting[],
  startingLeadMinutes: readonly number[],
  events: readonly Event[],
): Run {
  let now = firstStart;
  let ledger = emptyLedger(now);
  let snoozes = 0;
  const shown: (Reminder & { readonly at: string })[] = [];
  const missed: Reminder[] = [];
  const look = (isRecorded: boolean): void => {
    const settings = settingsWith({ startingLeadMinutes: [...startingLeadMinutes] });
    const plan = planReminders(stateWith({ occurrences, settings, ledger, now }));
    const at = now;
    shown.push(...plan.due.map((reminder) => ({ ...reminder, at })));
    if (!isRecorded) return;
    missed.push(...plan.missed);
    const recorded = recordMissed(recordShown(ledger, plan.due, now), plan.missed, now);
    ledger = pruneLedger(recorded, now);
  };
  const react = (event: Event): void => {
    if (event.kind !== 'restart' && event.kind !== 'snooze') now = addMinutes(now, event.minutes);
    if (event.kind === 'restart') ledger = parseLedger(JSON.parse(JSON.stringify(ledger)));
    const last = shown.at(-1);
    if (event.kind === 'snooze' && last !== undefined) {
      ledger = snooze(ledger, last, addMinutes(now, event.minutes));
      snoozes += 1;
    }
    look(event.kind !== 'crash before the ledger is written');
  };
  events.forEach(react);
  // At last the clock is right again, and all is over.
  react({ kind: 'pass', minutes: (epochOf('2026-03-14T00:00:00Z') - epochOf(now)) / 60_000 });
  return { shown, missed, snoozes, ledger };
}

const timeOf = ({ id, dueAt }: Reminder): string => `${id} ${dueAt}`;
const idsOf = (reminders: readonly Reminder[]): ReadonlySet<string> =>
  new Set(reminders.map(({ id }) => id));

test('ticks, sleeps and restarts: each meeting is shown at its times, or missed once', () => {
  fc.assert(
    fc.property(
      meetings,
      leads,
      many(fc.oneof({ weight: 6, arbitrary: tick }, sleep, restart)),
      (occurrences, leadMinutes, events) => {
        const { shown, missed } = live(occurrences, leadMinutes, events);
        expect(new Set(shown.map(timeOf)).size).toBe(shown.length);
        expect(idsOf(missed).size).toBe(missed.length);
        expect([...idsOf(shown)].filter((id) => idsOf(missed).has(id))).toEqual([]);
        expect(idsOf([...shown, ...missed]).size).toBe(occurrences.length);
        for (const { at, dueAt, endsAt, startsAt, leadMinutes: lead } of shown) {
          expect(epochOf(dueAt)).toBeLessThanOrEqual(epochOf(at));
          expect(epochOf(at)).toBeLessThan(epochOf(endsAt));
          const passed = leadMinutes.filter(
            (other) => epochOf(addMinutes(startsAt, -other)) <= epochOf(at),
          );
          expect(lead).toBe(Math.min(...passed));
        }
      },
    ),
  );
});

test('woken only when the plan says so, an app misses nothing and is never late', () => {
  fc.assert(
    fc.property(meetings, leads, (occurrences, startingLeadMinutes) => {
      const shown: Reminder[] = [];
      let ledger = emptyLedger(firstStart);
      for (let now: string | null = firstStart; now !== null;) {
        const state = stateWith({
          occurrences,
          settings: settingsWith({ startingLeadMinutes }),
          ledger,
          now,
        });
        const { due, missed, nextAt } = planReminders(state);
        expect(missed).toEqual([]);
        shown.push(...due);
        ledger = pruneLedger(recordShown(ledger, due, now), now);
        now = nextAt;
      }
      expect(shown).toHaveLength(occurrences.length * startingLeadMinutes.length);
      expect(shown.every(({ lateMinutes }) => lateMinutes === 0)).toBe(true);
    }),
  );
});

test('clock jumps both ways and snoozes: no time is shown twice, none is lost', () => {
  fc.assert(
    fc.property(
      meetings,
      leads,
      many(fc.oneof({ weight: 5, arbitrary: tick }, sleep, restart, clockJump, snoozing)),
      (occurrences, leadMinutes, events) => {
        const { shown, missed, snoozes, ledger } = live(occurrences, leadMinutes, events);
        const atLeadTimes = shown.filter(
          ({ startsAt, dueAt, leadMinutes: lead }) => addMinutes(startsAt, -(lead ?? 0)) === dueAt,
        );
        const again = shown.length - new Set(atLeadTimes.map(timeOf)).size;
        expect(again).toBeLessThanOrEqual(snoozes);
        // Shown once a wrong clock was set right, put off, and then slept through, it is missed again.
        expect(missed.length - idsOf(missed).size).toBeLessThanOrEqual(snoozes);
        const verdicts = ledger.entries.filter(
          ({ shownAt, missedAt }) => (shownAt === null) !== (missedAt === null),
        );
        expect(verdicts).toHaveLength(occurrences.length);
      },
    ),
  );
});

test('a crash between showing and writing may show again under the same identity, never less', () => {
  fc.assert(
    fc.property(
      meetings,
      leads,
      many(fc.oneof({ weight: 3, arbitrary: tick }, sleep, restart, crash)),
      (occurrences, leadMinutes, events) => {
        const crashes = events.filter(({ kind }) => kind.startsWith('crash')).length;
        const { shown, missed } = live(occurrences, leadMinutes, events);
        expect(idsOf([...shown, ...missed]).size).toBe(occurrences.length);
        const doubled = shown.length - new Set(shown.map(timeOf)).size;
        expect(doubled).toBeLessThanOrEqual(crashes * occurrences.length);
        const told = missed.filter(({ id }) => idsOf(shown).has(id));
        expect(told.length === 0 || crashes > 0).toBe(true);
      },
    ),
  );
});
