import type { PageReading, Reading } from '../documents/reading.ts';
import { epochOf } from '../time/instants.ts';

/** Where somebody is on a page just now. */
export interface ReadingPlace {
  readonly pageId: string;
  /** How much of the text lies above, from 0 to 1. */
  readonly portion: number;
  /** The heading under which they are; null before the first one. */
  readonly anchor: string | null;
  readonly isAtEnd: boolean;
}

/** Keeps where somebody stopped. A page that was read once stays read. */
export function keepPlace(reading: Reading, place: ReadingPlace, now: string): Reading {
  const { pageId, portion, anchor, isAtEnd } = place;
  const before = placeOn(reading, pageId);
  const after: PageReading = {
    ...(before ?? { id: pageId, readAt: null }),
    ...{ portion, anchor, stoppedAt: now },
    readAt: before?.readAt ?? (isAtEnd ? now : null),
  };
  const pages =
    before === null
      ? [...reading.pages, after]
      : reading.pages.map((page) => (page === before ? after : page));
  return { ...reading, pages };
}

/** What is kept of a page; null when it was never opened. */
export const placeOn = ({ pages }: Reading, pageId: string): PageReading | null =>
  pages.find(({ id }) => id === pageId) ?? null;

/** How far somebody is with a page. */
export type PageProgress = 'unopened' | 'begun' | 'read';

/** How far somebody is with a page. */
export function progressOf(reading: Reading, pageId: string): PageProgress {
  const page = placeOn(reading, pageId);
  if (page === null) return 'unopened';
  return page.readAt === null ? 'begun' : 'read';
}

/** The page that was left last with something still to read; null when there is none. */
export function pageToGoOnWith({ pages }: Reading, known: readonly string[]): PageReading | null {
  const begun = pages.filter(({ id, readAt }) => readAt === null && known.includes(id));
  return begun.reduce<PageReading | null>(
    (latest, page) =>
      latest === null || epochOf(page.stoppedAt) > epochOf(latest.stoppedAt) ? page : latest,
    null,
  );
}
