import { compareTexts } from '../compare-texts.ts';
import type { CalendarChoice } from '../documents/calendar.ts';
import type { Person } from '../documents/person.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { namesSomebody, plainWords, readTitle } from './event-titles.ts';
import type { Participant } from './participants.ts';
import { othersIn, ownAddresses } from './participants.ts';

/** How sure it is that an event is a 1:1. */
export type Likelihood = 'likely' | 'possible' | 'unlikely';

/** What it is guessed from, the strongest first; the screen has the words. */
export type GuessReason =
  /** The user has said it of this very event. */
  | 'chosen'
  /** The user has said it of an event with this person, or of this name. */
  | 'learnt'
  | 'attendee'
  | 'title-name'
  | 'title'
  | 'two-people'
  | 'none';

/** Whose 1:1 an event could be. */
export interface Guess {
  readonly likelihood: Likelihood;
  readonly reason: GuessReason;
  /** Somebody who is known; null for nobody yet. */
  readonly personId: string | null;
  /** What somebody who is not known yet would be called; empty when nothing says it. */
  readonly newName: string;
  /** At which address they are invited, to be learnt; null for none. */
  readonly address: string | null;
}

/** What guesses are made from, besides an event. */
export interface Knowledge {
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
  /** What was chosen before, in all calendars. */
  readonly choices: readonly CalendarChoice[];
  /** The addresses at which the user is invited themselves. */
  readonly own: ReadonlySet<string>;
}

/** Gathers what guesses about the events of a calendar are made from. */
export const knowledgeOf = (
  events: readonly CalendarEvent[],
  people: Knowledge['people'],
  choices: readonly CalendarChoice[],
): Knowledge => ({ people, choices, own: ownAddresses(events, choices) });

/** Guesses whether an event is a 1:1, and whose. */
export function guess(event: CalendarEvent, knowledge: Knowledge): Guess {
  const others = othersIn(event, knowledge.own);
  const [only = null] = others.length === 1 ? others : [];
  const title = readTitle(event.title);
  const found = findPerson(event, only, knowledge);
  const known = {
    ...found,
    newName: only === null ? title.name : nameOf(only),
    address: only?.address === '' ? null : (only?.address ?? null),
  };
  if (event.isAllDay || event.status === 'cancelled') return { ...known, likelihood: 'unlikely' };
  if (found.reason === 'chosen') {
    return { ...known, likelihood: found.personId === null ? 'unlikely' : 'likely' };
  }
  const isNone = found.personId === null && found.reason === 'learnt';
  if (isNone) return { ...known, likelihood: 'unlikely' };
  const reason = reasonOf(found.reason, title.isOneToOne, only !== null);
  const isCrowd = others.length > 1;
  return { ...known, reason, likelihood: likelihoodOf({ event, found, title, only, isCrowd }) };
}

interface Found {
  readonly personId: string | null;
  readonly reason: GuessReason;
}

interface Signs {
  readonly event: CalendarEvent;
  readonly found: Found;
  readonly title: { readonly isOneToOne: boolean };
  readonly only: Participant | null;
  readonly isCrowd: boolean;
}

function likelihoodOf({ event, found, title, only, isCrowd }: Signs): Likelihood {
  if (isCrowd) return title.isOneToOne && found.personId !== null ? 'possible' : 'unlikely';
  if (title.isOneToOne && (only !== null || found.personId !== null)) return 'likely';
  if (only !== null && (found.personId !== null || event.rule !== null)) return 'likely';
  return title.isOneToOne || only !== null || found.personId !== null ? 'possible' : 'unlikely';
}

function reasonOf(found: GuessReason, isOneToOne: boolean, isForTwo: boolean): GuessReason {
  if (found !== 'none') return found;
  if (isOneToOne) return 'title';
  return isForTwo ? 'two-people' : 'none';
}

function findPerson(
  event: CalendarEvent,
  only: Participant | null,
  { people, choices }: Knowledge,
): Found {
  const chosen = choiceOf(choices, event.uid);
  const isKnown = (id: string | null): boolean => people.some((person) => person.id === id);
  if (chosen !== null && (chosen.personId === null || isKnown(chosen.personId)))
    return { personId: chosen.personId, reason: 'chosen' };
  const usable = choices.filter(({ personId }) => personId === null || isKnown(personId));
  const learnt = learntFrom(usable, event, only);
  if (learnt !== null) return { personId: learnt.personId, reason: 'learnt' };
  const invited = people.filter(({ name }) => only !== null && isSameName(name, only));
  const [person] = invited;
  if (person !== undefined && invited.length === 1)
    return { personId: person.id, reason: 'attendee' };
  const named = namesSomebody(event.title, people);
  return { personId: named, reason: named === null ? 'none' : 'title-name' };
}

/** What was said of this event; where two devices have said it, always the same one of them. */
export function choiceOf(choices: readonly CalendarChoice[], uid: string): CalendarChoice | null {
  const made = choices.filter((choice) => choice.uid === uid);
  return made.toSorted((one, other) => compareTexts(one.id, other.id))[0] ?? null;
}

/** An address says who it is; a title says it only where it was always the same. */
function learntFrom(
  choices: readonly CalendarChoice[],
  { title }: CalendarEvent,
  only: Participant | null,
): CalendarChoice | null {
  const address = only?.address ?? '';
  const ofAddress = choices.filter((one) => one.personId !== null && one.address === address);
  const latest = address === '' ? undefined : ofAddress.at(-1);
  if (latest !== undefined) return latest;
  const words = plainWords(title);
  const ofTitle = words === '' ? [] : choices.filter((one) => plainWords(one.title) === words);
  const answers = new Set(ofTitle.map(({ personId }) => personId));
  return answers.size === 1 ? (ofTitle[0] ?? null) : null;
}

const isSameName = (name: string, participant: Participant): boolean =>
  plainWords(name) !== '' && plainWords(name) === plainWords(nameOf(participant));

/** "sam.okafor@example.org" is taken for Sam Okafor where the calendar has no name. */
function nameOf({ name, address }: Participant): string {
  if (name !== '' && !name.includes('@')) return flipped(name);
  const [local = ''] = (address || name).split('@');
  return local
    .split(/[._+-]+/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

/** Directories write "Okafor, Sam". */
const flipped = (name: string): string => name.replace(/^([^,()]+),\s*([^,()]+)$/, '$2 $1').trim();
