import type { AgendaTemplate } from '../agenda/apply-template.ts';
import type { DecisionModel } from '../decision/model.ts';
import type { Document } from '../documents/document.ts';
import type { Person } from '../documents/person.ts';
import { usualReminders } from '../documents/person.ts';
import type { Series } from '../documents/series.ts';
import type { Question } from '../questions/question-bank-shape.ts';
import { addMinutes, epochOf, localDateOf } from '../time/instants.ts';
import type { CastMember } from './cast.ts';
import { castOf } from './cast.ts';
import { decidedAbout } from './decided.ts';
import { Dice } from './dice.ts';
import { observationsOf } from './observations.ts';
import { ownAgenda, ownTemplate } from './own-template.ts';
import { tellPast } from './person-past.ts';
import { seriesOf, turnDate } from './series-of.ts';
import type { Slot } from './slots.ts';
import { followSeries, slotsWithoutSeries } from './slots.ts';
import { StoryTeller } from './telling.ts';

const dayMinutes = 24 * 60;
/** Somebody who has only just come did so this long ago; nobody neglected was met for this long. */
const [newForDays, neglectedForDays] = [4, 100];

/** One person after the other: how often a point has been carried by now, 0 for none. */
const stubbornSince = [1, 2, 0, 3, 4, 0];

/** What sample data are asked for. */
export interface SampleRequest {
  readonly people: number;
  readonly years: number;
  /** The present, a UTC instant: the past ends here, and the next 1:1s begin. */
  readonly now: string;
  /** The user's own zone. */
  readonly timeZone: string;
  /** The question bank, and what agendas take from the shipped templates. */
  readonly questions: readonly Question[];
  readonly templates: readonly AgendaTemplate[];
  /** The helper's model, by which decisions are made up. */
  readonly model: DecisionModel;
}

/** Begins every id of sample data, so that they can be told from the user's own. */
export const samplePrefix = 'sample-';

/**
 * The life of an engineering manager, made up: people, their series, years of 1:1s with agendas,
 * promises, notes and feedback, decisions and who decides what, and what is to come next. The same request gives the same documents,
 * and more people leave those that were there before as they are.
 */
export function sampleData(request: SampleRequest): readonly Document[] {
  const { people, years, now } = request;
  const begun = addMinutes(now, -Math.round(years * 365.25 * dayMinutes));
  const documents = castOf(people).flatMap((member, index) =>
    documentsAbout(member, index, { ...request, begun }),
  );
  return [...documents, ownTemplate(addMinutes(begun, 30 * dayMinutes))];
}

interface Stage extends SampleRequest {
  /** The instant at which the first 1:1s begin. */
  readonly begun: string;
}

function documentsAbout(member: CastMember, index: number, stage: Stage): readonly Document[] {
  const dice = new Dice(member.name);
  const newId = idsOf(index);
  const { person, decisions } = decidedAbout(personOf(member, newId('person'), stage), {
    ...{ newId, model: stage.model, now: stage.now, timeZone: stage.timeZone },
  });
  const { slots, series } = slotsWith(member, person, { dice, newId, stage });
  const { now, questions } = stage;
  const timeZone = person.timeZone ?? stage.timeZone;
  const until = person.archivedOn === null ? now : `${person.archivedOn}T00:00:00Z`;
  const span = { from: person.createdAt, to: until, timeZone };
  const isObserved = ['report', 'mentee', 'peer'].includes(member.relationship);
  const observed = { personId: person.id, newId: () => newId('feedback') };
  const past = tellPast({
    ...{ member, dice, newId, questions, now, timeZone, slots, personId: person.id },
    teller: new StoryTeller(dice, member.relationship),
    observations: isObserved ? observationsOf(observed, span, dice) : [],
    templateFor: templatesFor(member, stage),
    stubbornSince:
      member.turn === 'neglected' ? 1 : (stubbornSince[index % stubbornSince.length] ?? 0),
  });
  return [person, ...series, ...past.meetings, ...past.feedback, ...decisions];
}

type NewId = (kind: string) => string;

/** Ids that say whose they are, and depend on nobody else's. */
function idsOf(index: number): NewId {
  const given = new Map<string, number>();
  return (kind) => {
    const number = (given.get(kind) ?? 0) + 1;
    given.set(kind, number);
    const [whose, which] = [String(index + 1), String(number)];
    return `${samplePrefix}${kind}-${whose.padStart(2, '0')}-${which.padStart(4, '0')}`;
  };
}

function personOf(member: CastMember, id: string, { begun, now, timeZone }: Stage): Person {
  const joinedAt = joinedBy(member, begun, now);
  const joinedOn = localDateOf(joinedAt, timeZone);
  const today = localDateOf(now, timeZone);
  const { name, relationship, workingStyle, areas, tags, rhythm } = member;
  return {
    ...{ kind: 'person', version: 3, id, name, relationship, workingStyle },
    ...{ areas: [...areas], tags: [...tags], timeZone: member.timeZone },
    createdAt: joinedAt,
    archivedOn: member.turn === 'left' ? turnDate(joinedOn, today) : null,
    cadenceDays: rhythm.everyWeeks * 7,
    dismissedSuggestions: [],
    questionsNotForUs: [],
    reminders: usualReminders,
    delegations: [],
  };
}

function joinedBy({ turn, joinedAfter }: CastMember, begun: string, now: string): string {
  if (turn === 'new') return addMinutes(now, -newForDays * dayMinutes);
  const minutes = ((epochOf(now) - epochOf(begun)) / 60_000) * joinedAfter;
  return addMinutes(begun, Math.round(minutes));
}

interface SlotParts {
  readonly dice: Dice;
  readonly newId: NewId;
  readonly stage: Stage;
}

/** When somebody was met and will be, and the series that this follows. */
function slotsWith(
  member: CastMember,
  { id: personId, createdAt: joinedAt, timeZone: own }: Person,
  { dice, newId, stage: { now, timeZone: home } }: SlotParts,
): { readonly series: readonly Series[]; readonly slots: readonly Slot[] } {
  const timeZone = own ?? home;
  if (member.turn === 'neglected') {
    const { durationMinutes, rhythm } = member;
    const fromLocal = `${localDateOf(joinedAt, timeZone)}T${rhythm.time}`;
    const until = addMinutes(now, -neglectedForDays * dayMinutes);
    const when = { fromLocal, everyDays: rhythm.everyWeeks * 7, until };
    return { series: [], slots: slotsWithoutSeries({ personId, timeZone, durationMinutes }, when) };
  }
  const parts = { personId, timeZone, joinedAt, now, newId: () => newId('series') };
  const followed = seriesOf(member, parts).map((one) => followSeries(one, member, { dice, now }));
  return {
    series: followed.map(({ series }) => series),
    slots: followed.flatMap(({ slots }) => slots),
  };
}

/** First the talk for beginnings, later one now and then for what the usual talk leaves out. */
function templatesFor(
  { relationship, turn, joinedAfter }: CastMember,
  { templates }: SampleRequest,
): (index: number) => AgendaTemplate | null {
  const named = (id: string): AgendaTemplate | null =>
    templates.find((one) => one.id === id) ?? null;
  return (index) => {
    if (relationship === 'skip-level') return index % 2 === 0 ? named('skip-level') : null;
    if (relationship !== 'report') return index % 9 === 4 ? named('weekly') : null;
    if (index === 0) return turn === 'new' || joinedAfter > 0 ? named('first-week') : null;
    if (index % 26 === 20) return named('career');
    if (index % 31 === 17) return ownAgenda;
    return index % 8 === 3 ? named('weekly') : null;
  };
}
