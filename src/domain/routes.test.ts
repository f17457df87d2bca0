import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Route } from './routes.ts';
import { parseRoute, routeHash } from './routes.ts';

const hashes: readonly (readonly [string, Route])[] = [
  ['#/', { place: 'today' }],
  ['#/people', { place: 'people' }],
  ['#/people/sam-okafor', { place: 'person', personId: 'sam-okafor' }],
  ['#/meetings/meeting-1', { place: 'meeting', meetingId: 'meeting-1' }],
  [
    '#/plan/series-1/2026-11-24T09%3A00',
    { place: 'plan', seriesId: 'series-1', originalLocal: '2026-11-24T09:00' },
  ],
  ['#/guide', { place: 'guide' }],
  ['#/guide/authority', { place: 'guide-page', pageId: 'authority', anchor: null }],
  [
    '#/guide/authority?at=what-to-do',
    { place: 'guide-page', pageId: 'authority', anchor: 'what-to-do' },
  ],
  ['#/helper', { place: 'helper' }],
  ['#/settings', { place: 'settings' }],
];

test.each(hashes)('%s is written and read back', (hash, route) => {
  expect(routeHash(route)).toBe(hash);
  expect(parseRoute(hash)).toEqual(route);
});

test('a plan is found with its colon written plainly too', () => {
  expect(parseRoute('#/plan/series-1/2026-11-24T09:00')).toEqual({
    place: 'plan',
    seriesId: 'series-1',
    originalLocal: '2026-11-24T09:00',
  });
});

test.each([
  '',
  '#',
  'nonsense',
  '#/nowhere',
  '#/plan/series-1',
  '#/plan/series-1/tomorrow',
  '#/people/a/b/c',
  '#/people/%E0%A4%A',
  '#/guide/authority?at=%E0%A4%A',
])('the unknown hash %j is today', (hash) => {
  expect(parseRoute(hash)).toEqual({ place: 'today' });
});

test('any names of people, meetings, pages and headings survive the way there and back', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 });
  const route: fc.Arbitrary<Route> = fc.oneof(
    fc.record({ place: fc.constant('person'), personId: name }),
    fc.record({ place: fc.constant('meeting'), meetingId: name }),
    fc.record({ place: fc.constant('guide-page'), pageId: name, anchor: fc.option(name) }),
  );
  fc.assert(
    fc.property(route, (there) => {
      expect(parseRoute(routeHash(there))).toEqual(there);
    }),
  );
});

test('no hash makes the window throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (hash) => {
      expect(parseRoute(`#/${hash}`).place).toBeTypeOf('string');
    }),
  );
});
