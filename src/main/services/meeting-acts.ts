import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import type { MeetingView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { Decided, Store, StoreReader } from '../store/store.ts';
import { leave, put, undoable, write } from './acts.ts';
import { timesOf } from './upcoming.ts';

/** What a change makes of a meeting, and what the caller is told of it; or why it cannot be made. */
export type Changed<T> = Result<{ readonly meeting: Meeting; readonly value: T }>;

export const meetingMissing = (): Result<never> => failure('not-found', m.main_meeting_missing());

/** Changes one meeting in one act. */
export async function changeMeeting<T>(
  store: Store,
  meetingId: string,
  label: string,
  change: (meeting: Meeting) => Changed<T>,
): Promise<Result<T>> {
  return (await store.act((reader) => decide(reader, meetingId, label, change))).value;
}

/** Changes one meeting in one act, and answers with the way back. */
export async function takeFromMeeting<T>(
  store: Store,
  meetingId: string,
  label: string,
  change: (meeting: Meeting) => Changed<T>,
): Promise<ReturnType<typeof undoable<T>>> {
  return undoable(await store.act((reader) => decide(reader, meetingId, label, change)));
}

async function decide<T>(
  reader: StoreReader,
  meetingId: string,
  label: string,
  change: (meeting: Meeting) => Changed<T>,
): Promise<Decided<Result<T>>> {
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return leave(meetingMissing());
  const changed = change(meeting);
  if (!changed.ok) return leave(changed);
  return write(label, [put(changed.value.meeting)], changed.value.value);
}

/** A meeting as its screen reads it. */
export async function meetingView(
  meeting: Meeting,
  reader: StoreReader,
  now: string,
): Promise<MeetingView> {
  const [person, series] = await Promise.all([
    reader.read('person', meeting.personId),
    meeting.seriesId === null ? null : reader.read('series', meeting.seriesId),
  ]);
  const times = timesOf(meeting, series);
  return {
    now,
    meeting,
    personName: person?.name ?? '',
    startsAt: times?.startsAt ?? null,
    endsAt: times?.endsAt ?? null,
  };
}

interface Replaced<T> {
  readonly all: T[];
  readonly one: T;
}

/** A list with one of its members changed; null when it has no such member. */
export function replaceOne<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: (member: T) => T,
): Replaced<T> | null {
  const index = list.findIndex((member) => member.id === id);
  const member = list[index];
  if (member === undefined) return null;
  const one = change(member);
  return { all: list.toSpliced(index, 1, one), one };
}

/** When something was marked: unchanged when not asked, kept when it was marked before. */
export function markedAt(
  isMarked: boolean | undefined,
  before: string | null,
  now: string,
): string | null {
  if (isMarked === undefined) return before;
  return isMarked ? (before ?? now) : null;
}
