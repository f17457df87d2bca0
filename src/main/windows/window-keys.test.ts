import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { PressedKey } from './window-keys.ts';
import { nextZoom, registerWindowKeys, windowKeyOf } from './window-keys.ts';

const pressed = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  ...{ type: 'keyDown', key, isComposing: false, control: true, alt: false, meta: false },
  ...more,
});

test('the keys of a browser, with the command key of the system', () => {
  const keys = ['+', '=', '-', '_', '0', 'w', 'W', 'p'];
  expect(keys.map((key) => windowKeyOf(pressed(key), 'linux'))).toEqual([
    ...['larger', 'larger', 'smaller', 'smaller', 'usual-size', 'close', 'close', null],
  ]);
  const withCommand = { control: false, meta: true };
  expect(windowKeyOf(pressed('-', withCommand), 'darwin')).toBe('smaller');
  expect(windowKeyOf(pressed('w', withCommand), 'darwin')).toBeNull();
  expect(windowKeyOf(pressed('-', withCommand), 'win32')).toBeNull();
});

test('what belongs to the page is left to it', () => {
  const others: Partial<PressedKey>[] = [
    ...[{ type: 'keyUp' }, { isComposing: true }, { control: false }],
    // With AltGr, which Windows has as Control and Alt, these are signs to be typed.
    ...[{ alt: true }, { meta: true }],
  ];
  expect(others.map((more) => windowKeyOf(pressed('-', more), 'win32'))).toEqual(
    others.map(() => null),
  );
});

test('sizes go step by step, and end', () => {
  expect([1, 2.5, 3, 0.96].map((factor) => nextZoom(factor, 'larger'))).toEqual([1.1, 3, 3, 1]);
  expect([1, 0.67, 0.5].map((factor) => nextZoom(factor, 'smaller'))).toEqual([0.9, 0.5, 0.5]);
});

test('a key acts once and does not reach the page; the wheel acts as well', () => {
  const events = new EventEmitter();
  const done: (string | number)[] = [];
  let factor = 1;
  const contents = {
    on: events.on.bind(events),
    getZoomFactor: () => factor,
    setZoomFactor: (next: number) => {
      factor = next;
      done.push(next);
    },
  };
  registerWindowKeys({ contents, platform: 'linux', close: () => done.push('close') });
  const press = (key: string): void => {
    events.emit('before-input-event', { preventDefault: () => done.push('kept') }, pressed(key));
  };
  press('+');
  events.emit('zoom-changed', {}, 'in');
  events.emit('zoom-changed', {}, 'out');
  press('0');
  press('a');
  press('w');
  expect(done).toEqual(['kept', 1.1, 1.25, 1.1, 'kept', 1, 'kept', 'close']);
});
