import type { Paper, Reading } from '../../../domain/documents/reading.ts';
import type { ReadingPlace } from '../../../domain/guide/reading-progress.ts';
import { keepPlace, placeOn } from '../../../domain/guide/reading-progress.ts';
import type { Result } from '../../../ipc/result.ts';
import type { App } from '../../api/app.svelte.ts';
import type { LiveResource } from '../../api/live.svelte.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';
import { goToHeading, type TextHeading } from '../markdown/headings.ts';
import { chapterBeside, headingAt, pixelsOf, placeIn } from './page-place.ts';

/** How far below the top of the window one reads: below the bar that stays there. */
const lineRem = 7;
const linePixels = (): number =>
  lineRem * parseFloat(getComputedStyle(document.documentElement).fontSize);
/** Who has scrolled this far has gone on. */
const goneOnPixels = 240;
/** Nobody has stopped who has hardly begun. */
const leastPortion = 0.03;

interface Parts {
  readonly app: App;
  readonly pageId: string;
  readonly reading: LiveResource<'guide.reading'>;
  readonly save: SaveState;
}

/** One page in the reader: where the user is on it, and how it looks. */
export class ReaderDesk {
  headings = $state.raw<readonly TextHeading[]>([]);
  /** The chapter in sight; null before the first one. */
  currentSlug = $state<string | null>(null);
  /** Whether the page was opened where the user had stopped. */
  isResumed = $state(false);
  readonly #parts: Parts;
  #text: HTMLElement | null = null;
  /** Whoever has seen the end may have left it again before that was kept. */
  #hasSeenEnd = false;
  /** Whether the page was begun: passing by is not reading. */
  #isKept = false;
  /** How far down the page was when it was opened. */
  #resumedAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get textStep(): number {
    return this.#parts.reading.value?.textStep ?? 0;
  }

  get paper(): Paper {
    return this.#parts.reading.value?.paper ?? 'app';
  }

  /** The text stands on the page: goes to where the address or the last time says. */
  begin(text: HTMLElement, headings: readonly TextHeading[], anchor: string | null): void {
    this.#text = text;
    this.headings = headings;
    this.#resume(text, anchor);
    this.look();
  }

  /** Notes where the user is, and keeps it once they have paused. */
  readonly look = (): void => {
    const text = this.#text;
    if (text === null) return;
    if (Math.abs(window.scrollY - this.#resumedAt) > goneOnPixels) this.isResumed = false;
    this.currentSlug = headingAt(this.headings, linePixels())?.slug ?? null;
    const { pageId, save } = this.#parts;
    const place = placeIn(text, this.headings, linePixels());
    this.#hasSeenEnd ||= place.isAtEnd;
    if (place.portion < leastPortion && !this.#isKept) return;
    this.#isKept = true;
    const kept = { pageId, ...place, isAtEnd: this.#hasSeenEnd };
    save.later(() => this.#keep(kept), 'place');
  };

  /** Goes to the next or the previous chapter, or to the top of the page. */
  turnSection(step: 1 | -1): void {
    const chapter = chapterBeside(this.headings, step, linePixels());
    if (chapter !== null) goToHeading(chapter.slug);
    else if (step === -1) window.scrollTo(0, 0);
  }

  toTop(): void {
    this.isResumed = false;
    window.scrollTo(0, 0);
  }

  /** Changes how pages look; shown at once. */
  async change(change: Partial<Pick<Reading, 'textStep' | 'paper'>>): Promise<void> {
    const { app, reading, save } = this.#parts;
    if (reading.value !== null) reading.value = { ...reading.value, ...change };
    await save.run(() => app.api.call('guide.setReading', change), Object.keys(change).join());
  }

  /** Known here at once: whoever comes back before main has answered goes on where they were. */
  #keep(place: ReadingPlace): Promise<Result<null>> {
    const { app, reading } = this.#parts;
    const now = Temporal.Now.instant().toString();
    if (reading.value !== null) reading.value = keepPlace(reading.value, place, now);
    return app.api.call('guide.keepPlace', place);
  }

  #resume(text: HTMLElement, anchor: string | null): void {
    const reading = this.#parts.reading.value;
    const known = reading === null ? null : placeOn(reading, this.#parts.pageId);
    const portion = known?.portion ?? 0;
    this.#isKept = known !== null;
    if (anchor !== null) {
      goToHeading(anchor);
      return;
    }
    // Who reached the end begins anew.
    this.isResumed = portion > leastPortion && portion < 1;
    if (!this.isResumed) return;
    window.scrollTo(0, pixelsOf(text, portion, linePixels()));
    this.#resumedAt = window.scrollY;
  }
}
