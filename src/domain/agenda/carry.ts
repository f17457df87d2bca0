import type { Meeting, TalkingPoint } from '../documents/meeting.ts';
import { rankBehind } from '../documents/ranks.ts';
import { addAction } from './actions.ts';
import type { NewAction } from './actions.ts';
import type { AgendaChange } from './change.ts';
import { isOpenPoint } from './points.ts';

type LeftAs = NonNullable<TalkingPoint['leftAs']>;

/** A meeting whose points moved on, and the one that they moved to. */
interface Carried {
  readonly from: Meeting;
  readonly to: Meeting;
}

/** From this carry on, the user is asked what is to become of a point. */
const carriesBeforeAsking = 3;

/** Whether carrying a point once more would be the carry at which to ask. */
export const isToBeAsked = ({ carryCount }: Pick<TalkingPoint, 'carryCount'>): boolean =>
  carryCount + 1 >= carriesBeforeAsking;

/**
 * Carries all open points of a meeting on to another, below what is there. Each keeps its id, origin
 * and the day on which it was first raised, so that carrying it twice, be it on two computers, is
 * carrying it once. Nothing happens between a meeting and itself.
 * @param now the UTC instant of carrying
 */
export const carryOpenPoints = (from: Meeting, to: Meeting, now: string): Carried =>
  carry(from, to, from.agenda.filter(isOpenPoint), now);

/** Carries one open point on in the same way; one that is not open stays. */
export function carryPoint(from: Meeting, to: Meeting, pointId: string, now: string): Carried {
  const open = from.agenda.filter((point) => point.id === pointId && isOpenPoint(point));
  return carry(from, to, open, now);
}

/** Says of one point that it was carried to another meeting, which has it already. */
export const leaveForMeeting = (
  from: Meeting,
  pointId: string,
  to: Meeting,
  now: string,
): Meeting => leave(from, pointId, carriedTo(to, now));

/** Lets one open point go for good. */
export function dropPoint(meeting: Meeting, pointId: string, now: string): AgendaChange {
  return leaveOpen(meeting, pointId, () => ({ kind: 'dropped', at: now }));
}

/** Makes a promise of one open point: mine to do it, theirs to delegate it. */
export function turnIntoAction(
  meeting: Meeting,
  pointId: string,
  { id, owner, dueOn, now }: Pick<NewAction, 'id' | 'owner' | 'dueOn' | 'now'>,
): AgendaChange {
  const left = leaveOpen(meeting, pointId, () => ({ kind: 'action', actionId: id, at: now }));
  const point = meeting.agenda.find((one) => one.id === pointId);
  if (!left.ok || point === undefined) return noSuchPoint;
  const { text, stance } = point;
  const action = { id, owner, dueOn, now, text, stance, fromPointId: pointId };
  return { ok: true, meeting: addAction(left.meeting, action) };
}

/** Closes one open point with what was decided, in a sentence. */
export function decidePoint(
  meeting: Meeting,
  pointId: string,
  { text, now }: { readonly text: string; readonly now: string },
): AgendaChange {
  return leaveOpen(meeting, pointId, () => ({ kind: 'decision', text, at: now }));
}

const noSuchPoint: AgendaChange = { ok: false, problem: 'no-such-point' };

function carry(from: Meeting, to: Meeting, open: readonly TalkingPoint[], now: string): Carried {
  if (from.id === to.id) return { from, to };
  return {
    from: open.reduce((meeting, { id }) => leave(meeting, id, carriedTo(to, now)), from),
    to: open.reduce((meeting, point) => receive(meeting, point, from.id), to),
  };
}

const carriedTo = ({ id }: Meeting, now: string): LeftAs => ({
  kind: 'carried',
  toMeetingId: id,
  at: now,
});

function leaveOpen(meeting: Meeting, pointId: string, leftAs: () => LeftAs): AgendaChange {
  const point = meeting.agenda.find(({ id }) => id === pointId);
  if (point === undefined || !isOpenPoint(point)) return noSuchPoint;
  return { ok: true, meeting: leave(meeting, pointId, leftAs()) };
}

function leave(meeting: Meeting, pointId: string, leftAs: LeftAs): Meeting {
  return {
    ...meeting,
    agenda: meeting.agenda.map((point) => (point.id === pointId ? { ...point, leftAs } : point)),
  };
}

/**
 * Takes in a point that moves on. One that is there already came here before, from another computer:
 * it stays as it is, unless it had moved on from here and now comes back.
 */
function receive(meeting: Meeting, point: TalkingPoint, fromMeetingId: string): Meeting {
  const known = meeting.agenda.find(({ id }) => id === point.id);
  if (known !== undefined && known.leftAs?.kind !== 'carried') return meeting;
  const others = meeting.agenda.filter((one) => one !== known);
  const received: TalkingPoint = {
    ...point,
    rank: rankBehind(others),
    carriedFrom: fromMeetingId,
    carryCount: point.carryCount + 1,
    discussedAt: null,
    leftAs: null,
  };
  return { ...meeting, agenda: [...others, received] };
}
