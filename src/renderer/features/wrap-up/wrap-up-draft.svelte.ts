import { isToBeAsked } from '../../../domain/agenda/carry.ts';
import { isOpenPoint } from '../../../domain/agenda/points.ts';
import type { Feedback } from '../../../domain/documents/feedback.ts';
import type { ActionItem, Meeting, Side, TalkingPoint } from '../../../domain/documents/meeting.ts';
import type { CallInput } from '../../../ipc/contract.ts';
import type { NextDate } from '../../../ipc/views.ts';

/** What the user says becomes of an unfinished point. */
export type Fate = 'carry' | 'do' | 'delegate' | 'decide' | 'drop';

/** One unfinished point and what is to become of it. */
interface PointDraft {
  /** Null while the user, who is asked, has not answered. */
  readonly fate: Fate | null;
  readonly dueOn: string | null;
  readonly decision: string;
}

interface ActionDraft {
  readonly owner: Side;
  readonly dueOn: string | null;
}

export type FeedbackKind = Feedback['feedbackKind'];

interface FeedbackDraft {
  readonly feedbackKind: FeedbackKind;
  readonly text: string;
}

/** What keeps the wrap-up from being finished: the place to go to. */
export type Gap =
  { readonly kind: 'fate' | 'decision'; readonly pointId: string } | { readonly kind: 'date' };

type WrapUpInput = CallInput<'meetings.wrapUp'>;

/** The wrap-up of one meeting as far as it has got; nothing of it is done before the end. */
export class WrapUpDraft {
  points = $state.raw<Readonly<Record<string, PointDraft>>>({});
  actions = $state.raw<Readonly<Record<string, ActionDraft>>>({});
  given = $state.raw<readonly FeedbackDraft[]>([]);
  /** The line that is being typed; what stands there at the end counts. */
  typed = $state<string>('');
  typedKind = $state<FeedbackKind>('positive');
  said = $state.raw<readonly string[]>([]);
  isNextMoved = $state(false);
  nextDate = $state('');
  nextTime = $state('');
  nextMinutes = $state('');

  pointOf(point: TalkingPoint): PointDraft {
    return (
      this.points[point.id] ?? {
        fate: isToBeAsked(point) ? null : 'carry',
        dueOn: null,
        decision: '',
      }
    );
  }

  changePoint(point: TalkingPoint, change: Partial<PointDraft>): void {
    this.points = { ...this.points, [point.id]: { ...this.pointOf(point), ...change } };
  }

  actionOf({ id, owner, dueOn }: ActionItem): ActionDraft {
    return this.actions[id] ?? { owner, dueOn };
  }

  changeAction(action: ActionItem, change: Partial<ActionDraft>): void {
    this.actions = { ...this.actions, [action.id]: { ...this.actionOf(action), ...change } };
  }

  /** Takes the typed line into the list. */
  addGiven(): void {
    this.given = this.#allGiven();
    this.typed = '';
  }

  removeGiven(index: number): void {
    this.given = this.given.filter((_, place) => place !== index);
  }

  markSaid(feedbackId: string, isSaid: boolean): void {
    const others = this.said.filter((id) => id !== feedbackId);
    this.said = isSaid ? [...others, feedbackId] : others;
  }

  /** Opens the fields of the next date with what is known. */
  moveNext({ startLocal, durationMinutes }: NextDate): void {
    this.isNextMoved = true;
    this.nextDate ||= startLocal?.slice(0, 10) ?? '';
    this.nextTime ||= startLocal?.slice(11, 16) ?? '';
    this.nextMinutes ||= String(durationMinutes);
  }

  /** The first thing that is still to be said; null when all is. */
  gapIn(meeting: Meeting): Gap | null {
    for (const point of meeting.agenda.filter(isOpenPoint)) {
      const { fate, decision } = this.pointOf(point);
      if (fate === null) return { kind: 'fate', pointId: point.id };
      if (fate === 'decide' && decision.trim() === '')
        return { kind: 'decision', pointId: point.id };
    }
    return this.isNextMoved && this.#newTime() === null ? { kind: 'date' } : null;
  }

  /** What is to be done, once there is no gap. */
  inputFor({ id, agenda, actionItems }: Meeting): WrapUpInput {
    const open = agenda.filter(isOpenPoint);
    return {
      meetingId: id,
      points: open.map((point) => this.#fateOf(point)),
      actions: actionItems
        .filter((action) => this.actions[action.id] !== undefined)
        .map((action) => ({ actionId: action.id, ...this.actionOf(action) })),
      feedback: [...this.#allGiven()],
      deliveredFeedbackIds: [...this.said],
      nextTime: this.isNextMoved ? this.#newTime() : null,
    };
  }

  /** All lines of feedback, with the one that is being typed. */
  #allGiven(): readonly FeedbackDraft[] {
    const text = this.typed.trim();
    return text === '' ? this.given : [...this.given, { feedbackKind: this.typedKind, text }];
  }

  #fateOf(point: TalkingPoint): WrapUpInput['points'][number] {
    const { fate, dueOn, decision } = this.pointOf(point);
    const pointId = point.id;
    switch (fate) {
      case null:
      case 'carry':
        return { kind: 'carry', pointId };
      case 'drop':
        return { kind: 'drop', pointId };
      case 'do':
        return { kind: 'action', pointId, owner: 'me', dueOn };
      case 'delegate':
        return { kind: 'action', pointId, owner: 'them', dueOn };
      case 'decide':
        return { kind: 'decision', pointId, text: decision.trim() };
    }
  }

  #newTime(): WrapUpInput['nextTime'] {
    return newTimeOf(this.nextDate, this.nextTime, this.nextMinutes);
  }
}

/** A time from what stands in three fields; null while one of them says nothing usable. */
export function newTimeOf(date: string, time: string, minutes: string): WrapUpInput['nextTime'] {
  const durationMinutes = Number(minutes);
  const isLength =
    Number.isInteger(durationMinutes) && durationMinutes >= 1 && durationMinutes <= 1440;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time) || !isLength) return null;
  return { startLocal: `${date}T${time}`, durationMinutes };
}

/** The wrap-ups that are under way in this window, so that one can be left and come back to. */
export class WrapUpDrafts {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- looked up once, never drawn
  readonly #drafts = new Map<string, WrapUpDraft>();

  of(meetingId: string): WrapUpDraft {
    const draft = this.#drafts.get(meetingId) ?? new WrapUpDraft();
    this.#drafts.set(meetingId, draft);
    return draft;
  }

  /** It is finished. */
  forget(meetingId: string): void {
    this.#drafts.delete(meetingId);
  }
}
