import { assembleEvents, problemOf } from './assemble-events.ts';
import type {
  CalendarFile,
  CalendarProblem,
  CalendarRefusal,
  ReadingOptions,
} from './calendar-event.ts';
import type { ContentLine } from './content-lines.ts';
import { splitCalendar } from './content-lines.ts';
import { readFileZones } from './file-zones.ts';
import { readProperty } from './property.ts';
import type { WrittenEvent } from './read-event.ts';
import { readEvent } from './read-event.ts';

/** The longest calendar that is read: more than any that people keep. */
const maximumCalendarLength = 64 * 1024 * 1024;

/**
 * Reads a calendar file: every event that can be read, on its own clock and with its exceptions, and
 * why any other cannot. Takes as long as the file is long; never throws, whatever the file holds.
 */
export function readCalendar(content: string, { timeZone, now }: ReadingOptions): CalendarFile {
  const text = content.replace(/^\uFEFF/, '');
  const refusal = refusalOf(text);
  if (refusal !== null) return refused(refusal);
  const { properties, events, zones, ...split } = splitCalendar(text);
  if (split.refusal !== null) return refused(split.refusal);
  const fileZones = readFileZones(zones, valueOf(properties, 'X-WR-TIMEZONE'), timeZone);
  const isCancelled = valueOf(properties, 'METHOD').toUpperCase() === 'CANCEL';
  const written: WrittenEvent[] = [];
  const problems: CalendarProblem[] = [];
  for (const component of events) {
    const read = readEvent(component);
    if (!read.ok) problems.push(problemOf({ ...read, line: component.line }, read.reason));
    else written.push(isCancelled ? { ...read.event, status: 'cancelled' } : read.event);
  }
  const assembled = assembleEvents(written, { zones: fileZones, now });
  return {
    refusal: null,
    name: valueOf(properties, 'X-WR-CALNAME') || valueOf(properties, 'NAME'),
    events: assembled.events,
    problems: [...problems, ...assembled.problems].sort((one, other) => one.line - other.line),
  };
}

const refused = (refusal: CalendarRefusal): CalendarFile => ({
  ...{ refusal, name: '', events: [], problems: [] },
});

const howFarToLook = 2000;

function refusalOf(text: string): CalendarRefusal | null {
  if (text.length > maximumCalendarLength) return 'too-large';
  const beginning = text.slice(0, howFarToLook).trimStart();
  if (beginning === '') return 'empty';
  if (/^BEGIN:VCALENDAR/i.test(beginning)) return null;
  if (/<(?:!doctype|html|head|body)\b/i.test(beginning)) return 'web-page';
  // A text that was made in another encoding, or none at all, is full of what no text holds.
  return beginning.includes('\0') || beginning.includes('\uFFFD')
    ? 'unreadable-text'
    : 'not-a-calendar';
}

/** The value of a property of the calendar itself; those that are no standard's are as written. */
function valueOf(properties: readonly ContentLine[], name: string): string {
  const line = properties.find((one) => one.name === name);
  const value = line === undefined ? '' : (readProperty(line)?.values[0] ?? '');
  return value.replaceAll(/\\([,;\\])/g, '$1').trim();
}
