import type { NewTime } from '../../domain/agenda/meeting-life.ts';
import {
  callOffMeeting,
  deleteMeeting,
  postponeMeeting,
} from '../../domain/agenda/meeting-life.ts';
import { startsAt } from '../../domain/agenda/meeting-times.ts';
import type { PersonFile } from '../../domain/agenda/person-file.ts';
import { settleFile } from '../../domain/agenda/settle-file.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import { leave, timestamp, undoable, write } from './acts.ts';
import { meetingMissing } from './missing.ts';
import { changesOf, readPersonFile } from './person-file.ts';

type MeetingLifeCalls = Pick<
  HandlersOf<'meetings'>,
  'meetings.postpone' | 'meetings.cancel' | 'meetings.skip' | 'meetings.delete'
>;

/** What is done with one meeting as a whole, as a user would name it. */
interface MeetingOperation {
  readonly meetingId: string;
  readonly label: (inputs: { readonly name: string }) => string;
  /** Why it cannot be done, in a sentence; null when it can. */
  readonly problem?: (meeting: Meeting, file: PersonFile, now: string) => string | null;
  /** What the file is afterwards; `now` is the UTC instant. */
  readonly change: (file: PersonFile, now: string) => PersonFile;
  /** Said when there is nothing to do. */
  readonly nothingToDo: () => string;
}

/** Does it in one act, and answers with the way back. */
export async function operate(
  { store, clock }: ServiceParts,
  { meetingId, label, problem, change, nothingToDo }: MeetingOperation,
): Promise<Result<Undoable<null>>> {
  return undoable(
    await store.act(async (reader) => {
      const meeting = await reader.read('meeting', meetingId);
      if (meeting === null) return leave(meetingMissing());
      const now = timestamp(clock);
      const before = await readPersonFile(reader, meeting, clock);
      const sentence = problem?.(meeting, before, now) ?? null;
      if (sentence !== null) return leave(failure('invalid', sentence));
      const settled = settleFile(before, now);
      const after = change(settled, now);
      if (changesOf(settled, after).length === 0) return leave(failure('invalid', nothingToDo()));
      const changes = changesOf(before, after);
      const person = await reader.read('person', meeting.personId);
      return write(label({ name: person?.name ?? '' }), changes, null);
    }),
  );
}

export function createMeetingLifeService(parts: ServiceParts): MeetingLifeCalls {
  const callOff = (meetingId: string, status: 'cancelled' | 'skipped') =>
    operate(parts, {
      meetingId,
      label: status === 'cancelled' ? m.wrap_up_act_cancel : m.wrap_up_act_skip,
      problem: notPlanned,
      change: (file, now) => callOffMeeting(file, meetingId, { status, now }),
      nothingToDo: m.wrap_up_not_planned,
    });
  return {
    'meetings.postpone': ({ meetingId, ...to }) =>
      operate(parts, {
        meetingId,
        label: m.wrap_up_act_postpone,
        problem: (meeting) => notPlanned(meeting) ?? impossibleTime(meeting, to),
        change: (file) => postponeMeeting(file, meetingId, to),
        nothingToDo: m.wrap_up_already_then,
      }),
    'meetings.cancel': ({ meetingId }) => callOff(meetingId, 'cancelled'),
    'meetings.skip': ({ meetingId }) => callOff(meetingId, 'skipped'),
    'meetings.delete': ({ meetingId }) =>
      operate(parts, {
        meetingId,
        label: m.wrap_up_act_delete,
        change: (file, now) => deleteMeeting(file, meetingId, now),
        nothingToDo: m.main_meeting_missing,
      }),
  };
}

const notPlanned = ({ status }: Meeting): string | null =>
  status === 'planned' ? null : m.wrap_up_not_planned();

/** A date such as 30 February. */
export const impossibleTime = (
  { timeZone }: Pick<Meeting, 'timeZone'>,
  { startLocal }: NewTime,
): string | null =>
  startsAt({ startLocal, timeZone }) === null ? m.main_series_impossible_start() : null;
