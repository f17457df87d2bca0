import { ageDays, lineageOf } from '../../domain/agenda/lineage.ts';
import type { NewTime } from '../../domain/agenda/meeting-life.ts';
import { startsAt } from '../../domain/agenda/meeting-times.ts';
import type { PersonFile } from '../../domain/agenda/person-file.ts';
import { nextMeetingAfter, startOf } from '../../domain/agenda/person-file.ts';
import type { PointFate } from '../../domain/agenda/wrap-up.ts';
import { wrapUpMeeting } from '../../domain/agenda/wrap-up.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import { success } from '../../ipc/result.ts';
import type { CarriedPoint, NextDate, WrapUpView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp, today } from './acts.ts';
import { changeMeeting, made, meetingView } from './meeting-acts.ts';
import { impossibleTime, operate } from './meeting-life.ts';
import { meetingMissing } from './missing.ts';
import { readPersonFile } from './person-file.ts';

type WrapUpCalls = Pick<
  HandlersOf<'meetings'>,
  'meetings.wrapUp' | 'meetings.keepWrapUp' | 'meetings.wrapUpView' | 'meetings.carried'
>;

export function createWrapUpService(parts: ServiceParts): WrapUpCalls {
  const { store, clock } = parts;
  return {
    'meetings.wrapUp': (input) => wrapUp(parts, input),
    'meetings.keepWrapUp': ({ meetingId, draft }) =>
      changeMeeting(store, {
        meetingId,
        label: m.wrap_up_act_keep(),
        change: (meeting) => made({ ...meeting, wrapUpDraft: draft }),
        answer: () => null,
      }),
    'meetings.wrapUpView': async ({ meetingId }) => {
      const meeting = await store.read('meeting', meetingId);
      return meeting === null ? meetingMissing() : success(await wrapUpView(parts, meeting));
    },
    'meetings.carried': async ({ meetingId }) => {
      const meeting = await store.read('meeting', meetingId);
      if (meeting === null) return meetingMissing();
      return success(await carriedPoints(store, meeting, today(clock)));
    },
  };
}

function wrapUp(
  parts: ServiceParts,
  { meetingId, points, feedback, nextTime, ...rest }: CheckedInput<'meetings.wrapUp'>,
): ReturnType<WrapUpCalls['meetings.wrapUp']> {
  const { clock, newId } = parts;
  const given = {
    ...rest,
    nextTime,
    points: points.map((fate): PointFate =>
      fate.kind === 'action' ? { ...fate, actionId: newId() } : fate,
    ),
    feedback: feedback.map((one) => ({ id: newId(), ...one })),
  };
  return operate(parts, {
    meetingId,
    label: m.wrap_up_act_wrap_up,
    problem: (meeting, file, now) =>
      calledOff(meeting) ?? (nextTime && nextTimeProblem({ meeting, file, now }, nextTime)),
    change: (file, now) => wrapUpMeeting(file, meetingId, given, { now, today: today(clock) }),
    nothingToDo: m.wrap_up_already_done,
  });
}

const calledOff = ({ status }: Meeting): string | null =>
  status === 'cancelled' || status === 'skipped' ? m.wrap_up_not_planned() : null;

/** Why the next 1:1 cannot be then; null when it can. */
function nextTimeProblem(
  { meeting, file, now }: { meeting: Meeting; file: PersonFile; now: string },
  nextTime: NewTime,
): string | null {
  const { timeZone } = nextMeetingAfter(file, meeting, now).meeting;
  const start = startsAt({ timeZone, startLocal: nextTime.startLocal });
  const isOver = start !== null && epochOf(start) <= epochOf(now);
  return isOver ? m.wrap_up_next_is_over() : impossibleTime({ timeZone }, nextTime);
}

async function wrapUpView({ store, clock }: ServiceParts, meeting: Meeting): Promise<WrapUpView> {
  const now = timestamp(clock);
  const [view, file, carried] = await Promise.all([
    meetingView(meeting, store, now),
    readPersonFile(store, meeting, clock),
    carriedPoints(store, meeting, today(clock)),
  ]);
  return {
    ...view,
    ...{ carried, today: today(clock) },
    next: nextDate(file, meeting, now),
    feedbackToGive: file.feedback.filter(({ deliveredAt }) => deliveredAt === null),
    feedbackGiven: file.feedback.filter(({ deliveredIn }) => deliveredIn === meeting.id),
  };
}

function nextDate(file: PersonFile, meeting: Meeting, now: string): NextDate {
  const { meeting: next, after } = nextMeetingAfter(file, meeting, now);
  const { timeZone, durationMinutes, startLocal } = next;
  const startsAt = startOf(after, next);
  return { timeZone, durationMinutes, startLocal, startsAt };
}

/** Where the points of a meeting come from that were carried to it. */
async function carriedPoints(
  reader: Pick<StoreReader, 'summaries'>,
  meeting: Meeting,
  onDate: string,
): Promise<readonly CarriedPoint[]> {
  const carried = meeting.agenda.filter(({ carryCount }) => carryCount > 0);
  if (carried.length === 0) return [];
  const all = await reader.summaries('meeting', { personId: meeting.personId });
  return carried.map(({ id, carryCount, firstRaisedOn }) => {
    const raisedIn = lineageOf(all, id)?.meetingIds[0] ?? meeting.id;
    return {
      ...{ pointId: id, carryCount, firstRaisedOn },
      ageDays: ageDays(firstRaisedOn, onDate),
      raisedIn: raisedIn === meeting.id ? null : raisedIn,
    };
  });
}
