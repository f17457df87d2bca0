import { changeLatePoint } from '../../domain/agenda/late-points.ts';
import type { PersonFile } from '../../domain/agenda/person-file.ts';
import { meetingIn, withMeeting } from '../../domain/agenda/person-file.ts';
import { addPoint, changePoint, movePoint, removePoint } from '../../domain/agenda/points.ts';
import { carryOn } from '../../domain/agenda/settle-file.ts';
import { feedbackToldBy } from '../../domain/agenda/said-in.ts';
import type { Meeting, TalkingPoint } from '../../domain/documents/meeting.ts';
import { deliverFeedback, undeliverFeedback } from '../../domain/feedback/feedback-changes.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import type { Change, Decided, StoreReader } from '../store/store.ts';
import { leave, put, timestamp, today, write } from './acts.ts';
import { changeMeeting, memberOf, problemOf, takeFromMeeting } from './meeting-acts.ts';
import { meetingMissing } from './missing.ts';
import { changesOf, readPersonFile } from './person-file.ts';
import { readTimes } from './read-times.ts';

type TalkingPointCalls = Pick<
  HandlersOf<'meetings'>,
  'meetings.addPoint' | 'meetings.changePoint' | 'meetings.movePoint' | 'meetings.removePoint'
>;

export function createTalkingPointsService(parts: ServiceParts): TalkingPointCalls {
  const { store } = parts;
  return {
    'meetings.addPoint': async (input) =>
      (await store.act((reader) => add(parts, reader, input))).value,
    'meetings.changePoint': async (input) =>
      (await store.act((reader) => change(parts, reader, input))).value,
    'meetings.movePoint': ({ meetingId, pointId, toIndex }) =>
      changeMeeting(store, {
        meetingId,
        label: m.main_act_move_point(),
        change: (meeting) => movePoint(meeting, pointId, toIndex),
        answer: (meeting) => meeting,
      }),
    'meetings.removePoint': ({ meetingId, pointId }) =>
      takeFromMeeting(store, {
        meetingId,
        label: m.main_act_remove_point(),
        change: (meeting) => removePoint(meeting, pointId),
        answer: (meeting) => meeting,
      }),
  };
}

/** Adds a point; where the 1:1 is over, it is for the next one. */
async function add(
  { clock, newId }: ServiceParts,
  reader: StoreReader,
  { meetingId, ...typed }: CheckedInput<'meetings.addPoint'>,
): Promise<Decided<Result<TalkingPoint>>> {
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return leave(meetingMissing());
  const [id, origin] = [newId(), { kind: 'typed' } as const];
  const added = addPoint(meeting, { id, origin, raisedOn: today(clock), ...typed });
  const label = m.main_act_add_point();
  if (meeting.status === 'planned') return write(label, [put(added)], memberOf(added.agenda, id));
  const before = await readPersonFile(reader, meeting, clock);
  const after = carryOn(withMeeting(before, added), added, timestamp(clock));
  return write(label, changesOf(before, after), pointIn(after, meetingId, id));
}

/** Changes a point; of a 1:1 that is over, it may come back from the next one, or go on to it. */
async function change(
  { clock }: ServiceParts,
  reader: StoreReader,
  { meetingId, pointId, ...given }: CheckedInput<'meetings.changePoint'>,
): Promise<Decided<Result<TalkingPoint>>> {
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return leave(meetingMissing());
  const [now, label] = [timestamp(clock), m.main_act_change_point()];
  if (meeting.status === 'planned') {
    const changed = changePoint(meeting, pointId, given, now);
    if (!changed.ok) return leave(problemOf(changed.problem));
    const point = memberOf(changed.meeting.agenda, pointId);
    const said = await feedbackSaid(reader, changed.meeting, point, { ...given, now });
    return write(label, [put(changed.meeting), ...said], point);
  }
  const before = await readPersonFile(reader, meeting, clock);
  const changed = changeLatePoint(before, meeting, { pointId, change: given, now });
  if (!changed.ok) return leave(problemOf(changed.problem));
  const { file: after } = changed;
  const point = pointIn(after, meetingId, pointId);
  const said = await feedbackSaid(reader, meeting, point, { ...given, now });
  return write(label, [...changesOf(before, after), ...said], point);
}

/** A point that tells feedback is checked off once that has been said, and the other way round. */
async function feedbackSaid(
  reader: StoreReader,
  meeting: Meeting,
  point: TalkingPoint,
  { isDiscussed, now }: { readonly isDiscussed?: boolean | undefined; readonly now: string },
): Promise<readonly Change[]> {
  const feedbackId = feedbackToldBy(point);
  if (feedbackId === null || isDiscussed === undefined) return [];
  const feedback = await reader.read('feedback', feedbackId);
  if (feedback === null) return [];
  const { deliveredAt, deliveredIn } = feedback;
  if (!isDiscussed) return deliveredIn === meeting.id ? [put(undeliverFeedback(feedback))] : [];
  if (deliveredAt !== null) return [];
  const startsAt = (await readTimes(reader, meeting))?.startsAt ?? null;
  return [put(deliverFeedback(feedback, { id: meeting.id, startsAt }, now))];
}

const pointIn = (file: PersonFile, meetingId: string, pointId: string): TalkingPoint =>
  memberOf(meetingIn(file, meetingId)?.agenda ?? [], pointId);
