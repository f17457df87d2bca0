import type {
  Meeting,
  Origin,
  Side,
  Stance,
  TalkingPoint,
  Visibility,
} from '../documents/meeting.ts';
import { moveInRankOrder, rankBehind } from '../documents/ranks.ts';
import type { Topic } from '../documents/topics.ts';
import type { AgendaChange } from './change.ts';
import { givenOf } from './change.ts';

/** What somebody brings to an agenda. */
export interface NewPoint {
  readonly id: string;
  readonly text: string;
  readonly addedBy: Side;
  readonly visibility: Visibility;
  readonly origin: Origin;
  /** The calendar date on which it was raised first. */
  readonly raisedOn: string;
  readonly topic?: Topic | null | undefined;
  readonly stance?: Stance | null | undefined;
}

/** What may change in a point; a part that is left out or undefined stays. */
export interface PointChange {
  readonly text?: string | undefined;
  readonly addedBy?: Side | undefined;
  readonly visibility?: Visibility | undefined;
  readonly stance?: Stance | null | undefined;
  readonly topic?: Topic | null | undefined;
  readonly isDiscussed?: boolean | undefined;
}

/** Adds a point at the end of the agenda. */
export function addPoint(meeting: Meeting, point: NewPoint): Meeting {
  return { ...meeting, agenda: [...meeting.agenda, talkingPoint(point, meeting)] };
}

/** A point that nobody has discussed or carried yet. */
function talkingPoint(
  { raisedOn, topic = null, stance = null, ...given }: NewPoint,
  { agenda }: Meeting,
): TalkingPoint {
  return {
    ...given,
    rank: rankBehind(agenda),
    topic,
    stance,
    carriedFrom: null,
    carryCount: 0,
    firstRaisedOn: raisedOn,
    discussedAt: null,
    leftAs: null,
  };
}

/** Changes one point. Checking off again what is checked off keeps the first instant. */
export function changePoint(
  meeting: Meeting,
  pointId: string,
  { isDiscussed, ...change }: PointChange,
  now: string,
): AgendaChange {
  const point = meeting.agenda.find(({ id }) => id === pointId);
  if (point === undefined) return noSuchPoint;
  // It would be checked off here and open there.
  if (isDiscussed === true && point.leftAs !== null)
    return { ok: false, problem: 'point-has-left' };
  const changed = { ...point, ...givenOf(change) };
  if (isDiscussed !== undefined)
    changed.discussedAt = isDiscussed ? (point.discussedAt ?? now) : null;
  return withAgenda(
    meeting,
    meeting.agenda.map((other) => (other === point ? changed : other)),
  );
}

/** Moves one point to a place counted from 0; a place beyond the end is the end. */
export function movePoint(meeting: Meeting, pointId: string, toIndex: number): AgendaChange {
  const point = meeting.agenda.find(({ id }) => id === pointId);
  if (point === undefined) return noSuchPoint;
  return withAgenda(meeting, moveInRankOrder(meeting.agenda, point, toIndex));
}

/** Takes one point off the agenda. */
export function removePoint(meeting: Meeting, pointId: string): AgendaChange {
  const others = meeting.agenda.filter(({ id }) => id !== pointId);
  if (others.length === meeting.agenda.length) return noSuchPoint;
  return withAgenda(meeting, others);
}

/** What says whether a point still has to be talked about, in a meeting or its summary. */
type Finishable = Pick<TalkingPoint, 'discussedAt' | 'leftAs'>;

/** Whether a point has been neither checked off nor left for something else. */
export const isOpenPoint = ({ discussedAt, leftAs }: Finishable): boolean =>
  discussedAt === null && leftAs === null;

/** Those of some points that are open, in the order in which they stand. */
export function openPoints<P extends Finishable>(points: readonly P[]): readonly P[] {
  return points.filter(isOpenPoint);
}

/**
 * When a point was talked about: when it was checked off, or became a promise or a decision. Null
 * for one that is open, was carried on or dropped.
 */
export function talkedAboutAt({ discussedAt, leftAs }: Finishable): string | null {
  if (discussedAt !== null) return discussedAt;
  return leftAs?.kind === 'action' || leftAs?.kind === 'decision' ? leftAs.at : null;
}

const noSuchPoint: AgendaChange = { ok: false, problem: 'no-such-point' };

function withAgenda(meeting: Meeting, agenda: TalkingPoint[]): AgendaChange {
  return { ok: true, meeting: { ...meeting, agenda } };
}
