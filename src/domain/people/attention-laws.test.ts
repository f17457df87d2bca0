import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import type { Contact } from './attention.ts';
import { attentionFor, compareAttention, needsAttention } from './attention.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const daysFromToday = (days: number): string => today.add({ days }).toString();

const past = fc.integer({ min: -800, max: 0 }).map(daysFromToday);
const future = fc.integer({ min: 0, max: 400 }).map(daysFromToday);
const dueOn = fc.integer({ min: -100, max: 100 }).map(daysFromToday);
const contact: fc.Arbitrary<Contact> = fc.record({
  cadenceDays: fc.option(fc.integer({ min: 1, max: 366 })),
  lastMetOn: fc.option(past),
  nextOn: fc.option(future),
  promisesDueOn: fc.array(fc.option(dueOn), { maxLength: 5 }),
  today: fc.constant(today.toString()),
});

test('whatever the order in which people come, they are listed in one order of urgency', () => {
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 12 }), (contacts) => {
      const urgencies = contacts.map(attentionFor);
      const sorted = urgencies.toSorted(compareAttention);
      const other = urgencies.toReversed().toSorted(compareAttention);
      expect(sorted.map((one, index) => compareAttention(one, other[index] ?? one))).toEqual(
        sorted.map(() => 0),
      );
      // Whoever needs nothing never stands before somebody who does.
      const needs = sorted.map(needsAttention);
      expect(needs.lastIndexOf(true)).toBe(needs.filter(Boolean).length - 1);
    }),
  );
});

test('a day that passes without a 1:1 never makes anybody less urgent', () => {
  fc.assert(
    fc.property(contact, (one) => {
      const nextOn = one.nextOn === one.today ? null : one.nextOn;
      const tomorrow = today.add({ days: 1 }).toString();
      fc.pre(nextOn !== tomorrow);
      const now = attentionFor({ ...one, nextOn });
      const later = attentionFor({ ...one, nextOn, today: tomorrow });
      expect(compareAttention(later, now)).toBeLessThanOrEqual(0);
    }),
  );
});

test('a shorter cadence never makes anybody less urgent', () => {
  fc.assert(
    fc.property(contact, fc.integer({ min: 1, max: 366 }), (one, other) => {
      const cadenceDays = Math.min(other, one.cadenceDays ?? 366);
      expect(
        compareAttention(attentionFor({ ...one, cadenceDays }), attentionFor(one)),
      ).toBeLessThanOrEqual(0);
    }),
  );
});

test('somebody is overdue exactly when the days since the last 1:1 are more than agreed', () => {
  fc.assert(
    fc.property(contact, (one) => {
      const { cadence } = attentionFor(one);
      const daysSince =
        one.lastMetOn === null ? null : Temporal.PlainDate.from(one.lastMetOn).until(today).days;
      const isLate = daysSince !== null && one.cadenceDays !== null && daysSince > one.cadenceDays;
      expect(cadence.kind === 'overdue').toBe(isLate && one.nextOn !== one.today);
      if (cadence.kind === 'overdue')
        expect(cadence.daysOverdue + cadence.cadenceDays).toBe(daysSince);
    }),
  );
});
