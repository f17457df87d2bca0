// A calendar with forty events of the kinds that calendars hold and apps stumble over. The 1:1s are of
// people called after what is special about theirs.

type Lines = readonly string[];

let count = 0;

function event(title: string, ...lines: Lines): string {
  count += 1;
  const uid = `event-${String(count).padStart(2, '0')}@example.org`;
  const own = ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, 'DTSTAMP:20261101T080000Z'];
  return [...own, ...lines, 'END:VEVENT'].join('\r\n');
}

/** An instance of the event before. */
function instance(recurrenceId: string, title: string, ...lines: Lines): string {
  const uid = `UID:event-${String(count).padStart(2, '0')}@example.org`;
  return [
    ...['BEGIN:VEVENT', uid, `SUMMARY:${title}`, 'DTSTAMP:20261101T080000Z'],
    ...[recurrenceId, ...lines, 'END:VEVENT'],
  ].join('\r\n');
}

const london = (time: string, day = '20261123'): string =>
  `DTSTART;TZID=Europe/London:${day}T${time}00`;
const halfHour = 'DURATION:PT30M';
const weekly = 'RRULE:FREQ=WEEKLY';

const oneToOnes = [
  event('Sam / Ada 1:1', london('1000'), halfHour, weekly),
  event('1:1 Windows', 'DTSTART;TZID=W. Europe Standard Time:20261123T120000', halfHour, weekly),
  event('1:1 Numbered', 'DTSTART;TZID=Eastern Standard Time 1:20261123T070000', halfHour, weekly),
  event(
    '1:1 Described',
    'DTSTART;TZID="(GMT+01.00) Sarajevo/Warsaw/Zagreb":20261123T133000',
    halfHour,
    weekly,
  ),
  event(
    '1:1 Pathlike',
    'DTSTART;TZID=/citadel.org/Europe/Berlin:20261123T140000',
    halfHour,
    weekly,
  ),
  event('1:1 Embedded', 'DTSTART;TZID=Office:20261123T143000', halfHour, weekly),
  event('1:1 Universal', 'DTSTART:20261123T140000Z', halfHour, weekly),
  event('1:1 Floating', 'DTSTART:20261123T143000', halfHour, weekly),
  event('1:1 Ending', london('1500'), 'DTEND;TZID=Europe/London:20261123T152500', weekly),
  event('1:1 Folded\r\n  Line', london('1530'), halfHour, weekly),
  event(
    '1:1 Except',
    london('1600'),
    halfHour,
    weekly,
    'EXDATE;TZID=Europe/London:20261123T160000',
  ),
  event('1:1 Extra', london('1600', '20261124'), halfHour, weekly, 'RDATE:20261123T163000Z'),
  event('1:1 Moved', london('1700'), halfHour, weekly),
  instance('RECURRENCE-ID:20261123T170000Z', '1:1 Moved', london('1720'), halfHour),
  event('1:1 Cancelled Once', london('1745'), halfHour, weekly),
  instance(
    'RECURRENCE-ID:20261123T174500Z',
    '1:1 Cancelled Once',
    london('1745'),
    'STATUS:CANCELLED',
  ),
  event('1:1 Lasttuesday', london('1100', '20261124'), halfHour, 'RRULE:FREQ=MONTHLY;BYDAY=-1TU'),
  event('1:1 Counted', london('1130', '20261124'), halfHour, 'RRULE:FREQ=WEEKLY;COUNT=3'),
  event(
    '1:1 Until',
    london('1200', '20261124'),
    halfHour,
    'RRULE:FREQ=WEEKLY;UNTIL=20261215T120000Z',
  ),
  event(
    '1:1 Everyother',
    london('1230', '20261124'),
    halfHour,
    'RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU',
  ),
  event('1:1 Once', london('1300', '20261124'), halfHour),
];

const others = [
  event('Anniversary', 'DTSTART;VALUE=DATE:20261123'),
  event('Company holiday', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'),
  event('1:1 Called off', london('0900', '20261125'), halfHour, weekly, 'STATUS:CANCELLED'),
  event('No beginning', halfHour),
  event('Nowhere', 'DTSTART;TZID=Custom Zone 7:20261123T100000', halfHour),
  event('Every second', london('0930'), halfHour, 'RRULE:FREQ=SECONDLY'),
  event('', london('0945', '20261125'), halfHour),
  ...[
    'Stand-up',
    'Planning',
    'Retrospective',
    'Review',
    'All hands',
    'Lunch',
    'Dentist',
    'Yoga',
  ].map((title) => event(title, london('0915', '20261126'), halfHour, weekly)),
  ...['Hiring', 'Budget', 'Roadmap', 'Guild', 'Focus time', 'Book club'].map((title) =>
    event(title, london('1330', '20261127'), halfHour),
  ),
];

const office = [
  ...['BEGIN:VTIMEZONE', 'TZID:Office'],
  ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
  ...['DTSTART:19960331T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
  ...['DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
];

/** How many events there are, apart from instances of others. */
export const eventCount = count;

/** With a mark at the beginning, its events before its zone, and Windows' ends of lines. */
export const fortyEvents = `\uFEFF${[
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Journey//EN', 'X-WR-CALNAME:Work'],
  ...oneToOnes,
  ...others,
  ...office,
  ...['END:VCALENDAR', ''],
].join('\r\n')}`;
