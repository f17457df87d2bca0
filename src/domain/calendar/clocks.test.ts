import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { clockOf, definedClock } from './clocks.ts';
import { splitCalendar } from './content-lines.ts';
import { calendarText } from './test-data/read-dates.ts';
import { seriesWith } from '../series/test-data/series-with.ts';
import { calendarOf } from './write-calendar.ts';
import { readZone } from './zone-definition.ts';

const words = { title: '1:1', program: '-//t//t//EN', now: '2026-01-01T00:00:00Z' };

/** The clock of a zone by nothing but the definition that Evenkeel itself writes of it. */
function clockByDefinition(timeZone: string) {
  const text = calendarOf(seriesWith({ timeZone }), words) ?? calendarText([]);
  const definition = splitCalendar(text).zones.map(readZone)[0] ?? null;
  if (definition === null) throw new Error(`${timeZone} is not defined.`);
  return definedClock(definition, 2026, 2031);
}

test.each([
  ...['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Asia/Jerusalem', 'Africa/Cairo', 'Pacific/Chatham'],
])('a definition of %s has the clocks of that zone, in gaps and overlaps too', (timeZone) => {
  const [ours, right] = [clockByDefinition(timeZone), clockOf(timeZone)];
  const start = Temporal.PlainDateTime.from('2026-02-01T00:00');
  const isSame = (local: Temporal.PlainDateTime): void => {
    const epoch = right.epochAt(local);
    expect(`${local.toString()} ${String(ours.epochAt(local))}`).toBe(
      `${local.toString()} ${String(epoch)}`,
    );
    expect(ours.localAt(epoch).toString()).toBe(right.localAt(epoch).toString());
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 * 365 * 48 }), (halfHours) => {
      isSame(start.add({ minutes: halfHours * 30 }));
    }),
    { numRuns: 200 },
  );
  // Every quarter of an hour around each change of the next years.
  let change = start.toZonedDateTime(timeZone).getTimeZoneTransition('next');
  for (let count = 0; count < 6 && change !== null; count += 1) {
    const around = change.toPlainDateTime().subtract({ hours: 3 });
    for (let quarter = 0; quarter < 24; quarter += 1) isSame(around.add({ minutes: quarter * 15 }));
    change = change.getTimeZoneTransition('next');
  }
});
