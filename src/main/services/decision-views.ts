import { timesAmong } from '../../domain/agenda/meeting-times.ts';
import { placeOfItem } from '../../domain/decision/item-places.ts';
import { outcomeOf } from '../../domain/decision/outcome.ts';
import type { Decision } from '../../domain/documents/decision.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { DecisionPerson, DecisionsView, DecisionView } from '../../ipc/views.ts';
import type { StoreReader } from '../store/store.ts';
import { unarchivedByName } from './unarchived.ts';

/** Those whom a decision can be about. */
export async function decisionPeople(reader: StoreReader): Promise<readonly DecisionPerson[]> {
  return (await unarchivedByName(reader)).map(({ id, name, areas }) => ({ id, name, areas }));
}

/** One record with all that its screen shows; `today` is a calendar date. */
export async function decisionView(
  decision: Decision,
  reader: StoreReader,
  today: string,
): Promise<DecisionView> {
  const { personId } = decision;
  const [people, person, sent] = await Promise.all([
    decisionPeople(reader),
    personId === null ? null : reader.read('person', personId),
    sentPlaces(decision, reader),
  ]);
  return {
    ...{ today, decision, people, sent },
    personName: person?.name ?? null,
    isLevelNoted: person !== null && isLevelNoted(person, decision),
  };
}

/** The finished records, over all people or about one. */
export async function decisionsView(
  reader: StoreReader,
  personId: string | null,
  today: string,
): Promise<DecisionsView> {
  const [all, people] = await Promise.all([
    reader.summaries('decision', personId === null ? {} : { personId }),
    reader.summaries('person'),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const decisions = all
    .filter(({ finishedAt }) => finishedAt !== null)
    .toSorted((one, other) => ((one.finishedAt ?? '') < (other.finishedAt ?? '') ? 1 : -1))
    .map((decision) => ({ decision, personName: names.get(decision.personId ?? '') ?? null }));
  return { today, decisions };
}

/** Whether the level in force stands with the person as agreed by this decision. */
export function isLevelNoted(person: Person, decision: Decision): boolean {
  const level = outcomeOf(decision)?.level ?? null;
  return person.delegations.some(
    (noted) =>
      noted.decisionId === decision.id && noted.level === level && noted.area === decision.area,
  );
}

/** Where the items are that were sent: whom a decision is about does not change once any was. */
async function sentPlaces(
  { sent, personId }: Decision,
  reader: StoreReader,
): Promise<DecisionView['sent']> {
  if (sent.length === 0 || personId === null) return [];
  const [meetings, series] = await Promise.all([
    reader.summaries('meeting', { personId }),
    reader.summaries('series', { personId }),
  ]);
  const timesOf = timesAmong(series);
  return sent.flatMap((one) => {
    const place = placeOfItem(meetings, one.itemId);
    if (place === null) return [];
    return [{ ...one, meetingId: place.id, startsAt: timesOf(place)?.startsAt ?? null }];
  });
}
