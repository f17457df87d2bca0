import type { Relationship } from '../documents/relationships.ts';
import type { Weekday } from '../time/weekdays.ts';

/** How often and when somebody is met. */
interface Rhythm {
  readonly everyWeeks: number;
  readonly weekday: Weekday;
  readonly time: string;
}

/** Somebody whom sample data are about. */
export interface CastMember {
  readonly name: string;
  readonly relationship: Relationship;
  /** Null for the user's own. */
  readonly timeZone: string | null;
  readonly areas: readonly string[];
  readonly workingStyle: string;
  readonly tags: readonly string[];
  readonly durationMinutes: number;
  readonly place: string;
  readonly rhythm: Rhythm;
  /**
   * What is particular: the rhythm was another one in the beginning; they have left; they are met now
   * and then, and not for too long by now; they have only just come.
   */
  readonly turn: 'none' | 'slowed-down' | 'left' | 'neglected' | 'new';
  /** The part of the time after which they came, from 0 on. */
  readonly joinedAfter: number;
  /** Whether the user fills the agendas more than they do. */
  readonly isQuiet: boolean;
}

const usual = { durationMinutes: 30, place: '', turn: 'none', joinedAfter: 0, isQuiet: false };

const weekly = (weekday: Weekday, time: string): Rhythm => ({ everyWeeks: 1, weekday, time });

/** Those who are always there, the most usual first, so that a small number of people is a usual one. */
const cast: readonly CastMember[] = [
  {
    ...{ ...usual, turn: 'none' },
    name: 'Sam Okafor',
    relationship: 'report',
    timeZone: null,
    areas: ['Billing', 'On-call rota'],
    workingStyle: 'Thinks aloud, decides the day after.\nNo meetings before ten.',
    tags: ['backend'],
    place: 'Room 3, or a walk',
    rhythm: weekly(1, '10:00'),
  },
  {
    ...{ ...usual, turn: 'none' },
    name: 'Priya Nair',
    relationship: 'report',
    timeZone: 'Asia/Kolkata',
    areas: ['Search', 'Data pipeline'],
    workingStyle: 'Written first, then a call.\nLikes to see the numbers before the talk.',
    tags: ['backend', 'remote'],
    place: 'https://meet.example/priya',
    rhythm: weekly(2, '14:30'),
  },
  {
    ...{ ...usual, turn: 'none' },
    name: 'Lena Vogel',
    relationship: 'manager',
    timeZone: 'Europe/Berlin',
    areas: ['Engineering'],
    workingStyle: 'The decision in the first line, the reasons below.',
    tags: [],
    durationMinutes: 45,
    rhythm: { everyWeeks: 2, weekday: 4, time: '15:00' },
  },
  {
    ...usual,
    name: 'Aiko Tanaka',
    relationship: 'report',
    timeZone: 'Asia/Tokyo',
    areas: ['Mobile sync', 'Release train'],
    workingStyle: 'Prepares everything; wants the questions the day before.',
    tags: ['mobile', 'remote'],
    place: 'https://meet.example/aiko',
    rhythm: { everyWeeks: 2, weekday: 3, time: '17:00' },
    turn: 'slowed-down',
    isQuiet: true,
  },
  {
    ...{ ...usual, turn: 'none' },
    name: 'Mateo Rivera',
    relationship: 'report',
    timeZone: 'America/New_York',
    areas: ['Partner API'],
    workingStyle: 'Straight to the point. Praise in private, please.',
    tags: ['backend', 'remote'],
    place: 'https://meet.example/mateo',
    rhythm: weekly(5, '09:30'),
    joinedAfter: 0.2,
  },
  {
    ...{ ...usual, turn: 'none' },
    name: 'Ingrid Solheim',
    relationship: 'peer',
    timeZone: 'Europe/Oslo',
    areas: ['Platform'],
    workingStyle: 'Coffee rather than a room.',
    tags: ['platform'],
    rhythm: { everyWeeks: 3, weekday: 2, time: '11:00' },
  },
  {
    ...{ ...usual, turn: 'none' },
    name: 'Kwame Mensah',
    relationship: 'report',
    timeZone: null,
    areas: ['Deploy tooling'],
    workingStyle: 'Mornings are for building.\nAsks for examples, and gives them.',
    tags: ['platform'],
    rhythm: weekly(4, '13:30'),
    joinedAfter: 0.5,
  },
  {
    ...{ ...usual, turn: 'none' },
    name: 'Zeynep Aydın',
    relationship: 'skip-level',
    timeZone: 'Europe/Istanbul',
    areas: ['Accessibility'],
    workingStyle: '',
    tags: ['frontend'],
    rhythm: { everyWeeks: 6, weekday: 3, time: '12:00' },
  },
  {
    ...{ ...usual, turn: 'none' },
    name: 'Noor Haddad',
    relationship: 'mentee',
    timeZone: 'Europe/Paris',
    areas: [],
    workingStyle: 'Brings one question and stays with it.',
    tags: [],
    durationMinutes: 45,
    rhythm: { everyWeeks: 4, weekday: 5, time: '14:00' },
    joinedAfter: 0.4,
  },
  {
    ...usual,
    name: 'Tomasz Wilk',
    relationship: 'report',
    timeZone: 'Europe/Warsaw',
    areas: ['Import job'],
    workingStyle: 'Likes a plan on paper.',
    tags: ['backend'],
    rhythm: weekly(2, '16:00'),
    turn: 'left',
  },
  {
    ...usual,
    name: 'Beatriz Carvalho',
    relationship: 'peer',
    timeZone: 'America/Sao_Paulo',
    areas: ['Product: invoices'],
    workingStyle: 'Customers first, then everything else.',
    tags: ['product'],
    rhythm: { everyWeeks: 5, weekday: 1, time: '10:30' },
    turn: 'neglected',
  },
  {
    ...usual,
    name: 'Hana Kim',
    relationship: 'report',
    timeZone: null,
    areas: [],
    workingStyle: '',
    tags: ['frontend'],
    rhythm: weekly(3, '10:30'),
    turn: 'new',
  },
];

