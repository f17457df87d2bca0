import { isToBeAsked } from '../../../domain/agenda/carry.ts';
import { isTooLong } from '../../../domain/agenda/line-limit.ts';
import { isOpenPoint } from '../../../domain/agenda/points.ts';
import { feedbackToldBy } from '../../../domain/agenda/said-in.ts';
import type { Feedback } from '../../../domain/documents/feedback.ts';
import type {
  ActionItem,
  Meeting,
  TalkingPoint,
  WrapUpDraft as StoredDraft,
} from '../../../domain/documents/meeting.ts';
import { isSameJson } from '../../../domain/merge/json.ts';
import type { CallInput } from '../../../ipc/contract.ts';
import type { NextDate } from '../../../ipc/views.ts';

type PointDraft = Pick<StoredDraft['points'][number], 'fate' | 'dueOn' | 'decision'>;
type ActionDraft = Pick<StoredDraft['actions'][number], 'owner' | 'dueOn'>;
type FeedbackDraft = StoredDraft['given'][number];

/** What the user says becomes of an unfinished point. */
export type Fate = NonNullable<PointDraft['fate']>;

export type FeedbackKind = Feedback['feedbackKind'];

/** What keeps the wrap-up from being finished: the place to go to. */
export type Gap =
  | { readonly kind: 'fate' | 'decision'; readonly pointId: string }
  | { readonly kind: 'feedback' | 'date' };

type WrapUpInput = CallInput<'meetings.wrapUp'>;

/** The wrap-up of one meeting as far as it has got; nothing of it is done before the end. */
export class WrapUpDraft {
  points = $state.raw<StoredDraft['points']>([]);
  actions = $state.raw<StoredDraft['actions']>([]);
  given = $state.raw<readonly FeedbackDraft[]>([]);
  /** The line that is being typed; what stands there at the end counts. */
  typed = $state<string>('');
  typedKind = $state<FeedbackKind>('positive');
  said = $state.raw<readonly string[]>([]);
  isNextMoved = $state(false);
  nextDate = $state('');
  nextTime = $state('');
  nextMinutes = $state('');
  /** As main has it, or is being told. */
  #kept: StoredDraft;

  /** @param stored as far as it had got before; null for one that begins */
  constructor(stored: StoredDraft | null) {
    if (stored !== null) {
      this.points = stored.points;
      this.actions = stored.actions;
      this.given = stored.given;
      this.typed = stored.typed;
      this.typedKind = stored.typedKind;
      this.said = stored.saidIds;
      this.isNextMoved = stored.next !== null;
      this.nextDate = stored.next?.date ?? '';
      this.nextTime = stored.next?.time ?? '';
      this.nextMinutes = stored.next?.minutes ?? '';
    }
    this.#kept = this.toStore();
  }

  /** All of it, as the meeting keeps it. */
  toStore(): StoredDraft {
    const { points, actions, typed, typedKind, nextDate, nextTime, nextMinutes } = this;
    return {
      ...{ points, actions, typed, typedKind },
      given: [...this.given],
      saidIds: [...this.said],
      next: this.isNextMoved ? { date: nextDate, time: nextTime, minutes: nextMinutes } : null,
    };
  }

  /** Whether something has changed since this was asked before. */
  hasNews(): boolean {
    const now = this.toStore();
    const isNew = !isSameJson(now, this.#kept);
    this.#kept = now;
    return isNew;
  }

  pointOf(point: TalkingPoint): PointDraft {
    return (
      this.points.find(({ id }) => id === point.id) ?? {
        fate: isToBeAsked(point) ? null : 'carry',
        dueOn: null,
        decision: '',
      }
    );
  }

  changePoint(point: TalkingPoint, change: Partial<PointDraft>): void {
    const changed = { ...this.pointOf(point), ...change, id: point.id };
    this.points = [...this.points.filter(({ id }) => id !== point.id), changed];
  }

  actionOf({ id, owner, dueOn }: ActionItem): ActionDraft {
    return this.actions.find((one) => one.id === id) ?? { owner, dueOn };
  }

  changeAction(action: ActionItem, change: Partial<ActionDraft>): void {
    const changed = { ...this.actionOf(action), ...change, id: action.id };
    this.actions = [...this.actions.filter(({ id }) => id !== action.id), changed];
  }

  /** Takes the typed line into the list. */
  addGiven(): void {
    this.given = this.#allGiven();
    this.typed = '';
  }

  removeGiven(id: string): void {
    this.given = this.given.filter((one) => one.id !== id);
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

  /** The points of which something is to be said; what was said as feedback is done with. */
  unfinishedIn({ agenda }: Pick<Meeting, 'agenda'>): readonly TalkingPoint[] {
    return agenda.filter(
      (point) => isOpenPoint(point) && !this.said.includes(feedbackToldBy(point) ?? ''),
    );
  }

  /** The first thing that is still to be said; null when all is. */
  gapIn(meeting: Meeting): Gap | null {
    for (const point of this.unfinishedIn(meeting)) {
      const { fate, decision } = this.pointOf(point);
      if (fate === null) return { kind: 'fate', pointId: point.id };
      if (fate === 'decide' && (decision.trim() === '' || isTooLong(decision)))
        return { kind: 'decision', pointId: point.id };
    }
    if (isTooLong(this.typed)) return { kind: 'feedback' };
    return this.isNextMoved && this.#newTime() === null ? { kind: 'date' } : null;
  }

  /** What is to be done, once there is no gap. */
  inputFor(meeting: Meeting): WrapUpInput {
    const { id, actionItems } = meeting;
    return {
      meetingId: id,
      points: this.unfinishedIn(meeting).map((point) => this.#fateOf(point)),
      actions: actionItems
        .filter((action) => this.actions.some(({ id: actionId }) => actionId === action.id))
        .map((action) => {
          const { owner, dueOn } = this.actionOf(action);
          return { actionId: action.id, owner, dueOn };
        }),
      feedback: this.#allGiven().map(({ feedbackKind, text }) => ({ feedbackKind, text })),
      deliveredFeedbackIds: [...this.said],
      nextTime: this.isNextMoved ? this.#newTime() : null,
    };
  }

  /** All lines of feedback, with the one that is being typed. */
  #allGiven(): readonly FeedbackDraft[] {
    const text = this.typed.trim();
    const line = { id: crypto.randomUUID(), feedbackKind: this.typedKind, text };
    return text === '' ? this.given : [...this.given, line];
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
