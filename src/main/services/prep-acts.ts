import { changeAction } from '../../domain/agenda/actions.ts';
import { carryPoint, dropPoint } from '../../domain/agenda/carry.ts';
import type { Meeting, TalkingPoint } from '../../domain/documents/meeting.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { metAtAmong } from '../../domain/people/last-met.ts';
import { acceptSuggestion } from '../../domain/prep/accept.ts';
import type { PrepInput } from '../../domain/prep/prep-input.ts';
import { defaultQuietDays } from '../../domain/prep/prep-input.ts';
import { broughtBackBy, whereThingsWait } from '../../domain/prep/left-open.ts';
import { prepare } from '../../domain/prep/prepare.ts';
import type { Suggestion } from '../../domain/prep/suggestion.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { levelWords } from '../../messages/levels.ts';
import { m } from '../../messages/index.ts';
import type { Acted, Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, timestamp, today, write } from './acts.ts';
import { memberOf } from './meeting-acts.ts';
import { meetingMissing, personMissing } from './missing.ts';
import type { Resources } from './resources.ts';
import { topicText } from './topic-texts.ts';

export type PrepParts = ServiceParts & { readonly resources: Pick<Resources, 'questions'> };

/** A meeting that is prepared, with all that its preparation depends on. */
interface Preparation {
  readonly meeting: Meeting;
  readonly person: Person;
  readonly input: PrepInput;
  readonly reader: StoreReader;
  /** When the two met in a meeting; null when they did not. */
  readonly metAt: (meeting: MeetingSummary) => string | null;
}

type Decision<T> = Decided<Result<T>> | Promise<Decided<Result<T>>>;

/** What an act makes of a meeting that is prepared. */
export type Decide<T> = (preparation: Preparation) => Decision<T>;

/** Reads a meeting and what is to be known for preparing it; no long text but its own. */
export async function readPreparation(
  { clock, resources }: PrepParts,
  reader: StoreReader,
  meetingId: string,
): Promise<Result<Preparation>> {
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return meetingMissing();
  const { personId } = meeting;
  const [person, meetings, series, feedback, decisions, bank] = await Promise.all([
    reader.read('person', personId),
    reader.summaries('meeting', { personId }),
    reader.summaries('series', { personId }),
    reader.summaries('feedback', { personId }),
    reader.summaries('decision', { personId }),
    resources.questions(),
  ]);
  if (person === null) return personMissing();
  const now = timestamp(clock);
  const input: PrepInput = {
    ...{ person, meeting, meetings, feedback, decisions, topicText },
    waitingIn: whereThingsWait(meeting, meetings, series, now),
    reviewText: (title) => m.prep_review_point({ title }),
    stepText: (area, level) => m.prep_step_point({ area, level: levelWords(level) }),
    questions: bank.ok ? bank.value.questions : [],
    ...{ today: today(clock), timeZone: clock.timeZone() },
    quietAfterDays: defaultQuietDays,
  };
  return success({ meeting, person, input, reader, metAt: metAtAmong(series, now) });
}

/** Acts on meetings that are prepared, each in one turn of the store. */
export const prepActs =
  (parts: PrepParts) =>
  <T>(meetingId: string, decide: Decide<T>): Promise<Acted<Result<T>>> =>
    parts.store.act(async (reader) => {
      const preparation = await readPreparation(parts, reader, meetingId);
      return preparation.ok ? decide(preparation.value) : leave(preparation);
    });

/** What is done with one suggestion, if it is made just now. */
export const onSuggestion =
  <T>(
    key: string,
    decide: (preparation: Preparation, suggestion: Suggestion) => Decision<T>,
  ): Decide<T> =>
  (preparation) => {
    const suggestion = prepare(preparation.input).find((one) => one.key === key);
    if (suggestion === undefined) return leave(suggestionMissing());
    return decide(preparation, suggestion);
  };

/**
 * Puts a suggestion on the agenda: a point that was left open elsewhere moves on from there, with its age,
 * and so does one that the suggestion was raised by before. `id` is for a new point.
 */
export async function accept(
  { meeting, input, reader }: Preparation,
  suggestion: Suggestion,
  { id, raisedOn, now }: { readonly id: string; readonly raisedOn: string; readonly now: string },
): Promise<Decided<Result<TalkingPoint>>> {
  const label = m.main_act_add_point();
  const waiting = broughtBackBy(input, suggestion);
  if (waiting === null) {
    const changed = acceptSuggestion(meeting, suggestion, { id, raisedOn });
    return write(label, [put(changed)], memberOf(changed.agenda, id));
  }
  const before = await reader.read('meeting', waiting.meetingId);
  if (before === null) return leave(meetingMissing());
  const { from, to } = carryPoint(before, meeting, waiting.pointId, now);
  return write(label, [put(from), put(to)], memberOf(to.agenda, waiting.pointId));
}

/** Never makes a suggestion again: to this person, or, of a point that was left open, by letting it go. */
export async function dismiss(
  { person, reader }: Preparation,
  suggestion: Suggestion,
  now: string,
): Promise<Decided<Result<null>>> {
  if (suggestion.group !== 'left-open') {
    const dismissedSuggestions = withKey(person.dismissedSuggestions, suggestion.key);
    return write(m.prep_act_dismiss(), [put({ ...person, dismissedSuggestions })], null);
  }
  const meeting = await reader.read('meeting', suggestion.meetingId);
  if (meeting === null) return leave(meetingMissing());
  const dropped = dropPoint(meeting, suggestion.pointId, now);
  if (!dropped.ok) return leave(suggestionMissing());
  return write(m.prep_act_drop(), [put(dropped.meeting)], null);
}

/** Marks a suggested promise as done where it is written down; `now` is a UTC instant. */
export async function markDone(
  suggestion: Suggestion,
  reader: StoreReader,
  now: string,
): Promise<Decided<Result<null>>> {
  if (!('actionId' in suggestion)) return leave(suggestionMissing());
  const meeting = await reader.read('meeting', suggestion.source.meetingId);
  if (meeting === null) return leave(meetingMissing());
  const changed = changeAction(meeting, suggestion.actionId, { isDone: true }, now);
  if (!changed.ok) return leave(failure('not-found', m.main_action_missing()));
  return write(m.prep_act_done(), [put(changed.meeting)], null);
}

/** A list with one key more, which is in it once. */
export const withKey = (keys: readonly string[], key: string): string[] => [
  ...new Set([...keys, key]),
];

/** That something is not suggested, or not any more. */
export const suggestionMissing = (): Result<never> =>
  failure('not-found', m.prep_suggestion_missing());
