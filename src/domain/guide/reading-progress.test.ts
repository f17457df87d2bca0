import { expect, test } from 'vitest';
import type { Reading } from '../documents/reading.ts';
import { newReading } from '../documents/reading.ts';
import { fc } from '../test-laws/fast-check.ts';
import type { ReadingPlace } from './reading-progress.ts';
import { keepPlace, pageToGoOnWith, placeOn, progressOf } from './reading-progress.ts';

const at = (minutes: number): string =>
  new Date(Date.UTC(2026, 10, 23, 9, minutes)).toISOString().replace('.000', '');

const place = (changes: Partial<ReadingPlace> = {}): ReadingPlace => ({
  ...{ pageId: 'opening', portion: 0.5, anchor: 'leading', isAtEnd: false },
  ...changes,
});

test('where somebody stopped is kept for each page', () => {
  const first = keepPlace(newReading, place(), at(0));
  const both = keepPlace(first, place({ pageId: 'balance', portion: 0.1, anchor: null }), at(1));
  expect(placeOn(both, 'opening')).toEqual({
    ...{ id: 'opening', portion: 0.5, anchor: 'leading', stoppedAt: at(0), readAt: null },
  });
  expect(placeOn(both, 'balance')?.portion).toBe(0.1);
  expect(placeOn(both, 'never')).toBeNull();
  const later = keepPlace(both, place({ portion: 0.7 }), at(2));
  expect(later.pages.map(({ id, portion }) => [id, portion])).toEqual([
    ['opening', 0.7],
    ['balance', 0.1],
  ]);
});

test('a page is begun, then read, and stays read when it is opened again', () => {
  expect(progressOf(newReading, 'opening')).toBe('unopened');
  const begun = keepPlace(newReading, place(), at(0));
  expect(progressOf(begun, 'opening')).toBe('begun');
  const read = keepPlace(begun, place({ portion: 0.9, isAtEnd: true }), at(1));
  expect(progressOf(read, 'opening')).toBe('read');
  const again = keepPlace(read, place({ portion: 0 }), at(2));
  expect(progressOf(again, 'opening')).toBe('read');
  expect(placeOn(again, 'opening')?.readAt).toBe(at(1));
});

test('the page to go on with is the one left last, if it is there and not read', () => {
  const pages = ['opening', 'balance', 'lost'];
  const reading = pages.reduce<Reading>(
    (kept, pageId, minutes) => keepPlace(kept, place({ pageId }), at(minutes)),
    newReading,
  );
  expect(pageToGoOnWith(reading, ['opening', 'balance'])?.id).toBe('balance');
  const read = keepPlace(reading, place({ pageId: 'balance', isAtEnd: true }), at(9));
  expect(pageToGoOnWith(read, ['opening', 'balance'])?.id).toBe('opening');
  expect(pageToGoOnWith(newReading, pages)).toBeNull();
});

test('every page is kept once, with the last place of it', () => {
  const places = fc.array(
    fc.record({
      pageId: fc.constantFrom('one', 'two', 'three'),
      portion: fc.double({ min: 0, max: 1, noNaN: true }),
      anchor: fc.constantFrom(null, 'a', 'b'),
      isAtEnd: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(places, (list) => {
      const kept = list.reduce<Reading>(
        (reading, one, minutes) => keepPlace(reading, one, at(minutes)),
        newReading,
      );
      const last = new Map(list.map(({ pageId, portion }) => [pageId, portion]));
      expect(new Map(kept.pages.map(({ id, portion }) => [id, portion]))).toEqual(last);
      expect(kept.pages).toHaveLength(last.size);
    }),
  );
});
