import { afterEach, beforeEach, expect, test } from 'vitest';
import { newReading } from '../../domain/documents/reading.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

const place = { pageId: 'opening', portion: 0.5, anchor: 'why-it-helps', isAtEnd: false };

test('nothing is kept before anything was read', async () => {
  expect(valueOf(await services.call['guide.reading'](undefined))).toEqual(newReading);
});

test('where the user stopped, and how they like to read, is there after a restart', async () => {
  const { call, restarted } = services;
  valueOf(await call['guide.keepPlace'](place));
  valueOf(await call['guide.setReading']({ paper: 'sepia', textStep: 2 }));
  const again = await restarted();
  expect(valueOf(await again['guide.reading'](undefined))).toMatchObject({
    ...{ paper: 'sepia', textStep: 2 },
    pages: [{ id: 'opening', portion: 0.5, anchor: 'why-it-helps', readAt: null }],
  });
});

test('a place that is known already is not written again, save that its end was reached', async () => {
  const { call, clock } = services;
  valueOf(await call['guide.keepPlace'](place));
  const [before] = valueOf(await call['guide.reading'](undefined)).pages;
  clock.set('2026-11-23T08:05:00Z');
  valueOf(await call['guide.keepPlace'](place));
  expect(valueOf(await call['guide.reading'](undefined)).pages).toEqual([before]);
  valueOf(await call['guide.keepPlace']({ ...place, isAtEnd: true }));
  expect(valueOf(await call['guide.reading'](undefined)).pages[0]?.readAt).toBe(
    '2026-11-23T08:05:00Z',
  );
});

test('a passage goes on the next agenda as a quotation that leads back, and can be taken back', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const { value, undo } = valueOf(
    await call['guide.sendPassage']({
      ...{ pageId: 'the-difference', anchor: 'leading', personId },
      passage: 'Leading is inspiration,  influence and change.',
    }),
  );
  expect(value).toMatchObject({ personName: 'Sam Okafor', startsAt: '2026-11-23T09:00:00Z' });
  expect(undo.label).toBe('Add a passage to the agenda with Sam Okafor');
  const { meetingId } = value;
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  expect(meeting.agenda).toMatchObject([
    {
      text: '“Leading is inspiration, influence and change.”',
      origin: { kind: 'guide', pageId: 'the-difference', anchor: 'leading' },
      addedBy: 'me',
    },
  ]);
  valueOf(await call['undo.undo']({ undoId: undo.id }));
  expect(errorOf(await call['meetings.read']({ meetingId }))).toBe('not-found');
});

test('without a series it goes on the agenda that has no date, and says so', async () => {
  const { call } = services;
  const person = valueOf(await call['people.add']({ name: 'Ada', relationship: 'peer' }));
  const sent = { pageId: 'opening', anchor: null, passage: 'Two jobs.', personId: person.id };
  expect(valueOf(await call['guide.sendPassage'](sent)).value.startsAt).toBeNull();
  expect(errorOf(await call['guide.sendPassage']({ ...sent, personId: 'nobody-000001' }))).toBe(
    'not-found',
  );
});

test('the page that the window shows is printed, and no other', async () => {
  const { call, desk } = services;
  desk.route = '#/guide/opening?at=why-it-helps';
  valueOf(await call['guide.print']({ pageId: 'opening' }));
  expect(desk.printed).toEqual(['#/guide/opening?at=why-it-helps']);
  expect(errorOf(await call['guide.print']({ pageId: 'balance' }))).toBe('invalid');
  desk.isBroken = true;
  expect(errorOf(await call['guide.print']({ pageId: 'opening' }))).toBe('unavailable');
});
