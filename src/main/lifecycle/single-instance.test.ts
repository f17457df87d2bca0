import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { Handover } from './single-instance.ts';
import { collectHandovers } from './single-instance.ts';

const wantsWindow: Handover = { isHidden: false, calendarFile: null, capture: null };
const capture = (text: string) => ({ text, person: 'Sam' });
const thought = (text: string): Handover => ({ ...wantsWindow, capture: capture(text) });

/** An app whose other starts a test plays. */
function startedTwice() {
  const app = new EventEmitter();
  const handovers = collectHandovers(app);
  const again = (data: unknown): void => {
    app.emit('second-instance', {}, ['evenkeel'], '/home/sam', data);
  };
  return { app, handovers, again };
}

test('what other starts said before anybody could take it is taken first, in order', () => {
  const { handovers, again } = startedTwice();
  again(thought('one'));
  again({ ...wantsWindow, calendarFile: '/home/sam/team.ics' });
  const taken: Handover[] = [];
  handovers.follow((handover) => taken.push(handover));
  again(thought('two'));
  expect(taken).toEqual([
    thought('one'),
    { ...wantsWindow, calendarFile: '/home/sam/team.ics' },
    thought('two'),
  ]);
  expect(handovers.isAnyWaiting()).toBe(false);
});

test('thoughts can be taken out, and whoever wants the window waits on', () => {
  const { handovers, again } = startedTwice();
  again(wantsWindow);
  again(thought('one'));
  expect(handovers.nextCapture()).toEqual(capture('one'));
  expect(handovers.nextCapture()).toBeNull();
  expect(handovers.isAnyWaiting()).toBe(true);
});

test('a file that macOS hands over before the app is ready is not lost', () => {
  const { app, handovers } = startedTwice();
  let isPrevented = false;
  const preventDefault = (): void => {
    isPrevented = true;
  };
  app.emit('open-file', { preventDefault }, '/Users/sam/team.ics');
  const taken: Handover[] = [];
  handovers.follow((handover) => taken.push(handover));
  expect(taken).toEqual([{ ...wantsWindow, calendarFile: '/Users/sam/team.ics' }]);
  expect(isPrevented).toBe(true);
});

test.each([null, 'show', { isHidden: 'yes' }])(
  'a start of another version that says %j wants the window',
  (data) => {
    const { handovers, again } = startedTwice();
    const taken: Handover[] = [];
    handovers.follow((handover) => taken.push(handover));
    again(data);
    expect(taken).toEqual([wantsWindow]);
  },
);
