import type { CalendarRefusal, EventProblem } from './calendar-event.ts';

/** One property of a component, unfolded but not yet read. */
export interface ContentLine {
  /** In capitals. */
  readonly name: string;
  readonly text: string;
}

/** A component of a calendar file with those of its properties that matter here. */
export interface Component {
  readonly name: string;
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly properties: readonly ContentLine[];
  /** Those of a VTIMEZONE; what is inside an event, such as an alarm, is left out. */
  readonly parts: readonly Component[];
  readonly problem: EventProblem | null;
}

export interface SplitCalendar {
  readonly refusal: CalendarRefusal | null;
  /** Of the calendar itself. */
  readonly properties: readonly ContentLine[];
  readonly events: readonly Component[];
  readonly zones: readonly Component[];
}

/** No title or list of dates is longer; a description that is does no harm, since it is left out. */
const maximumLineLength = 200_000;
const maximumEvents = 200_000;
/** No 1:1 has more dates, or guests: what comes after that many lines of a name is left out. */
const maximumLinesOfOneName = 5000;
const maximumDepth = 8;

const eventProperties = new Set([
  ...['UID', 'RECURRENCE-ID', 'SEQUENCE', 'LAST-MODIFIED', 'SUMMARY', 'STATUS', 'LOCATION', 'URL'],
  ...['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'EXRULE', 'RDATE', 'EXDATE'],
  ...['ATTENDEE', 'ORGANIZER', 'CONFERENCE', 'X-GOOGLE-CONFERENCE'],
  ...['X-MICROSOFT-SKYPETEAMSMEETINGURL', 'X-MICROSOFT-CDO-ALLDAYEVENT'],
]);
const zoneProperties = new Set([
  ...['TZID', 'X-LIC-LOCATION', 'DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE'],
]);
const dateProperties = new Set(['RDATE', 'EXDATE']);
const calendarProperties = new Set(['X-WR-CALNAME', 'NAME', 'X-WR-TIMEZONE', 'METHOD']);
const kept: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['VCALENDAR', calendarProperties],
  ['VEVENT', eventProperties],
  ...['VTIMEZONE', 'STANDARD', 'DAYLIGHT'].map((name) => [name, zoneProperties] as const),
]);

interface OpenComponent {
  readonly name: string;
  readonly line: number;
  readonly properties: ContentLine[];
  readonly parts: Component[];
  /** How many lines it has had, by their names. */
  readonly counts: Map<string, number>;
  problem: EventProblem | null;
}

/**
 * Splits a calendar file into its events and zones in one pass, in whatever order they stand, with
 * lines unfolded. A line that cannot be is the fault of its component alone.
 */
export function splitCalendar(text: string): SplitCalendar {
  const splitter = new Splitter();
  for (const { text: line, number } of unfoldedLines(text)) {
    if (!splitter.take(line, number)) break;
  }
  return splitter.result();
}

class Splitter {
  readonly #open: OpenComponent[] = [];
  readonly #calendar: ContentLine[] = [];
  readonly #events: Component[] = [];
  readonly #zones: Component[] = [];
  #isTooMuch = false;

  /** Whether to go on. */
  take(line: string, number: number): boolean {
    const { name, at } = nameOf(line);
    if (name === 'BEGIN') this.#begin(valueOf(line, at), number);
    else if (name === 'END') this.#end(valueOf(line, at));
    else this.#keep(name, line);
    return !this.#isTooMuch;
  }

  result(): SplitCalendar {
    const [events, zones] = [this.#events, this.#zones];
    const refusal = this.#isTooMuch ? 'too-many-events' : this.#open.length > 0 ? 'cut-off' : null;
    return { refusal, properties: this.#calendar, events, zones };
  }

  #begin(name: string, line: number): void {
    // No event holds another: the one before has lost its end, and perhaps more than that.
    if (name === 'VEVENT') this.#close('VEVENT', 'not-ended');
    this.#open.push({ name, line, properties: [], parts: [], counts: new Map(), problem: null });
    this.#isTooMuch ||= this.#events.length >= maximumEvents || this.#open.length > maximumDepth;
  }

  #end(name: string): void {
    if (name === 'VCALENDAR') this.#close('VEVENT', 'not-ended');
    this.#close(name, null);
  }

  /** What was left open inside is closed by what encloses it; an end of nothing ends nothing. */
  #close(name: string, problem: EventProblem | null): void {
    const from = this.#open.findLastIndex((one) => one.name === name);
    if (from === -1) return;
    const [closed] = this.#open.splice(from);
    if (closed === undefined) return;
    closed.problem ??= problem;
    if (closed.name === 'VEVENT') this.#events.push(closed);
    else if (closed.name === 'VTIMEZONE') this.#zones.push(closed);
    else this.#open.at(-1)?.parts.push(closed);
  }

  #keep(name: string, text: string): void {
    const open = this.#open.at(-1);
    if (open === undefined || kept.get(open.name)?.has(name) !== true) return;
    const count = (open.counts.get(name) ?? 0) + 1;
    open.counts.set(name, count);
    const isTooMany = count > maximumLinesOfOneName;
    if (text.length > maximumLineLength) open.problem = 'line-too-long';
    else if (isTooMany && dateProperties.has(name)) open.problem = 'too-many-dates';
    else if (isTooMany) return;
    else if (open.name === 'VCALENDAR') this.#calendar.push({ name, text });
    else open.properties.push({ name, text });
  }
}

const longestName = 64;

function nameOf(line: string): { readonly name: string; readonly at: number } {
  const at = line.slice(0, longestName).search(/[;:]/);
  return { name: at === -1 ? '' : line.slice(0, at).trim().toUpperCase(), at };
}

const valueOf = (line: string, at: number): string =>
  line
    .slice(at + 1, at + 1 + longestName)
    .trim()
    .toUpperCase();

/**
 * The lines of the file, those that were folded put together again, without the empty ones. Where no
 * line ends as others do, they end as on old Macs.
 */
function* unfoldedLines(
  text: string,
): Generator<{ readonly text: string; readonly number: number }> {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let pieces: string[] = [];
  let [number, begunAt, from] = [0, 1, 0];
  while (from <= text.length) {
    const at = text.indexOf(lineEnd, from);
    const end = at === -1 ? text.length : at;
    const line = text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
    number += 1;
    if ((line.startsWith(' ') || line.startsWith('\t')) && pieces.length > 0) {
      pieces.push(line.slice(1));
    } else if (line !== '') {
      if (pieces.length > 0) yield { text: pieces.join(''), number: begunAt };
      [pieces, begunAt] = [[line], number];
    }
    from = end + 1;
  }
  if (pieces.length > 0) yield { text: pieces.join(''), number: begunAt };
}
