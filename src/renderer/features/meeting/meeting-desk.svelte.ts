import type {
  ActionItem,
  Meeting,
  Side,
  TalkingPoint,
  Visibility,
} from '../../../domain/documents/meeting.ts';
import type { ItemDecision } from '../../../domain/decision/sent-items.ts';
import type { Result } from '../../../ipc/result.ts';
import type { Api } from '../../api/client.ts';
import type { LiveResource } from '../../api/live.svelte.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';
import { ItemEdits } from './item-edits.svelte.ts';

type PointChange = Partial<
  Pick<TalkingPoint, 'text' | 'addedBy' | 'visibility' | 'stance' | 'topic'>
>;
type ActionChange = Partial<Pick<ActionItem, 'text' | 'owner' | 'dueOn' | 'stance'>>;

interface Parts {
  readonly api: Api;
  readonly meetingId: string;
  readonly resource: LiveResource<'meetings.read'>;
  /** Shows what became of edits of the agenda, and of the action items. */
  readonly agendaSave: SaveState;
  readonly actionSave: SaveState;
}

/** One meeting on screen: its agenda and action items, and all that can be done with them. */
export class MeetingDesk {
  readonly points: ItemEdits<TalkingPoint>;
  readonly actions: ItemEdits<ActionItem>;
  readonly agendaSave: SaveState;
  readonly actionSave: SaveState;
  readonly #api: Api;
  readonly #meetingId: string;
  readonly #resource: LiveResource<'meetings.read'>;
  #unsavedItems = 0;

  constructor({ api, meetingId, resource, agendaSave, actionSave }: Parts) {
    this.#api = api;
    this.#meetingId = meetingId;
    this.agendaSave = agendaSave;
    this.actionSave = actionSave;
    this.#resource = resource;
    this.points = new ItemEdits({
      save: agendaSave,
      stored: () => resource.value?.meeting.agenda ?? [],
      accept: (items) => {
        this.#accept({ agenda: [...items] });
      },
    });
    this.actions = new ItemEdits({
      save: actionSave,
      stored: () => resource.value?.meeting.actionItems ?? [],
      accept: (items) => {
        this.#accept({ actionItems: [...items] });
      },
    });
  }

  get meetingId(): string {
    return this.#meetingId;
  }

  /** Whether the 1:1 is still to be held: what is added to one that is over goes on to the next. */
  get isPlanned(): boolean {
    return (this.#resource.value?.meeting.status ?? 'planned') === 'planned';
  }

  /** Whether a point can be checked off here, or opened again; one that has left may come back for it. */
  canBeTicked({ id, leftAs, discussedAt }: TalkingPoint): boolean {
    if (leftAs === null || discussedAt !== null) return true;
    return this.#resource.value?.canComeBack.includes(id) ?? false;
  }

  /** The decision that an item comes from; null for none. */
  decisionOf(itemId: string): ItemDecision | null {
    return this.#resource.value?.decisions.find((one) => one.itemId === itemId) ?? null;
  }

  /** Fills the empty agenda from a template. */
  async applyTemplate(templateId: string): Promise<Result<Meeting>> {
    const input = { meetingId: this.#meetingId, templateId };
    const result = await this.#api.call('meetings.applyTemplate', input);
    if (result.ok) {
      const { agenda, templateId: usedId } = result.value;
      this.#accept({ agenda, templateId: usedId });
    }
    return result;
  }

  addPoint(text: string, addedBy: Side, visibility: Visibility): void {
    const shown: TalkingPoint = {
      id: this.#unsavedId(),
      rank: '',
      text,
      addedBy,
      visibility,
      stance: null,
      topic: null,
      origin: { kind: 'typed' },
      carriedFrom: null,
      carryCount: 0,
      firstRaisedOn: '',
      discussedAt: null,
      leftAs: null,
    };
    const meetingId = this.#meetingId;
    void this.points.add(shown, () =>
      this.#api.call('meetings.addPoint', { meetingId, text, addedBy, visibility }),
    );
  }

  changePoint(pointId: string, change: PointChange): void {
    this.points.change(pointId, change, this.#sendPoint(pointId, change));
  }

  typePoint(pointId: string, text: string): void {
    this.points.type(pointId, { text }, this.#sendPoint(pointId, { text }));
  }

  markDiscussed(pointId: string, isDiscussed: boolean): void {
    const discussedAt = isDiscussed ? Temporal.Now.instant().toString() : null;
    this.points.change(pointId, { discussedAt }, this.#sendPoint(pointId, { isDiscussed }));
  }

  movePoint(pointId: string, toIndex: number): Promise<void> {
    const input = { meetingId: this.#meetingId, pointId, toIndex };
    return this.points.move(pointId, toIndex, () => this.#api.call('meetings.movePoint', input));
  }

  removePoint(pointId: string): Promise<boolean> {
    const input = { meetingId: this.#meetingId, pointId };
    return this.points.remove(pointId, () => this.#api.call('meetings.removePoint', input));
  }

  addAction(text: string, owner: Side, dueOn: string | null): void {
    const shown: ActionItem = {
      id: this.#unsavedId(),
      rank: '',
      text,
      owner,
      dueOn,
      doneAt: null,
      stance: null,
      fromPointId: null,
      carriedFrom: null,
      createdAt: '',
    };
    const meetingId = this.#meetingId;
    void this.actions.add(shown, () =>
      this.#api.call('meetings.addAction', { meetingId, text, owner, dueOn }),
    );
  }

  /**
   * Makes an action item of a line of the notes. Where the line was one before, since its mark was taken
   * back or it was written anew, it stays that one, with the date that the line names now.
   */
  takeAction(text: string, owner: Side, dueOn: string | null): void {
    const known = this.actions.items.find(
      ({ item }) => item.text === text && item.owner === owner && item.doneAt === null,
    );
    if (known === undefined) this.addAction(text, owner, dueOn);
    else if (known.isKnown && dueOn !== null && dueOn !== known.item.dueOn)
      this.changeAction(known.item.id, { dueOn });
  }

  changeAction(actionId: string, change: ActionChange): void {
    this.actions.change(actionId, change, this.#sendAction(actionId, change));
  }

  typeAction(actionId: string, text: string): void {
    this.actions.type(actionId, { text }, this.#sendAction(actionId, { text }));
  }

  markDone(actionId: string, isDone: boolean): void {
    const doneAt = isDone ? Temporal.Now.instant().toString() : null;
    this.actions.change(actionId, { doneAt }, this.#sendAction(actionId, { isDone }));
  }

  removeAction(actionId: string): Promise<boolean> {
    const input = { meetingId: this.#meetingId, actionId };
    return this.actions.remove(actionId, () => this.#api.call('meetings.removeAction', input));
  }

  #sendPoint(pointId: string, change: PointChange & { isDiscussed?: boolean }) {
    const input = { meetingId: this.#meetingId, pointId, ...change };
    return () => this.#api.call('meetings.changePoint', input);
  }

  #sendAction(actionId: string, change: ActionChange & { isDone?: boolean }) {
    const input = { meetingId: this.#meetingId, actionId, ...change };
    return () => this.#api.call('meetings.changeAction', input);
  }

  #accept(part: Partial<Pick<Meeting, 'agenda' | 'actionItems' | 'templateId'>>): void {
    const view = this.#resource.value;
    if (view !== null) this.#resource.value = { ...view, meeting: { ...view.meeting, ...part } };
  }

  #unsavedId(): string {
    this.#unsavedItems += 1;
    return `unsaved-${this.#unsavedItems}`;
  }
}