const furtherNames: readonly string[] = [
  ...['Rafael Moreau', 'Siobhán Byrne', 'Deepika Rao', 'Luca Ferri', 'Amara Diallo', 'Chen Wei'],
  ...['Olena Koval', 'Yusuf Demir', 'Maja Horvat', 'Ravi Menon', 'Elsa Nyström', 'Grace Mwangi'],
  ...['Pavel Novák', 'Ana Popescu', 'Idris Bello', 'Hiroshi Mori', 'Nadia Rahman', 'Erik Dahl'],
];

const furtherTimes = ['09:00', '11:30', '13:00', '14:00', '15:30', '16:30'] as const;
const workingDays = [1, 2, 3, 4, 5] as const;

/** So many people, the same ones in every run; the first are the same however many there are. */
export function castOf(people: number): readonly CastMember[] {
  return Array.from({ length: people }, (_, index) => cast[index] ?? furtherMember(index));
}

/** Somebody who works and is met like one of the usual ones, under another name. */
function furtherMember(index: number): CastMember {
  const place = index - cast.length;
  const model = cast[place % 8] ?? cast[0];
  if (model === undefined) throw new Error('There is nobody to be like.');
  const name = furtherNames[place % furtherNames.length] ?? model.name;
  const round = Math.floor(place / furtherNames.length);
  const weekday = workingDays[place % workingDays.length] ?? 1;
  const time = furtherTimes[place % furtherTimes.length] ?? '09:00';
  return {
    ...model,
    name: round === 0 ? name : `${name} ${String(round + 1)}`,
    relationship: model.relationship === 'manager' ? 'mentor' : model.relationship,
    timeZone: null,
    turn: 'none',
    rhythm: { ...model.rhythm, weekday, time },
  };
}
