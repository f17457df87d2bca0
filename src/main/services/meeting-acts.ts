import type { AgendaChange, AgendaProblem } from '../../domain/agenda/change.ts';
import { movedOnTo, openThere } from '../../domain/agenda/late-points.ts';
import { decisionsOfItems } from '../../domain/decision/sent-items.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import type { MeetingView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { Decided, Store, StoreReader } from '../store/store.ts';
import { leave, put, undoable, write } from './acts.ts';
import { meetingMissing } from './missing.ts';
import { readTimes } from './read-times.ts';

/** One change of one meeting, as a user would name it. */
export interface MeetingChange<T> {
  readonly meetingId: string;
  readonly label: string;
  /** What the domain makes of the meeting. */
  readonly change: (meeting: Meeting) => AgendaChange;
  /** What the caller is told of the meeting as it then is. */
  readonly answer: (meeting: Meeting) => T;
}

/** A change that always can be made. */
export const made = (meeting: Meeting): AgendaChange => ({ ok: true, meeting });

/** Changes one meeting in one act. */
export async function changeMeeting<T>(store: Store, change: MeetingChange<T>): Promise<Result<T>> {
  return (await store.act((reader) => decide(reader, change))).value;
}

/** Changes one meeting in one act, and answers with the way back. */
export async function takeFromMeeting<T>(
  store: Store,
  change: MeetingChange<T>,
): Promise<Result<Undoable<T>>> {
  return undoable(await store.act((reader) => decide(reader, change)));
}

async function decide<T>(
  reader: StoreReader,
  { meetingId, label, change, answer }: MeetingChange<T>,
): Promise<Decided<Result<T>>> {
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return leave(meetingMissing());
  const changed = change(meeting);
  if (!changed.ok) return leave(problemOf(changed.problem));
  return write(label, [put(changed.meeting)], answer(changed.meeting));
}

/** Why a change cannot be made, in a sentence. */
export function problemOf(problem: AgendaProblem): Result<never> {
  switch (problem) {
    case 'no-such-point':
      return failure('not-found', m.main_point_missing());
    case 'no-such-action':
      return failure('not-found', m.main_action_missing());
    case 'point-has-left':
      return failure('invalid', m.main_point_has_left());
    case 'meeting-is-over':
      return failure('invalid', m.wrap_up_not_planned());
  }
}

/** A meeting as its screen reads it; `now` is the instant of reading, UTC. */
export async function meetingView(
  meeting: Meeting,
  reader: StoreReader,
  now: string,
): Promise<MeetingView> {
  const [person, times, decisions, canComeBack] = await Promise.all([
    reader.read('person', meeting.personId),
    readTimes(reader, meeting),
    reader.summaries('decision', { personId: meeting.personId }),
    pointsToComeBack(meeting, reader),
  ]);
  return {
    now,
    meeting,
    personName: person?.name ?? '',
    startsAt: times?.startsAt ?? null,
    endsAt: times?.endsAt ?? null,
    decisions: decisionsOfItems(itemsOf(meeting), decisions),
    canComeBack,
  };
}

async function pointsToComeBack(meeting: Meeting, reader: StoreReader): Promise<readonly string[]> {
  const left = meeting.agenda.flatMap((point) => {
    const nextId = movedOnTo(meeting, point);
    return nextId === null ? [] : [{ pointId: point.id, nextId }];
  });
  const ids = [...new Set(left.map(({ nextId }) => nextId))];
  const next = await Promise.all(ids.map((id) => reader.read('meeting', id)));
  return left
    .map(({ pointId }) => pointId)
    .filter((pointId) => next.some((one) => openThere(one, pointId) !== undefined));
}

const itemsOf = ({ agenda, actionItems }: Meeting) => [
  ...agenda.map(({ id, origin }) => ({
    id,
    decisionId: origin.kind === 'decision' ? origin.decisionId : null,
  })),
  ...actionItems.map(({ id }) => ({ id, decisionId: null })),
];

/** The member of a list that was just added or changed, so that it is there. */
export function memberOf<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const member = list.find((one) => one.id === id);
  if (member === undefined) throw new Error(`What was just written is not there: ${id}`);
  return member;
}
