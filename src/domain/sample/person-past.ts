import { carryOpenPoints, dropPoint } from '../agenda/carry.ts';
import type { AgendaTemplate } from '../agenda/apply-template.ts';
import { undatedMeeting } from '../agenda/meeting-times.ts';
import { openPoints } from '../agenda/points.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Meeting, Side } from '../documents/meeting.ts';
import { addMinutes, epochOf, localDateOf } from '../time/instants.ts';
import type { AgendaParts } from './agenda-writer.ts';
import { AgendaWriter } from './agenda-writer.ts';
import { hold, wrapUp } from './hold.ts';
import type { Slot } from './slots.ts';

/** What the past with one person is told from. */
interface PastParts extends Omit<AgendaParts, 'newId'> {
  readonly newId: (kind: 'point' | 'action' | 'meeting') => string;
  readonly personId: string;
  /** UTC instant. */
  readonly now: string;
  readonly timeZone: string;
  readonly slots: readonly Slot[];
  readonly observations: readonly Feedback[];
  /** Which template the n-th 1:1 begins with; null for none. */
  readonly templateFor: (index: number) => AgendaTemplate | null;
  /** A point that nobody gets to is raised in the last but so many 1:1s, from 1 on; 0 for none. */
  readonly stubbornSince: number;
}

/** The meetings with one person, and what became of what was noticed about them. */
interface Past {
  readonly meetings: readonly Meeting[];
  readonly feedback: readonly Feedback[];
}

/** Tells the 1:1s with one person one after the other, from the first to the next one to come. */
export function tellPast(parts: PastParts): Past {
  return new PersonPast(parts).tell();
}

/** A 1:1 that ended so lately is not wrapped up yet. */
const wrapUpMinutes = 90;

class PersonPast {
  readonly #parts: PastParts;
  readonly #writer: AgendaWriter;
  readonly #meetings: Meeting[] = [];
  readonly #feedback: Map<string, Feedback>;
  /** The plan that took in what was left of the 1:1 before. */
  #waiting: Meeting | null = null;

  constructor(parts: PastParts) {
    this.#parts = parts;
    this.#writer = new AgendaWriter(parts);
    this.#feedback = new Map(parts.observations.map((one) => [one.id, one]));
  }

  tell(): Past {
    const past = this.#parts.slots.filter(({ fate }) => fate !== 'upcoming');
    const [upcoming] = this.#parts.slots.filter(({ fate }) => fate === 'upcoming');
    for (const [index, slot] of past.entries()) {
      const isStubborn = past.length - index === this.#parts.stubbornSince;
      this.#pass(slot, index, past[index + 1] ?? upcoming ?? null, isStubborn);
    }
    if (upcoming !== undefined) this.#lookAhead(upcoming, past.length);
    if (this.#waiting !== null) this.#meetings.push(this.#waiting);
    return { meetings: this.#meetings, feedback: [...this.#feedback.values()] };
  }

  /** One 1:1 that is over, whether it took place or not. */
  #pass(slot: Slot, index: number, next: Slot | null, isStubborn: boolean): void {
    const { now, dice } = this.#parts;
    const prepared = this.#prepare(slot, index);
    const raisedOn = this.#dateOf(slot.startsAt);
    const planned = isStubborn ? this.#writer.withStubbornPoint(prepared, raisedOn) : prepared;
    this.#waiting = null;
    if (slot.fate !== 'held') {
      const status = slot.fate === 'skipped' ? 'skipped' : 'cancelled';
      this.#leave({ ...planned, status }, next, addMinutes(slot.startsAt, -dice.between(60, 900)));
      return;
    }
    const held = hold(planned, slot, { ...this.#parts, writer: this.#writer });
    this.#deliver(held, slot.endsAt);
    const at = addMinutes(slot.endsAt, dice.between(1, 40));
    if (epochOf(now) - epochOf(slot.endsAt) < wrapUpMinutes * 60_000) this.#meetings.push(held);
    else this.#leave(wrapUp(held, at, dice), next, at);
  }

  /** Moves what is open on to the next 1:1; where there is none to come, to a plan without a date. */
  #leave(meeting: Meeting, next: Slot | null, at: string): void {
    const open = openPoints(meeting.agenda);
    const { newId, personId, slots, now } = this.#parts;
    const isLast = next === null;
    const { timeZone, durationMinutes } = meeting;
    if (open.length === 0) {
      this.#meetings.push(meeting);
    } else if (isLast && slots.length > 0 && this.#hasLeft) {
      this.#meetings.push(open.reduce((before, { id }) => dropped(before, id, at), meeting));
    } else {
      const made = { id: newId('meeting'), now: epochOf(at) > epochOf(now) ? now : at };
      const plan =
        next?.plan(made) ?? undatedMeeting({ personId, timeZone, durationMinutes, ...made });
      const { from, to } = carryOpenPoints(meeting, plan, at);
      this.#meetings.push(from);
      this.#waiting = to;
    }
  }

  get #hasLeft(): boolean {
    return this.#parts.member.turn === 'left';
  }

  /** The next 1:1 to come: planned already if something was carried to it, or at times otherwise. */
  #lookAhead(slot: Slot, index: number): void {
    const { dice, member } = this.#parts;
    if (this.#waiting === null && !dice.happens(0.35) && member.turn !== 'new') return;
    this.#waiting = this.#prepare(slot, index);
  }

  #prepare(slot: Slot, index: number): Meeting {
    const { dice, now, newId, member, templateFor } = this.#parts;
    const before = addMinutes(slot.startsAt, -dice.between(30, 1700));
    const at = epochOf(before) < epochOf(now) ? before : addMinutes(now, -dice.between(10, 300));
    const raisedOn = this.#dateOf(at);
    let meeting = this.#waiting ?? slot.plan({ id: newId('meeting'), now: at });
    const isFuture = slot.fate === 'upcoming';
    const template = slot.fate === 'held' || isFuture ? templateFor(index) : null;
    if (template !== null) meeting = this.#writer.withTemplate(meeting, template, raisedOn);
    if (isFuture && member.turn === 'new') return meeting;
    meeting = this.#writer.withStories(meeting, this.#sides(isFuture, template !== null), raisedOn);
    return isFuture ? meeting : this.#withSuggestions(meeting, raisedOn, at);
  }

