import type { MeetingTimes } from '../../domain/agenda/meeting-times.ts';
import { statusAmong, timesAmong } from '../../domain/agenda/meeting-times.ts';
import { withSaidChecked } from '../../domain/agenda/said-in.ts';
import { compareTexts } from '../../domain/compare-texts.ts';
import type { Feedback } from '../../domain/documents/feedback.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import {
  changeFeedback,
  deliverFeedback,
  newFeedback,
  sortFeedback,
  undeliverFeedback,
} from '../../domain/feedback/feedback-changes.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { FeedbackView, MeetingPointer } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, remove, timestamp, today, undoable, write } from './acts.ts';
import { meetingMissing, personMissing } from './missing.ts';
import { readTimes } from './read-times.ts';

/** How many of the latest 1:1s are offered as the one in which something was said. */
const meetingsOffered = 12;

export function createFeedbackService(parts: ServiceParts): HandlersOf<'feedback'> {
  const { store, clock, newId } = parts;
  const change = async (
    feedbackId: string,
    label: string,
    decide: (feedback: Feedback) => Feedback,
  ): Promise<Result<Feedback>> =>
    (await store.act((reader) => changeOne(reader, feedbackId, label, decide))).value;
  return {
    'feedback.list': async ({ personId }) => {
      const person = await store.read('person', personId);
      if (person === null) return personMissing();
      return success(await feedbackView(person, store, timestamp(clock)));
    },
    'feedback.add': async ({ noticedOn = today(clock), ...given }) => {
      const { value } = await store.act(async (reader): Promise<Decided<Result<Feedback>>> => {
        const person = await reader.read('person', given.personId);
        if (person === null) return leave(personMissing());
        const made = newFeedback({ ...given, noticedOn, id: newId(), now: timestamp(clock) });
        return write(m.main_act_add_feedback({ name: person.name }), [put(made)], made);
      });
      return value;
    },
    'feedback.change': ({ feedbackId, ...given }) =>
      change(feedbackId, m.main_act_change_feedback(), (feedback) =>
        changeFeedback(feedback, given),
      ),
    'feedback.deliver': async (input) =>
      (await store.act((reader) => deliver(reader, input, timestamp(clock)))).value,
    'feedback.undeliver': ({ feedbackId }) =>
      change(feedbackId, m.main_act_undeliver_feedback(), undeliverFeedback),
    'feedback.remove': async ({ feedbackId }) =>
      undoable(
        await store.act(async (reader) => {
          const feedback = await reader.read('feedback', feedbackId);
          if (feedback === null) return leave(missing());
          const person = await reader.read('person', feedback.personId);
          const label = m.main_act_remove_feedback({ name: person?.name ?? '' });
          return write(label, [remove('feedback', feedbackId)], null);
        }),
      ),
  };
}

const missing = (): Result<never> => failure('not-found', m.main_feedback_missing());

async function changeOne(
  reader: StoreReader,
  feedbackId: string,
  label: string,
  decide: (feedback: Feedback) => Feedback,
): Promise<Decided<Result<Feedback>>> {
  const feedback = await reader.read('feedback', feedbackId);
  if (feedback === null) return leave(missing());
  const changed = decide(feedback);
  return write(label, [put(changed)], changed);
}

/** Says where something was said; a point of that meeting that tells it is checked off. */
async function deliver(
  reader: StoreReader,
  { feedbackId, meetingId }: CheckedInput<'feedback.deliver'>,
  now: string,
): Promise<Decided<Result<Feedback>>> {
  const feedback = await reader.read('feedback', feedbackId);
  if (feedback === null) return leave(missing());
  const label = m.main_act_deliver_feedback();
  if (meetingId === null) {
    const elsewhere = deliverFeedback(feedback, null, now);
    return write(label, [put(elsewhere)], elsewhere);
  }
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return leave(meetingMissing());
  if (meeting.personId !== feedback.personId)
    return leave(failure('invalid', m.main_feedback_other_person()));
  const pointer = pointerOf(meeting, await readTimes(reader, meeting));
  const delivered = deliverFeedback(feedback, pointer, now);
  const told = withSaidChecked(meeting, [feedbackId], now);
  const changes = [delivered, ...(told === meeting ? [] : [told])].map(put);
  return write(label, changes, delivered);
}

async function feedbackView(
  { id: personId, name, relationship }: Person,
  reader: StoreReader,
  now: string,
): Promise<FeedbackView> {
  const [all, meetings, series] = await Promise.all([
    reader.summaries('feedback', { personId }),
    reader.summaries('meeting', { personId }),
    reader.summaries('series', { personId }),
  ]);
  const timesIn = timesAmong(series);
  const { toDeliver, delivered } = sortFeedback(all);
  const saidIn = new Set(delivered.map(({ deliveredIn }) => deliveredIn));
  const places = meetings
    .filter(({ id }) => saidIn.has(id))
    .map((meeting) => [meeting.id, pointerOf(meeting, timesIn(meeting))] as const);
  const byId = new Map(places);
  return {
    now,
    personName: name,
    relationship,
    toDeliver,
    delivered: delivered.map((feedback) => ({
      feedback,
      meeting: byId.get(feedback.deliveredIn ?? '') ?? null,
    })),
    meetings: latestBegun(meetings, series, now),
  };
}

const pointerOf = (
  { id }: Pick<MeetingSummary, 'id'>,
  times: MeetingTimes | null,
): MeetingPointer => ({ id, startsAt: times?.startsAt ?? null });

/** The latest 1:1s that have begun, newest first. */
function latestBegun(
  meetings: readonly MeetingSummary[],
  series: readonly Series[],
  now: string,
): readonly MeetingPointer[] {
  const [timesIn, statusOf] = [timesAmong(series), statusAmong(series)];
  return meetings
    .filter((meeting) => ['held', 'planned'].includes(statusOf(meeting)))
    .map((meeting) => pointerOf(meeting, timesIn(meeting)))
    .filter(({ startsAt }) => startsAt !== null && epochOf(startsAt) <= epochOf(now))
    .toSorted((one, other) => compareTexts(other.startsAt ?? '', one.startsAt ?? ''))
    .slice(0, meetingsOffered);
}
