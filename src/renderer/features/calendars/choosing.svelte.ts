import type { Relationship } from '../../../domain/documents/relationships.ts';
import type { CallInput } from '../../../ipc/contract.ts';
import type { CalendarPreview, PreviewedEvent } from '../../../ipc/views.ts';
import { m } from '../../../messages/index.ts';
import type { Api } from '../../api/client.ts';
import { Pages } from './pages.svelte.ts';

/** Whose 1:1 an event is: a person's id, somebody new, or nobody's. */
export interface Pick {
  whose: string;
  newName: string;
  relationship: Relationship;
  nameError: string;
}
export const nobody = 'none';
export const somebodyNew = 'new';

type Choice = CallInput<'calendars.choose'>['choices'][number];

const pageSize = 50;

/** What the user says of the events of a calendar, over all pages and searches. */
export class Choosing extends Pages<CalendarPreview, PreviewedEvent> {
  filter = $state<'likely' | 'all'>('likely');
  readonly #picks = $state<Record<string, Pick>>({});
  /** Every event that was shown: nothing is said of one that nobody saw. */
  #shown = $state.raw<readonly PreviewedEvent[]>([]);
  readonly #api: Api;
  readonly #calendarId: string;
  constructor(api: Api, calendarId: string) {
    super();
    this.#api = api;
    this.#calendarId = calendarId;
  }

  override reload = async (): Promise<void> => {
    const isFirst = this.value === null;
    await this.read([]);
    // Nothing could be a 1:1: then all events are of more use than an empty list.
    if (!isFirst || this.value?.likely !== 0) return;
    this.filter = 'all';
    await this.read([]);
  };

  protected override ask(text: string, offset: number) {
    const narrowed = { calendarId: this.#calendarId, text, isLikelyOnly: this.filter === 'likely' };
    return this.#api.call('calendars.preview', { ...narrowed, offset, limit: pageSize });
  }

  protected override rowsOf({ events }: CalendarPreview): readonly PreviewedEvent[] {
    return events;
  }

  protected override arrive(view: CalendarPreview, before: readonly PreviewedEvent[]): void {
    this.#enter(view.events);
    super.arrive(view, before);
  }

  #enter(events: readonly PreviewedEvent[]): void {
    const added = events.filter(({ uid }) => !Object.hasOwn(this.#picks, uid));
    for (const event of added) this.#picks[event.uid] = firstPick(event);
    this.#shown = [...this.#shown, ...added];
  }

  /** What is said of an event; what is shown begins with the guess. */
  pickOf({ uid }: PreviewedEvent): Pick {
    const pick = this.#picks[uid];
    if (pick === undefined) throw new Error('Only events that are shown can be chosen.');
    return pick;
  }

  /** How many of the events that were shown are 1:1s. */
  get oneToOnes(): number {
    return this.#shown.filter((event) => this.pickOf(event).whose !== nobody).length;
  }

  /** Says at their fields which new people have no name; true when all have one. */
  check(): boolean {
    const nameless = this.#shown
      .map((event) => this.pickOf(event))
      .filter(({ whose, newName }) => whose === somebodyNew && newName.trim() === '');
    for (const pick of nameless) pick.nameError = m.calendar_new_name_missing();
    return nameless.length === 0;
  }

  /** What is to be said to main: all 1:1s, and what looked like one and is none. */
  choices(): readonly Choice[] {
    return this.#shown.flatMap((event): readonly Choice[] => {
      const { uid, guess } = event;
      const { whose, newName, relationship } = this.pickOf(event);
      if (whose === somebodyNew)
        return [{ uid, whose: { kind: 'new', name: newName.trim(), relationship } }];
      if (whose !== nobody) return [{ uid, whose: { kind: 'person', personId: whose } }];
      const isSurprising = guess.likelihood !== 'unlikely' || guess.reason === 'chosen';
      return isSurprising ? [{ uid, whose: { kind: 'none' } }] : [];
    });
  }
}

function firstPick({ guess: { likelihood, personId, newName } }: PreviewedEvent): Pick {
  const whose = likelihood === 'likely' ? (personId ?? somebodyNew) : nobody;
  return { whose, newName, relationship: 'report', nameError: '' };
}