  /** Who brings how much. */
  #sides(isFuture: boolean, hasTemplate: boolean): readonly Side[] {
    const { dice, member } = this.#parts;
    const [mine, theirs] = member.isQuiet
      ? [dice.between(1, 3), dice.between(0, 1)]
      : [dice.between(0, 2), dice.between(1, 3)];
    const most = isFuture || hasTemplate ? 1 : 3;
    return [
      ...Array.from({ length: Math.min(most, theirs) }, () => 'them' as const),
      ...Array.from({ length: Math.min(most, mine) }, () => 'me' as const),
    ];
  }

  #withSuggestions(planned: Meeting, raisedOn: string, at: string): Meeting {
    const { dice } = this.#parts;
    let meeting = planned;
    const waiting = this.#toDeliver(at);
    const earlier = this.#meetings.at(-1);
    if (waiting !== null && dice.happens(0.6)) {
      meeting = this.#writer.withFeedback(meeting, waiting, raisedOn);
    }
    if (dice.happens(0.3)) meeting = this.#writer.withQuestion(meeting, raisedOn);
    if (dice.happens(0.08)) meeting = this.#writer.withOldTopic(meeting, raisedOn);
    if (earlier !== undefined && dice.happens(0.1)) {
      meeting = this.#writer.withOldPromise(meeting, earlier, raisedOn);
    }
    return meeting;
  }

  /** What was noticed by then and neither said nor on an agenda. */
  #toDeliver(at: string): Feedback | null {
    const planned = new Set(
      (this.#waiting?.agenda ?? []).flatMap(({ origin }) =>
        origin.kind === 'feedback' ? [origin.feedbackId] : [],
      ),
    );
    const [first = null] = [...this.#feedback.values()].filter(
      ({ id, deliveredAt, createdAt }) =>
        deliveredAt === null && epochOf(createdAt) < epochOf(at) && !planned.has(id),
    );
    return first;
  }

  /** What was on the agenda and checked off has been said. */
  #deliver(held: Meeting, at: string): void {
    for (const { origin, discussedAt } of held.agenda) {
      if (origin.kind !== 'feedback' || discussedAt === null) continue;
      const feedback = this.#feedback.get(origin.feedbackId);
      if (feedback === undefined) continue;
      this.#feedback.set(feedback.id, { ...feedback, deliveredAt: at, deliveredIn: held.id });
    }
  }

  #dateOf(instant: string): string {
    return localDateOf(instant, this.#parts.timeZone);
  }
}

function dropped(meeting: Meeting, pointId: string, at: string): Meeting {
  const change = dropPoint(meeting, pointId, at);
  return change.ok ? change.meeting : meeting;
}
