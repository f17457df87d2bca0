import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { meetingWith } from '../../../domain/agenda/test-data/meeting-with.ts';
import type { Suggestion } from '../../../domain/prep/suggestion.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { MeetingView, PrepView } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { LiveResource } from '../../api/live.svelte.ts';
import {
  FakeBridge,
  loadedApp,
  noOwnership,
  sam,
  testNow,
} from '../../test-support/fake-bridge.ts';
import OwnershipGauge from './OwnershipGauge.svelte';
import Preparation from './Preparation.svelte';

const meetingId = 'meeting-one';
const source = { meetingId: 'meeting-before', on: '2026-11-02' };

const promise = (id: string, more: Partial<Extract<Suggestion, { actionId: string }>> = {}) =>
  ({
    group: 'my-promises',
    key: `action:meeting-before:${id}`,
    text: `Promise ${id}`,
    topic: null,
    stance: null,
    visibility: 'shared',
    origin: { kind: 'action', meetingId: 'meeting-before', actionId: id },
    source,
    actionId: id,
    dueOn: null,
    isOverdue: false,
    ageDays: 21,
    ...more,
  }) satisfies Suggestion;

const question = (questionId: string) =>
  ({
    group: 'question',
    key: `question:${questionId}`,
    text: `What about ${questionId}?`,
    topic: 'team',
    stance: 'lead',
    visibility: 'shared',
    origin: { kind: 'question', questionId },
    source: null,
    questionId,
    reason: { kind: 'topic-untouched', topic: 'team', sinceDays: null },
  }) satisfies Suggestion;

/** A main process that makes suggestions until they are acted on. */
async function open(
  first: readonly Suggestion[],
  more: { readonly prep?: Partial<PrepView>; readonly view?: Partial<MeetingView> } = {},
) {
  let suggestions = [...first];
  const take = ({ key }: { key: string }) => {
    suggestions = suggestions.filter((one) => one.key !== key);
    bridge.send('changed', { topics: ['meetings'] });
    return success({ value: null, undo: { id: 'u1', label: 'Suggestion dismissed' } });
  };
  const bridge = new FakeBridge()
    .answer('prep.read', () =>
      success({
        ...{ today: '2026-11-23', suggestions, carried: [], questionProblem: null },
        ownership: noOwnership,
        ...more.prep,
      }),
    )
    .answer('prep.dismiss', take)
    .answer('prep.snooze', take)
    .answer('prep.markDone', take)
    .answer('prep.anotherQuestion', () => {
      suggestions = [...suggestions.filter(({ group }) => group !== 'question'), question('two')];
      return success(null);
    });
  const app = await loadedApp(bridge);
  const view: MeetingView = {
    now: testNow,
    meeting: meetingWith({ id: meetingId, personId: sam.id }),
    personName: sam.name,
    startsAt: '2026-11-23T10:00:00Z',
    endsAt: '2026-11-23T10:30:00Z',
    decisions: [],
    canComeBack: [],
    ...more.view,
  };
  const prep = new LiveResource(app.api, 'prep.read', [{ meetingId }]);
  app.api.on('changed', () => void prep.reload());
  await prep.reload();
  const screen = render(Preparation, { context: appContext(app), props: { view, prep } });
  const add = (text: string): HTMLElement => screen.getByRole('button', { name: `Add: ${text}` });
  const press = async (key: string): Promise<void> => {
    await fireEvent.keyDown(document.activeElement ?? document.body, { key });
  };
  return { app, bridge, screen, add, press };
}

const focusedName = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label');

