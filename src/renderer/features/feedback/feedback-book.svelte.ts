import type { Feedback } from '../../../domain/documents/feedback.ts';
import { sortFeedback } from '../../../domain/feedback/feedback-changes.ts';
import type { FeedbackView, MeetingPointer } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import type { LiveResource } from '../../api/live.svelte.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';
import { ItemEdits, type ShownItem } from '../meeting/item-edits.svelte.ts';

export type FeedbackKind = Feedback['feedbackKind'];

interface Parts {
  readonly api: Api;
  readonly personId: string;
  readonly resource: LiveResource<'feedback.list'>;
  readonly save: SaveState;
}

/** The feedback for one person on screen, and all that can be done with it. */
export class FeedbackBook {
  readonly save: SaveState;
  readonly #edits: ItemEdits<Feedback>;
  readonly #parts: Parts;
  #unsavedItems = 0;

  readonly toDeliver: readonly ShownItem<Feedback>[] = $derived.by(() =>
    this.#edits.items.filter(({ item }) => item.deliveredAt === null),
  );
  readonly delivered: readonly ShownItem<Feedback>[] = $derived.by(() =>
    this.#edits.items.filter(({ item }) => item.deliveredAt !== null),
  );

  constructor(parts: Parts) {
    this.#parts = parts;
    this.save = parts.save;
    this.#edits = new ItemEdits({
      save: parts.save,
      stored: () => storedIn(parts.resource.value),
      accept: (items) => {
        this.#accept(items);
      },
    });
  }

  /** The meeting in which something was said; null for elsewhere, or one that is gone. */
  meetingOf({ deliveredIn }: Feedback): MeetingPointer | null {
    return deliveredIn === null ? null : pointerIn(this.#parts.resource.value, deliveredIn);
  }

  add(text: string, feedbackKind: FeedbackKind, noticedOn: string): void {
    const { api, personId } = this.#parts;
    this.#unsavedItems += 1;
    const shown: Feedback = {
      kind: 'feedback',
      version: 1,
      id: `unsaved-${this.#unsavedItems}`,
      ...{ personId, feedbackKind, text, noticedOn },
      deliveredAt: null,
      deliveredIn: null,
      createdAt: '',
    };
    const input = { personId, feedbackKind, text, noticedOn };
    void this.#edits.add(shown, () => api.call('feedback.add', input));
  }

  type(feedbackId: string, text: string): void {
    const { api } = this.#parts;
    this.#edits.type(feedbackId, { text }, () => api.call('feedback.change', { feedbackId, text }));
  }

  change(feedbackId: string, change: Partial<Pick<Feedback, 'feedbackKind' | 'noticedOn'>>): void {
    const { api } = this.#parts;
    this.#edits.change(feedbackId, change, () =>
      api.call('feedback.change', { feedbackId, ...change }),
    );
  }

  /** @param meetingId where it was said; null for elsewhere */
  deliver(feedbackId: string, meetingId: string | null): void {
    const { api } = this.#parts;
    const deliveredAt = Temporal.Now.instant().toString();
    this.#edits.change(feedbackId, { deliveredAt, deliveredIn: meetingId }, () =>
      api.call('feedback.deliver', { feedbackId, meetingId }),
    );
  }

  undeliver(feedbackId: string): void {
    const { api } = this.#parts;
    this.#edits.change(feedbackId, { deliveredAt: null, deliveredIn: null }, () =>
      api.call('feedback.undeliver', { feedbackId }),
    );
  }

  remove(feedbackId: string): Promise<boolean> {
    const { api } = this.#parts;
    return this.#edits.remove(feedbackId, () => api.call('feedback.remove', { feedbackId }));
  }

  #accept(items: readonly Feedback[]): void {
    const { resource } = this.#parts;
    const view = resource.value;
    if (view === null) return;
    const { toDeliver, delivered } = sortFeedback(items);
    const said = delivered.map((feedback) => ({
      feedback,
      meeting: pointerIn(view, feedback.deliveredIn ?? ''),
    }));
    resource.value = { ...view, toDeliver, delivered: said };
  }
}

function storedIn(view: FeedbackView | null): readonly Feedback[] {
  if (view === null) return [];
  return [...view.toDeliver, ...view.delivered.map(({ feedback }) => feedback)];
}

function pointerIn(view: FeedbackView | null, meetingId: string): MeetingPointer | null {
  if (view === null) return null;
  const offered = view.meetings.find(({ id }) => id === meetingId);
  const said = view.delivered.find(({ meeting }) => meeting?.id === meetingId);
  return offered ?? said?.meeting ?? null;
}
