import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../../../domain/agenda/test-data/meeting-with.ts';
import type { Feedback } from '../../../domain/documents/feedback.ts';
import type { ActionItem, Meeting } from '../../../domain/documents/meeting.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { WrapUpView } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam, testNow } from '../../test-support/fake-bridge.ts';
import WrapUpScreen from './WrapUpScreen.svelte';

const action: ActionItem = {
  ...{ id: 'action-1', rank: 'a0', text: 'Ask finance', owner: 'me', dueOn: null, doneAt: null },
  ...{ stance: null, fromPointId: null, carriedFrom: null, createdAt: testNow },
};

/** A main process that keeps one meeting, whatever becomes of the window. */
function mainWith(change: Partial<Meeting> = {}, feedbackToGive: readonly Feedback[] = []) {
  let meeting = meetingWith({
    ...{ agenda: [pointWith({ text: 'On-call load' })], actionItems: [action], ...change },
  });
  const view = (): WrapUpView => ({
    ...{ now: testNow, today: '2026-11-23', meeting, personName: sam.name, carried: [] },
    ...{
      startsAt: testNow,
      endsAt: testNow,
      feedbackToGive,
      feedbackGiven: [],
      decisions: [],
      canComeBack: [],
    },
    next: { startLocal: null, startsAt: null, timeZone: 'Europe/Berlin', durationMinutes: 30 },
  });
  const bridge = new FakeBridge()
    .answer('meetings.wrapUpView', () => success(view()))
    .answer('meetings.keepWrapUp', ({ draft }) => {
      meeting = { ...meeting, wrapUpDraft: draft };
      return success(null);
    });
  return { bridge, kept: () => meeting.wrapUpDraft };
}

async function open(bridge: FakeBridge) {
  const app = await loadedApp(bridge);
  const props = { meetingId: 'meeting-1' };
  const screen = render(WrapUpScreen, { props, context: appContext(app) });
  await screen.findByRole('heading', { level: 1 });
  return screen;
}
type Screen = Awaited<ReturnType<typeof open>>;

