import { compareTexts } from '../compare-texts.ts';
import type { CalendarChoice } from '../documents/calendar.ts';
import type { Person } from '../documents/person.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { NameList } from './event-titles.ts';
import { nameList, namesSomebody, plainWords, readTitle } from './event-titles.ts';
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

type KnownPerson = Pick<Person, 'id' | 'name'>;

/** What guesses are made from, besides an event; looked up, since there may be 50,000 events. */
export interface Knowledge {
  readonly people: NameList;
  /** The ids of people by their names in plain words; null for a name that several have. */
  readonly byName: ReadonlyMap<string, string | null>;
  readonly byUid: ReadonlyMap<string, CalendarChoice>;
  readonly byAddress: ReadonlyMap<string, CalendarChoice>;
  /** By titles in plain words; null where not always the same was said. */
  readonly byTitle: ReadonlyMap<string, CalendarChoice | null>;
  /** The addresses at which the user is invited themselves. */
  readonly own: ReadonlySet<string>;
}

/**
 * Gathers what guesses about the events of a calendar are made from.
 * @param choices what was chosen before, in all calendars
 */
export function knowledgeOf(
  events: readonly CalendarEvent[],
  people: readonly KnownPerson[],
  choices: readonly CalendarChoice[],
): Knowledge {
  const ids = new Set(people.map(({ id }) => id));
  const usable = choices.filter(({ personId }) => personId === null || ids.has(personId));
  const byTitle = new Map<string, CalendarChoice | null>();
  for (const choice of usable) {
    const words = plainWords(choice.title);
    const known = byTitle.get(words);
    const isSame = known === undefined || known?.personId === choice.personId;
    byTitle.set(words, isSame ? choice : null);
  }
  byTitle.delete('');
  const byName = new Map<string, string | null>();
  for (const { id, name } of people) {
    const words = plainWords(name);
    byName.set(words, byName.has(words) ? null : id);
  }
  byName.delete('');
  const ofSomebody = usable.filter(({ personId }) => personId !== null);
  return {
    ...{ people: nameList(people), byName, byTitle },
    byUid: choicesByUid(usable),
    byAddress: new Map(
      ofSomebody.flatMap((one) => (one.address === null ? [] : [[one.address, one]])),
    ),
    own: ownAddresses(events, choices),
  };
}

/** What was said of each event; where two devices have said it, always the same one of them. */
export function choicesByUid(
  choices: readonly CalendarChoice[],
): ReadonlyMap<string, CalendarChoice> {
  const sorted = choices.toSorted((one, other) => compareTexts(other.id, one.id));
  return new Map(sorted.map((choice) => [choice.uid, choice]));
}

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
  readonly title: ReturnType<typeof readTitle>;
  readonly only: Participant | null;
  readonly isCrowd: boolean;
}

function likelihoodOf({ event, found, title, only, isCrowd }: Signs): Likelihood {
  if (isCrowd) return title.isOneToOne && found.personId !== null ? 'possible' : 'unlikely';
  const isSomebodys = only !== null || found.personId !== null || title.name !== '';
  if (title.isOneToOne && isSomebodys) return 'likely';
  if (only !== null && (found.personId !== null || event.rule !== null)) return 'likely';
  return title.isOneToOne || only !== null || found.personId !== null ? 'possible' : 'unlikely';
}

function reasonOf(found: GuessReason, isOneToOne: boolean, isForTwo: boolean): GuessReason {
  if (found !== 'none') return found;
  if (isOneToOne) return 'title';
  return isForTwo ? 'two-people' : 'none';
}

function findPerson(
  { uid, title }: CalendarEvent,
  only: Participant | null,
  { people, byName, byUid, byAddress, byTitle }: Knowledge,
): Found {
  const chosen = byUid.get(uid);
  if (chosen !== undefined) return { personId: chosen.personId, reason: 'chosen' };
  const learnt = byAddress.get(only?.address ?? '') ?? byTitle.get(plainWords(title)) ?? null;
  if (learnt !== null) return { personId: learnt.personId, reason: 'learnt' };
  const invited = only === null ? null : (byName.get(plainWords(nameOf(only))) ?? null);
  if (invited !== null) return { personId: invited, reason: 'attendee' };
  const named = namesSomebody(title, people);
  return { personId: named, reason: named === null ? 'none' : 'title-name' };
}

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
