import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

// Two programs that read calendars each in its own way: what is written must mean the same to both.

/** The instants of all occurrences before one, by ical.js and the zones that the file itself defines. */
export function instantsByItsZones(text: string, before: string): readonly string[] {
  const calendar = ICAL.Component.fromString(text);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const [whole] = events.filter((event) => !event.isRecurrenceException());
  if (whole === undefined) return [];
  if (!whole.isRecurring()) return [minuteOf(whole.startDate.toJSDate())];
  const iterator = whole.iterator();
  const instants: string[] = [];
  for (let next = iterator.next(); !iterator.complete; next = iterator.next()) {
    const { startDate } = whole.getOccurrenceDetails(next);
    if (next.toJSDate().toISOString() > before) break;
    instants.push(minuteOf(startDate.toJSDate()));
  }
  return inOrder(instants);
}

/** The same by node-ical, which knows zones by their names. */
export function instantsByZoneNames(text: string, before: string): readonly string[] {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter(
    (one) => one?.type === 'VEVENT',
  );
  const instants = events.flatMap((event) =>
    nodeIcal
      .expandRecurringEvent(event, { from: new Date('2000-01-01T00:00:00Z'), to: new Date(before) })
      .map(({ start }) => minuteOf(start)),
  );
  return inOrder(instants);
}

const minuteOf = (date: Date): string => `${date.toISOString().slice(0, 16)}Z`;

const inOrder = (instants: readonly string[]): readonly string[] =>
  [...new Set(instants)].toSorted();
