import { expect, test } from 'vitest';
import { parseRoute } from './parse-route.ts';
import type { Route } from './routes.ts';
import { routeHash } from './routes.ts';
import { fc } from './test-laws/fast-check.ts';

const hashes: readonly (readonly [string, Route])[] = [
  ['#/', { place: 'today' }],
  ['#/people', { place: 'people' }],
  ['#/people/sam-okafor', { place: 'person', personId: 'sam-okafor' }],
  ['#/journal', { place: 'journal' }],
  ['#/keys', { place: 'keys' }],
  ['#/delegation', { place: 'delegation', personId: null }],
  ['#/delegation/sam-okafor', { place: 'delegation', personId: 'sam-okafor' }],
  ['#/balance', { place: 'balance', personId: null }],
  ['#/balance/sam-okafor', { place: 'balance', personId: 'sam-okafor' }],
  ['#/people/sam-okafor/history', { place: 'person-history', personId: 'sam-okafor' }],
  ['#/people/sam-okafor/feedback', { place: 'person-feedback', personId: 'sam-okafor' }],
  ['#/actions', { place: 'actions' }],
  ['#/reminders', { place: 'reminders' }],
  ['#/meetings/meeting-1', { place: 'meeting', meetingId: 'meeting-1' }],
  ['#/meetings/meeting-1/wrap-up', { place: 'wrap-up', meetingId: 'meeting-1' }],
  ['#/meetings/meeting-1/share', { place: 'share', meetingId: 'meeting-1' }],
  [
    '#/plan/series-1/2026-11-24T09%3A00',
    { place: 'plan', seriesId: 'series-1', originalLocal: '2026-11-24T09:00' },
  ],
  ['#/guide', { place: 'guide' }],
  ['#/library', { place: 'library' }],
  ['#/guide/authority', { place: 'guide-page', pageId: 'authority', anchor: null }],
  [
    '#/guide/authority?at=what-to-do',
    { place: 'guide-page', pageId: 'authority', anchor: 'what-to-do' },
  ],
  ['#/helper', { place: 'helper' }],
  ['#/templates', { place: 'templates' }],
  ['#/templates/weekly', { place: 'template', templateId: 'weekly', isEditing: false }],
  ['#/templates/weekly/edit', { place: 'template', templateId: 'weekly', isEditing: true }],
  ['#/questions', { place: 'questions', topic: null }],
  ['#/questions/growth', { place: 'questions', topic: 'growth' }],
  ['#/checks/career-fork', { place: 'check', checkId: 'career-fork', personId: null }],
  [
    '#/checks/managing-managers/sam-okafor',
    { place: 'check', checkId: 'managing-managers', personId: 'sam-okafor' },
  ],
  ['#/helper/decision-1', { place: 'decision', decisionId: 'decision-1' }],
  ['#/helper/decision-1/review', { place: 'decision-review', decisionId: 'decision-1' }],
  ['#/calendars', { place: 'calendars' }],
  ['#/calendars/calendar-1', { place: 'calendar', calendarId: 'calendar-1' }],
  ['#/calendars/calendar-1/report', { place: 'calendar-report', calendarId: 'calendar-1' }],
  ['#/settings', { place: 'settings' }],
  ['#/settings?at=pause', { place: 'settings', field: 'pause' }],
  ['#/data', { place: 'data' }],
  ['#/data/backups/12', { place: 'data-backup', backupId: 12 }],
  [
    '#/data/meeting/meeting-1/7?backup=12',
    { place: 'data-document', kind: 'meeting', id: 'meeting-1', version: 7, backupId: 12 },
  ],
  [
    '#/data/feedback/feedback-1/3',
    { place: 'data-document', kind: 'feedback', id: 'feedback-1', version: 3, backupId: null },
  ],
  [
    '#/data/template/template-1?backup=2',
    { place: 'data-document', kind: 'template', id: 'template-1', version: null, backupId: 2 },
  ],
  [
    '#/data/person/sam-okafor',
    { place: 'data-document', kind: 'person', id: 'sam-okafor', version: null, backupId: null },
  ],
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
  '#/templates/weekly/burn',
  '#/questions/growth/more',
  '#/data/backups',
  '#/data/backups/newest',
  '#/data/backups/1/2',
  '#/data/secret/sam-okafor',
  '#/data/person/sam-okafor/newest',
  '#/data/person/sam-okafor/1/2',
])('the unknown hash %j is today', (hash) => {
  expect(parseRoute(hash)).toEqual({ place: 'today' });
});

test('a topic that there is none of leads to all questions', () => {
  expect(parseRoute('#/questions/weather')).toEqual({ place: 'questions', topic: null });
});

test('any names of people, meetings, pages and headings survive the way there and back', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 });
  const route: fc.Arbitrary<Route> = fc.oneof(
    fc.record({ place: fc.constant('person'), personId: name }),
    fc.record({ place: fc.constant('meeting'), meetingId: name }),
    fc.record({
      place: fc.constant('template'),
      templateId: name,
      isEditing: fc.boolean(),
    }),
    fc.record({ place: fc.constant('share'), meetingId: name }),
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
