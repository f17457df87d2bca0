import { addAction, changeAction } from '../agenda/actions.ts';
import { decidePoint, dropPoint, turnIntoAction } from '../agenda/carry.ts';
import type { AgendaChange } from '../agenda/change.ts';
import { writeNotes } from '../agenda/notes.ts';
import { changePoint, openPoints } from '../agenda/points.ts';
import type { Meeting, Side, TalkingPoint } from '../documents/meeting.ts';
import { addMinutes, epochOf, localDateOf } from '../time/instants.ts';
import type { Weekday } from '../time/weekdays.ts';
import { previousWorkingDay, weekdayOf } from '../time/weekdays.ts';
import type { AgendaParts, AgendaWriter, Outcome } from './agenda-writer.ts';
import type { Dice } from './dice.ts';
import type { Slot } from './slots.ts';
import { lastResort, openings, privateNotes, reflections } from './stories/words.ts';
import { fill } from './telling.ts';

const dayMinutes = 24 * 60;
/** At this carry the user is asked, and something is done about it. */
const carriesAtMost = 4;
/** Of promises of the last weeks many are open, of older ones few, of old ones none. */
const [recentDays, oldDays] = [40, 200];

/** What holding a 1:1 takes. */
interface HoldParts extends Pick<AgendaParts, 'dice' | 'newId'> {
  readonly writer: AgendaWriter;
  /** UTC instant: what was promised is done by then, or not. */
  readonly now: string;
}

/** A 1:1 as it is when both get up: points checked off, promises made, notes taken. */
export function hold(planned: Meeting, { startsAt }: Slot, parts: HoldParts): Meeting {
  const notes: string[] = [];
  let meeting = planned;
  for (const [index, point] of openPoints(planned.agenda).entries()) {
    const outcome = parts.writer.outcomeOf(point.id);
    if (outcome.carries > point.carryCount) continue;
    const at = addMinutes(startsAt, 3 + 4 * index);
    meeting = talkedAbout(meeting, point, { outcome, at, notes }, parts);
  }
  const { dice } = parts;
  const text = [...(dice.happens(0.7) ? [dice.oneOf(openings), ''] : []), ...notes].join('\n');
  const own = dice.happens(0.3) ? dice.oneOf(privateNotes) : '';
  return { ...writeNotes(meeting, { notes: text, privateNotes: own }), status: 'held' };
}

/** The same after its end: a minute for oneself, and it is done. */
export function wrapUp(meeting: Meeting, at: string, dice: Dice): Meeting {
  const reflection = dice.happens(0.5) ? dice.oneOf(reflections) : '';
  return { ...writeNotes(meeting, { reflection }), wrappedUpAt: at };
}

interface Talk {
  readonly outcome: Outcome;
  readonly at: string;
  /** What is written down, one line after the other. */
  readonly notes: string[];
}

function talkedAbout(meeting: Meeting, point: TalkingPoint, talk: Talk, parts: HoldParts): Meeting {
  const { outcome, at, notes } = talk;
  const isTyped = point.origin.kind === 'typed';
  if (isTyped && point.carryCount >= carriesAtMost - 1) return settled(meeting, point, talk, parts);
  notes.push(`- ${outcome.notes}`);
  if (outcome.decision !== null) {
    notes.push(`- Decided: ${outcome.decision}.`);
    return made(decidePoint(meeting, point.id, { text: outcome.decision, now: at }));
  }
  const discussed = made(changePoint(meeting, point.id, { isDiscussed: true }, at));
  if (outcome.action === null) return discussed;
  const [owner, text] = outcome.action;
  const id = parts.newId('action');
  const dueOn = dueDate(parts.dice, at);
  const promised = addAction(discussed, {
    ...{ id, owner, text, dueOn },
    ...{ fromPointId: point.id, stance: point.stance, now: at },
  });
  return kept(promised, { id, at, dueOn }, parts);
}

/** Something is done about a point that was carried often: decided, promised, or let go. */
function settled(
  meeting: Meeting,
  point: TalkingPoint,
  { at, notes }: Talk,
  parts: HoldParts,
): Meeting {
  const { dice } = parts;
  if (dice.happens(0.3)) return made(dropPoint(meeting, point.id, at));
  if (dice.happens(0.5)) {
    const [text = ''] = fill([dice.oneOf(lastResort)], dice);
    notes.push(`- Decided at last: ${text}.`);
    return made(decidePoint(meeting, point.id, { text, now: at }));
  }
  const owner: Side = dice.happens(0.5) ? 'me' : 'them';
  const id = parts.newId('action');
  const dueOn = dueDate(dice, at);
  const promised = made(turnIntoAction(meeting, point.id, { id, owner, dueOn, now: at }));
  return kept(promised, { id, at, dueOn }, parts);
}

/** Marks a promise done if it was by now: mostly before its date, at times after it. */
function kept(
  meeting: Meeting,
  promise: { readonly id: string; readonly at: string; readonly dueOn: string | null },
  { dice, now }: HoldParts,
): Meeting {
  const ageDays = (epochOf(now) - epochOf(promise.at)) / (dayMinutes * 60_000);
  const isKept = ageDays > oldDays || dice.happens(ageDays < recentDays ? 0.55 : 0.96);
  const doneAt = addMinutes(promise.at, dice.between(1, 12) * dayMinutes + dice.between(30, 300));
  if (!isKept || epochOf(doneAt) > epochOf(now)) return meeting;
  return made(changeAction(meeting, promise.id, { isDone: true }, doneAt));
}

/** Some days on, at the weekend the Friday before; at times nobody says by when. */
function dueDate(dice: Dice, at: string): string | null {
  const date = localDateOf(addMinutes(at, dice.between(2, 14) * dayMinutes), 'UTC');
  if (dice.happens(0.1)) return null;
  return isWorkingDay(date) ? date : previousWorkingDay(date, workingDays);
}

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5];
const isWorkingDay = (date: string): boolean => workingDays.includes(weekdayOf(date));

function made(change: AgendaChange): Meeting {
  if (!change.ok) throw new Error(`The sample names what is not there: ${change.problem}.`);
  return change.meeting;
}
