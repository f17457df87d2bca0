/** What an event of a test says of itself; see `calendarText`. */
export interface EventText {
  readonly uid: string;
  readonly title: string;
  /** In Berlin, such as 20261124T100000. */
  readonly start?: string;
  /** E-mail addresses besides the user's own. */
  readonly with?: readonly string[];
  readonly sequence?: number;
  /** More lines of the event. */
  readonly lines?: readonly string[];
}

const berlin = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin'],
  ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST'],
  ...['DTSTART:19700329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET'],
  ...['DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
];

/** A calendar of weekly events, as a server would write it. */
export const calendarText = (name: string, events: readonly EventText[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', `X-WR-CALNAME:${name}`],
    ...berlin,
    ...events.flatMap(eventLines),
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

function eventLines(event: EventText): readonly string[] {
  const { uid, title, start = '20261124T100000', sequence = 0, lines = [] } = event;
  const people = event.with ?? [];
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, `SEQUENCE:${String(sequence)}`],
    ...['DTSTAMP:20261101T080000Z', `DTSTART;TZID=Europe/Berlin:${start}`, 'DURATION:PT30M'],
    ...(lines.some((line) => line.startsWith('RRULE')) ? [] : ['RRULE:FREQ=WEEKLY']),
    ...(people.length === 0 ? [] : ['ORGANIZER;CN=Ada Stone:mailto:ada@example.org']),
    ...people.map((address) => `ATTENDEE:mailto:${address}`),
    ...lines,
    'END:VEVENT',
  ];
}
