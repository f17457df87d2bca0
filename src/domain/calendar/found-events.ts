import { compareTexts } from '../compare-texts.ts';
import type { CalendarChoice } from '../documents/calendar.ts';
import type { Person } from '../documents/person.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { plainWords } from './event-titles.ts';
import type { Guess, Likelihood } from './guess.ts';
import { guess, knowledgeOf } from './guess.ts';

/** An event of a calendar that the user may choose, and what it could be. */
export interface FoundEvent {
  readonly event: CalendarEvent;
  readonly guess: Guess;
}

/** How many take some milliseconds. */
const eventsOfPart = 1000;

const ranks: Readonly<Record<Likelihood, number>> = { likely: 0, possible: 1, unlikely: 2 };

/**
 * What was found in a calendar, each event once with all that belongs to it: what could be a 1:1
 * comes first, then by name.
 */
export function foundEvents(
  events: readonly CalendarEvent[],
  people: readonly Pick<Person, 'id' | 'name'>[],
  choices: readonly CalendarChoice[],
): readonly FoundEvent[] {
  const knowledge = knowledgeOf(events, people, choices);
  return wholeEvents(events)
    .map((event) => ({ event, guess: guess(event, knowledge), words: plainWords(event.title) }))
    .sort(
      (one, other) =>
        ranks[one.guess.likelihood] - ranks[other.guess.likelihood] ||
        compareTexts(one.words, other.words) ||
        compareTexts(one.event.uid, other.event.uid),
    )
    .map(({ event, guess: made }) => ({ event, guess: made }));
}

/**
 * How many events look like 1:1s of which nothing was said: counted in parts, since there may be
 * 50,000 events, and whoever counts may have other things to do in between.
 * @returns after each part, how many there are so far
 */
export function* countUndecided(
  events: readonly CalendarEvent[],
  people: readonly Pick<Person, 'id' | 'name'>[],
  choices: readonly CalendarChoice[],
): Generator<number, void> {
  const knowledge = knowledgeOf(events, people, choices);
  const whole = wholeEvents(events);
  let count = 0;
  yield count;
  for (let from = 0; from < whole.length; from += eventsOfPart) {
    count += whole
      .slice(from, from + eventsOfPart)
      .map((event) => guess(event, knowledge))
      .filter(({ likelihood, reason }) => likelihood === 'likely' && reason !== 'chosen').length;
    yield count;
  }
}

/** Instances that stand apart are chosen with the event that they belong to. */
function wholeEvents(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const byUid = new Map<string, CalendarEvent>();
  for (const event of events) {
    const known = byUid.get(event.uid);
    if (known === undefined || event.recurrenceId === null) byUid.set(event.uid, event);
  }
  return [...byUid.values()];
}

/** Whether what somebody is looking for is in an event's name, or in those of whom it is with. */
export function isFoundBy({ event }: FoundEvent, text: string): boolean {
  const { title, attendees, organizer, place } = event;
  const people = [...attendees, ...(organizer === null ? [] : [organizer])];
  const words = [title, place, ...people.flatMap(({ name, address }) => [name, address])];
  return plainWords(words.join(' ')).includes(plainWords(text));
}
