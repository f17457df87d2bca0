import { v5 } from 'uuid';
import type { Document, DocumentRef } from '../documents/document.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import { isSameJson } from '../merge/json.ts';
import type { Occurrence } from '../series/occurrences.ts';
import { epochOf } from '../time/instants.ts';
import { openActions } from './actions.ts';
import type { ComingMeeting, Plans } from './coming-meetings.ts';
import { nextToCome, undatedPlan } from './coming-meetings.ts';
import { newMeeting, occurrenceKey, timesOf, undatedMeeting } from './meeting-times.ts';
import { openPoints } from './points.ts';
import { feedbackWithoutMeetings } from './said-in.ts';

/** What is kept about one person, as far as an operation on a meeting needs it. */
export interface PersonFile extends Plans<Meeting> {
  readonly personId: string;
  /** The zone and the length of an agenda that gets no date yet. */
  readonly timeZone: string;
  readonly durationMinutes: number;
  /** At least the planned ones, and all that are to come. */
  readonly meetings: readonly Meeting[];
  /** The identities of the other meetings, which must not be given again. */
  readonly otherMeetingIds: ReadonlySet<string>;
  readonly feedback: readonly Feedback[];
}

/** The document of this meeting; null when the file has none. */
export const meetingIn = (file: PersonFile, meetingId: string): Meeting | null =>
  file.meetings.find(({ id }) => id === meetingId) ?? null;

/** The series that a meeting belongs to; null for one that stands alone. */
export const seriesOf = (file: PersonFile, { seriesId }: Pick<Meeting, 'seriesId'>) =>
  file.series.find(({ id }) => id === seriesId) ?? null;

/** When a meeting starts: its series has the say. Null while it has no date. */
export function startOf(file: PersonFile, meeting: Meeting): string | null {
  return timesOf(meeting, seriesOf(file, meeting))?.startsAt ?? null;
}

/** Puts a meeting into the file, in place of an older version of it. */
export function withMeeting(file: PersonFile, meeting: Meeting): PersonFile {
  const isKnown = file.meetings.some(({ id }) => id === meeting.id);
  const meetings = isKnown
    ? file.meetings.map((other) => (other.id === meeting.id ? meeting : other))
    : [...file.meetings, meeting];
  return { ...file, meetings };
}

/** Takes meetings out of the file; feedback said in them has still been said, and loses the link alone. */
export function withoutMeetings(file: PersonFile, meetingIds: readonly string[]): PersonFile {
  const unlinked = feedbackWithoutMeetings(file.feedback, meetingIds);
  return {
    ...file,
    meetings: file.meetings.filter(({ id }) => !meetingIds.includes(id)),
    feedback: file.feedback.map((one) => unlinked.find(({ id }) => id === one.id) ?? one),
  };
}

/** Puts a series into the file, in place of an older version of it. */
export const withSeries = (file: PersonFile, series: Series): PersonFile => ({
  ...file,
  series: file.series.map((other) => (other.id === series.id ? series : other)),
});

/** What has to be written so that what was kept as `before` is kept as `after`. */
export function changesBetween(
  before: PersonFile,
  after: PersonFile,
): { readonly put: readonly Document[]; readonly removed: readonly DocumentRef[] } {
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const known = new Map(old.map((document) => [document.id, document]));
  const left = new Set(now.map(({ id }) => id));
  return {
    put: now.filter((document) => !isSameJson(known.get(document.id), document)),
    removed: old.filter(({ id }) => !left.has(id)).map(({ kind, id }) => ({ kind, id })),
  };
}

const documentsOf = ({ series, meetings, feedback }: PersonFile): readonly Document[] => [
  ...series,
  ...meetings,
  ...feedback,
];

/**
 * The next meeting with a person, other than one: the planned meeting or the occurrence that comes
 * first after now, else the agenda without a date. The document of an occurrence is made when there
 * is none yet, and so is the agenda; `after` then holds it.
 * @param now UTC instant
 */
export function nextMeetingAfter(
  file: PersonFile,
  other: Meeting,
  now: string,
): { readonly meeting: Meeting; readonly after: PersonFile } {
  const next = nextToCome(
    file,
    now,
    (coming) => epochOf(coming.startsAt) > epochOf(now) && !isOf(other, coming),
  );
  if (next !== null && next.plan !== null) return { meeting: next.plan, after: file };
  const meeting =
    next === null
      ? (undatedPlan(file.meetings.filter(({ id }) => id !== other.id)) ??
        newUndated(file, other, now))
      : newMeeting(next, { id: freeId(file, idOfOccurrence(next)), now });
  return { meeting, after: withMeeting(file, meeting) };
}

/** Whether what is to come is this very meeting, which may not be in the file any more. */
const isOf = (meeting: Meeting, coming: ComingMeeting<Meeting>): boolean =>
  coming.plan?.id === meeting.id ||
  (meeting.seriesId !== null && occurrenceKey(coming) === occurrenceKey(meeting));

function newUndated(file: PersonFile, other: Meeting, now: string): Meeting {
  const { personId, timeZone, durationMinutes } = file;
  const id = freeId(file, idOfNext(other));
  return undatedMeeting({ id, personId, timeZone, durationMinutes, now });
}

const namesOfNext = '5b0f9dbb-0f5d-4a86-9c39-3e7dd4b0a9b1';

/**
 * The identity of the agenda that is made for what is open in a meeting. It comes of the meeting and of
 * all that is open in it: of the meeting alone, a second one could get the identity of a first that was
 * deleted, and be taken for the place where something was promised.
 */
function idOfNext({ id, agenda, actionItems }: Meeting): string {
  const open = [...openPoints(agenda), ...openActions(actionItems)].map((one) => one.id);
  return `next-${v5([id, ...open.sort()].join(' '), namesOfNext)}`;
}

/**
 * The identity of the meeting that is made of an occurrence. Two computers that carry a point to it
 * make the same one, so that the point is there once when they come together.
 */
const idOfOccurrence = ({ seriesId, originalLocal }: Occurrence): string =>
  `on-${originalLocal.replaceAll(/\D/g, '')}-${seriesId}`;

const longestId = 64;

/** This identity if nothing has it, else the next one like it: the same on every computer. */
function freeId(file: PersonFile, wanted: string): string {
  const known = new Set([...file.meetings.map(({ id }) => id), ...file.otherMeetingIds]);
  let id = wanted.slice(0, longestId);
  for (let count = 2; known.has(id); count += 1) {
    const end = `-${String(count)}`;
    id = `${wanted.slice(0, longestId - end.length)}${end}`;
  }
  return id;
}
