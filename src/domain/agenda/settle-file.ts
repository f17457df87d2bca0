import { compareTexts } from '../compare-texts.ts';
import type { Meeting, TalkingPoint } from '../documents/meeting.ts';
import { carryOpenPoints, leaveForMeeting } from './carry.ts';
import type { PersonFile } from './person-file.ts';
import { nextMeetingAfter, startOf, withMeeting } from './person-file.ts';
import { isOpenPoint, openPoints } from './points.ts';

/**
 * Puts right what two computers can make of a person's file between them, each of which ended other
 * meetings. A point that was carried to several of them stays open in one: the way of a point is told by
 * its id. What is open in a meeting that is over, since it was carried there after its end, moves on.
 * A file in which nothing has to be put right stays the same.
 * @param now UTC instant
 */
export function settleFile(file: PersonFile, now: string): PersonFile {
  const once = doubledIds(file).reduce((after, id) => openOnce(after, id, now), file);
  const over = once.meetings.filter(
    ({ status, agenda }) => status !== 'planned' && openPoints(agenda).length > 0,
  );
  return over.reduce((after, meeting) => carryOn(after, meeting, now), once);
}

/** Carries what is open in a meeting on to the next one, which is made when there is need for it. */
export function carryOn(file: PersonFile, meeting: Meeting, now: string): PersonFile {
  if (openPoints(meeting.agenda).length === 0) return file;
  const next = nextMeetingAfter(file, meeting, now);
  const { from, to } = carryOpenPoints(meeting, next.meeting, now);
  return withMeeting(withMeeting(next.after, from), to);
}

/** The ids of the points that are open in more than one meeting. */
function doubledIds({ meetings }: PersonFile): readonly string[] {
  const open = meetings.flatMap(({ agenda }) => openPoints(agenda).map(({ id }) => id));
  return [...new Set(open.filter((id, place) => open.indexOf(id) !== place))];
}

/** Leaves one point open in one meeting alone, and says of the others that it was carried there. */
function openOnce(file: PersonFile, pointId: string, now: string): PersonFile {
  const has = ({ agenda }: Meeting): boolean => pointIn(agenda, pointId) !== undefined;
  const [place, ...others] = file.meetings
    .filter(has)
    .sort((one, other) => comparePlaces(file, pointId, one, other));
  if (place === undefined) return file;
  return others.reduce(
    (after, meeting) => withMeeting(after, leaveForMeeting(meeting, pointId, place, now)),
    file,
  );
}

const pointIn = (agenda: readonly TalkingPoint[], pointId: string): TalkingPoint | undefined =>
  agenda.find((point) => point.id === pointId && isOpenPoint(point));

/**
 * Where an open point belongs stands first: in a meeting that is still to be held, there where it has
 * come furthest, then in the one that is held first. The ids decide the rest, alike on every computer.
 */
function comparePlaces(file: PersonFile, pointId: string, one: Meeting, other: Meeting): number {
  const planned = (meeting: Meeting): number => (meeting.status === 'planned' ? 0 : 1);
  const carries = ({ agenda }: Meeting): number => pointIn(agenda, pointId)?.carryCount ?? 0;
  const start = (meeting: Meeting): string => startOf(file, meeting) ?? '9';
  return (
    planned(one) - planned(other) ||
    carries(other) - carries(one) ||
    compareTexts(start(one), start(other)) ||
    compareTexts(one.id, other.id)
  );
}
