import type { Weekday } from '../../../domain/time/weekdays.ts';
import { draftOf } from './draft-of-series.ts';
import type { DraftErrors, SeriesDraft, SeriesValues } from './series-draft.ts';
import { checkDraft, emptyDraft, hasRhythm, ruleOf, weekdaysOf } from './series-draft.ts';
import { knownZones, zoneMeant } from './zones.ts';

interface FormStart {
  /** The instant from which dates count. */
  readonly now: string;
  readonly machineZone: string;
  /** What the form begins with; a new series without. */
  readonly initial?: SeriesValues | undefined;
}

/** What stands in the form that says when to meet, and what it comes to. */
export class SeriesFormState {
  draft: SeriesDraft = $state.raw(emptyDraft('1970-01-01T00:00:00Z', 'UTC'));
  /** What was wrong when it was last sent. */
  errors: DraftErrors = $state.raw({});
  readonly zones: readonly string[];
  readonly checked = $derived.by(() => checkDraft(this.draft, this.#now, this.zones));
  readonly hasRhythm = $derived(hasRhythm(this.draft));
  readonly weekdays = $derived(weekdaysOf(this.draft));
  /** The rule as the fields say it, or as it was written. */
  readonly rule = $derived(
    this.draft.repeat === 'own' ? this.draft.ownRule : (ruleOf(this.draft).rule ?? ''),
  );
  readonly #now: string;

  constructor({ now, machineZone, initial }: FormStart) {
    this.#now = now;
    this.zones = knownZones(machineZone);
    this.draft = initial === undefined ? emptyDraft(now, machineZone) : draftOf(initial, now);
  }

  readonly #set = (change: Partial<SeriesDraft>): void => {
    this.draft = { ...this.draft, ...change };
  };

  /** What takes the value of one field. */
  readonly setting =
    <F extends keyof SeriesDraft>(field: F) =>
    (value: SeriesDraft[F]): void => {
      this.draft = { ...this.draft, [field]: value };
    };

  readonly toggleWeekday = (weekday: Weekday): void => {
    const others = this.weekdays.filter((one) => one !== weekday);
    const isOn = others.length < this.weekdays.length;
    this.#set({ weekdays: isOn ? others : [...others, weekday].toSorted() });
  };

  /** Whoever writes a rule wants that one. */
  readonly writeRule = (ownRule: string): void => {
    this.#set({ ownRule, repeat: 'own' });
  };

  /** Spells a zone that was found by a part of its name. */
  readonly settleZone = (): void => {
    this.#set({ zone: zoneMeant(this.draft.zone, this.zones) ?? this.draft.zone });
  };
}