async function choose(screen: Screen): Promise<void> {
  await fireEvent.click(screen.getByRole('radio', { name: 'Decide' }));
  const decided = await screen.findByLabelText('What was decided');
  await fireEvent.input(decided, { target: { value: 'A week each' } });
  await fireEvent.click(screen.getByRole('radio', { name: 'Sam' }));
  const said = screen.getByLabelText('What you said, in a line');
  await fireEvent.input(said, { target: { value: 'The clear hand-over' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  await fireEvent.input(said, { target: { value: 'And the' } });
  await fireEvent.click(screen.getByRole('radio', { name: 'Set a date' }));
  await fireEvent.input(screen.getByLabelText('Date'), { target: { value: '2026-12-01' } });
}

test('what is chosen and typed is kept at once, and is there when a new window opens', async () => {
  const { bridge, kept } = mainWith();
  const first = await open(bridge);
  await choose(first);
  await first.findByText('Saved');
  expect(kept()).toMatchObject({
    points: [{ id: 'point-1', fate: 'decide', decision: 'A week each' }],
    actions: [{ id: 'action-1', owner: 'them' }],
    given: [{ feedbackKind: 'positive', text: 'The clear hand-over' }],
    typed: 'And the',
    next: { date: '2026-12-01' },
  });
  first.unmount();
  const second = await open(bridge);
  expect(second.getByLabelText('What was decided')).toHaveProperty('value', 'A week each');
  expect(second.getByRole('radio', { name: 'Sam' })).toHaveProperty('checked', true);
  second.getByText('The clear hand-over', { selector: 'p' });
  expect(second.getByLabelText('What you said, in a line')).toHaveProperty('value', 'And the');
  expect(second.getByLabelText('Date')).toHaveProperty('value', '2026-12-01');
  expect(bridge.inputsOf('meetings.keepWrapUp')).toHaveLength(1);
});

test('feedback on the agenda that is ticked as said is no unfinished point any more', async () => {
  const feedback: Feedback = {
    ...{
      kind: 'feedback',
      version: 1,
      id: 'feedback-1',
      personId: sam.id,
      noticedOn: '2026-11-20',
    },
    ...{ feedbackKind: 'positive', text: 'Clear notes', deliveredAt: null, deliveredIn: null },
    createdAt: testNow,
  };
  const origin = { kind: 'feedback', feedbackId: feedback.id } as const;
  const agenda = [pointWith({ text: 'Clear notes', origin, carryCount: 2 })];
  const { bridge } = mainWith({ agenda, actionItems: [] }, [feedback]);
  bridge.answer('meetings.wrapUp', () =>
    success({ value: null, undo: { id: 'u', label: 'Wrap up' } }),
  );
  const screen = await open(bridge);
  screen.getByRole('group', { name: 'What becomes of: Clear notes' });
  await fireEvent.click(screen.getByRole('checkbox', { name: /Clear notes/ }));
  await screen.findByText('Every point was talked about.');
  await fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
  await waitFor(() => {
    expect(bridge.inputsOf('meetings.wrapUp')).toMatchObject([
      { points: [], deliveredFeedbackIds: ['feedback-1'] },
    ]);
  });
});

test('what waits for a pause in typing is kept when the page goes, and nothing without a change', async () => {
  const { bridge, kept } = mainWith();
  const screen = await open(bridge);
  screen.unmount();
  expect(kept()).toBeNull();
  const again = await open(bridge);
  await fireEvent.click(again.getByRole('radio', { name: 'Drop' }));
  again.unmount();
  await waitFor(() => {
    expect(kept()?.points).toMatchObject([{ fate: 'drop' }]);
  });
});

test('what could not be kept says so, and finishing takes it all the same', async () => {
  const { bridge } = mainWith();
  bridge
    .answer('meetings.keepWrapUp', () => failure('not-saved', 'The disk is full.'))
    .answer('meetings.wrapUp', () => success({ value: null, undo: { id: 'u', label: 'Wrap up' } }));
  const screen = await open(bridge);
  await choose(screen);
  await screen.findByText(/The disk is full/);
  await fireEvent.input(screen.getByLabelText('Time'), { target: { value: '11:00' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
  await waitFor(() => {
    expect(bridge.inputsOf('meetings.wrapUp')).toMatchObject([
      {
        points: [{ kind: 'decision', text: 'A week each' }],
        actions: [{ actionId: 'action-1', owner: 'them', dueOn: null }],
        feedback: [
          { feedbackKind: 'positive', text: 'The clear hand-over' },
          { feedbackKind: 'positive', text: 'And the' },
        ],
        nextTime: { startLocal: '2026-12-01T11:00' },
      },
    ]);
  });
});

test('finishing that fails leaves the focus at its button, which cannot be pressed twice', async () => {
  const { bridge } = mainWith();
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  bridge.answer('meetings.wrapUp', async () => {
    await asked;
    return failure('not-saved', 'The disk is full.');
  });
  const screen = await open(bridge);
  const finish = screen.getByRole('button', { name: 'Finish' });
  finish.focus();
  await fireEvent.click(finish);
  await fireEvent.click(finish);
  // A window takes the focus from what is disabled.
  expect(finish).toHaveProperty('disabled', false);
  expect(finish.getAttribute('aria-disabled')).toBe('true');
  answer();
  await screen.findByText(/The disk is full/);
  expect(document.activeElement).toBe(finish);
  expect(bridge.inputsOf('meetings.wrapUp')).toHaveLength(1);
});

test('a reflection that hides with its window leaves the focus at the way back to it', async () => {
  const { bridge } = mainWith({ reflection: 'I talked too much.' });
  const screen = await open(bridge);
  await fireEvent.click(screen.getByRole('button', { name: /reflection/i }));
  const field = await screen.findByDisplayValue('I talked too much.');
  expect(document.activeElement).toBe(field);
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  Reflect.deleteProperty(document, 'visibilityState');
  await waitFor(() => {
    expect(screen.queryByDisplayValue('I talked too much.')).toBeNull();
  });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /reflection/i }));
});