test('what was left open before says how old it is and where it waits, and X drops it', async () => {
  const left = {
    ...{ group: 'left-open', key: 'left:hiring', pointId: 'hiring', text: 'Hiring' },
    ...{ topic: null, stance: null, visibility: 'shared', origin: { kind: 'typed' } },
    ...{ source: null, meetingId: 'meeting-undated', carryCount: 2, ageDays: 14, subject: null },
  } as const satisfies Suggestion;
  const { screen, bridge, add, press } = await open([left]);
  expect(screen.getByRole('heading', { name: 'Still open from before' })).toBeTruthy();
  expect(screen.getByText(/carried 2 times, .*, on the agenda without a date/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Drop: Hiring' })).toBeTruthy();
  add('Hiring').focus();
  await press('x');
  expect(bridge.inputsOf('prep.dismiss')).toEqual([{ meetingId, key: 'left:hiring' }]);
});

test('the arrows move from row to row, and Tab comes to one row alone', async () => {
  const { screen, add, press } = await open([promise('a'), promise('b'), question('one')]);
  await screen.findByText('Promise a');
  add('Promise a').focus();
  await press('ArrowDown');
  expect(focusedName()).toBe('Add: Promise b');
  expect(add('Promise a').tabIndex).toBe(-1);
  expect(add('Promise b').tabIndex).toBe(0);
  await press('End');
  expect(focusedName()).toBe('Add: What about one?');
  await press('ArrowDown');
  await press('Home');
  expect(focusedName()).toBe('Add: Promise a');
});

test.each([
  ['x', 'prep.dismiss'],
  ['Delete', 'prep.dismiss'],
  ['s', 'prep.snooze'],
  ['d', 'prep.markDone'],
] as const)('%s does %s, and the focus goes on to the next row', async (key, channel) => {
  const { bridge, screen, add, press, app } = await open([promise('a'), promise('b')]);
  await screen.findByText('Promise a');
  add('Promise a').focus();
  await press(key);
  await waitFor(() => {
    expect(focusedName()).toBe('Add: Promise b');
  });
  expect(bridge.inputsOf(channel)).toEqual([{ meetingId, key: 'action:meeting-before:a' }]);
  expect(screen.queryByText('Promise a')).toBeNull();
  await waitFor(() => {
    expect(app.undo.moment?.kind).toBe('offered');
  });
});

test('a key that is held with another does nothing', async () => {
  const { bridge, screen, add } = await open([promise('a')]);
  await screen.findByText('Promise a');
  await fireEvent.keyDown(add('Promise a'), { key: 's', ctrlKey: true });
  expect(bridge.inputsOf('prep.snooze')).toEqual([]);
});

test('accepting is announced, and after the last row the focus is not lost', async () => {
  const { bridge, screen, add } = await open([promise('a'), promise('b')]);
  bridge.answer('prep.accept', () => success(acceptedPoint));
  await screen.findByText('Promise a');
  await fireEvent.click(add('Promise a'));
  await screen.findByText('On the agenda: Promise a. 1 suggestion left.');
  await fireEvent.click(add('Promise b'));
  await screen.findByText(/^Nothing to prepare/);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Prepare' }));
});

test('what could not be done comes back, with the reason', async () => {
  const { bridge, screen, add } = await open([promise('a'), promise('b')]);
  bridge.answer('prep.snooze', () => failure('not-saved', 'The disk is full.'));
  await screen.findByText('Promise a');
  await fireEvent.click(screen.getByRole('button', { name: 'Next time: Promise a' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(add('Promise a')).toBeTruthy();
});

test('what was taken back before it was read without is there again', async () => {
  const { bridge, screen, add, press } = await open([promise('a'), promise('b')]);
  const undo = { id: 'u1', label: 'Suggestion dismissed' };
  bridge.answer('prep.dismiss', () => success({ value: null, undo }));
  await screen.findByText('Promise a');
  add('Promise a').focus();
  await press('x');
  expect(screen.queryByText('Promise a')).toBeNull();
  await waitFor(() => {
    expect(focusedName()).toBe('Add: Promise b');
  });
  bridge.send('changed', { topics: ['people'] });
  expect(await screen.findByText('Promise a')).toBeTruthy();
});

test('another question takes the place of the first, is announced, and keeps the focus', async () => {
  const { bridge, screen, add, press } = await open([question('one')]);
  await screen.findByText('What about one?');
  add('What about one?').focus();
  await press('s');
  await screen.findByText('Another question: What about two?');
  expect(focusedName()).toBe('Add: What about two?');
  expect(bridge.inputsOf('prep.anotherQuestion')).toEqual([{ meetingId, questionId: 'one' }]);
});

test('a row says where it comes from and what is late', async () => {
  const overdue = promise('late', { dueOn: '2026-11-20', isOverdue: true });
  const { screen } = await open([overdue]);
  await screen.findByText('promised 21 days ago');
  expect(screen.getByText('overdue since 20 November 2026')).toBeTruthy();
  const link = screen.getByRole('link', { name: '1:1 of 2 November 2026' });
  expect(link.getAttribute('href')).toBe('#/meetings/meeting-before');
});

test('a long group shows four, and all when asked, with the focus on the first new one', async () => {
  const { screen } = await open(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => promise(id)));
  await screen.findByText('Promise d');
  expect(screen.queryByText('Promise e')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: /^Show all 6/ }));
  await waitFor(() => {
    expect(focusedName()).toBe('Add: Promise e');
  });
});

test('what was carried on is shown with count and age', async () => {
  const carried = [{ id: 'c', text: 'On call', carryCount: 2, ageDays: 21, source }];
  const { screen } = await open([], { prep: { carried } });
  await screen.findByText('On call');
  expect(screen.getByText('carried 2 times')).toBeTruthy();
  expect(screen.getByText('first raised 21 days ago')).toBeTruthy();
});

test.each([
  ['has begun', { startsAt: '2026-11-23T08:30:00Z' }],
  ['was held', { meeting: meetingWith({ status: 'held' }) }],
])('there is nothing to prepare once it %s', async (_when, view) => {
  const { screen } = await open([promise('a')], { view });
  expect(screen.queryByRole('heading', { name: 'Prepare' })).toBeNull();
});

test('the gauge says the share in words, and hints above half mine', async () => {
  const ownership = { mine: 3, theirs: 1, theirShare: 0.25, meetings: 6, isMostlyMine: true };
  const screen = render(OwnershipGauge, {
    context: appContext(await loadedApp(new FakeBridge())),
    props: { ownership, personName: sam.name },
  });
  const meter = screen.getByRole('meter', { name: 'Whose agenda' });
  expect(meter.getAttribute('aria-valuenow')).toBe('25');
  expect(screen.getByText('Sam Okafor added 1 of 4 points in the last 6 meetings.')).toBeTruthy();
  expect(screen.getByText(/GitLab’s practice/)).toBeTruthy();
});

const acceptedPoint = {
  id: 'point-new',
  rank: 'a0',
  text: 'Promise a',
  addedBy: 'me',
  stance: null,
  topic: null,
  visibility: 'shared',
  origin: { kind: 'typed' },
  carriedFrom: null,
  carryCount: 0,
  firstRaisedOn: '2026-11-23',
  discussedAt: null,
  leftAs: null,
} as const;
