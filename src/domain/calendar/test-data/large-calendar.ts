import { calendarText } from './read-dates.ts';

const zones = ['Europe/Berlin', 'W. Europe Standard Time', 'America/New_York', 'Asia/Tokyo'];
const rules = ['', 'RRULE:FREQ=WEEKLY', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', ''];
/** Long enough that fifty thousand events are some fifty megabytes. */
const description = `DESCRIPTION:${'Agenda\\n- what went well\\n- what did not\\n'.repeat(16)}`;

/** A calendar of many events as people have them: a few series, many single dates, long texts. */
export function largeCalendar(events: number): string {
  return calendarText(Array.from({ length: events }, (_, index) => lines(index)).flat());
}

function lines(index: number): readonly string[] {
  const zone = zones[index % zones.length] ?? 'UTC';
  const rule = index % 25 === 0 ? (rules[(index / 25) % rules.length] ?? '') : '';
  const day = String((index % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(index / 28) % 12) + 1).padStart(2, '0');
  const year = 2018 + (index % 10);
  const start = `${String(year)}${month}${day}T${String(8 + (index % 9)).padStart(2, '0')}0000`;
  return [
    'BEGIN:VEVENT',
    `UID:event-${String(index)}@example.invalid`,
    `DTSTAMP:20260101T000000Z`,
    `DTSTART;TZID=${zone}:${start}`,
    'DURATION:PT30M',
    `SUMMARY:1:1 Person ${String(index % 40)}`,
    `ATTENDEE;CN=Person ${String(index % 40)}:mailto:person${String(index % 40)}@example.invalid`,
    'ATTENDEE;CN=Me:mailto:me@example.invalid',
    ...folded(description),
    ...(rule === '' ? [] : [rule, `EXDATE;TZID=${zone}:${start}`]),
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15M', 'END:VALARM'],
    'END:VEVENT',
  ];
}

/** At most 75 signs a line, as the standard wants it. */
function folded(line: string): readonly string[] {
  const pieces = line.match(/.{1,74}/gs) ?? [];
  return pieces.map((piece, place) => (place === 0 ? piece : ` ${piece}`));
}
