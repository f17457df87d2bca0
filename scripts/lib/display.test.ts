import { expect, test } from 'vitest';
import { displayState, explainDisplay } from './display.ts';
import { startVirtualDisplay } from './virtual-display.ts';

const isLinux = process.platform === 'linux';

test('outside of Linux there is always a display', async () => {
  expect(await displayState({}, 'darwin')).toEqual({ kind: 'there' });
});

test('on Linux without DISPLAY and WAYLAND_DISPLAY there is none, and it says what to do', async () => {
  const state = await displayState({ DISPLAY: '', WAYLAND_DISPLAY: '' }, 'linux');
  expect(state).toEqual({ kind: 'none' });
  expect(explainDisplay({ kind: 'none' })).toContain('npm start -- --virtual-display');
});

test('a display that is named but does not answer is said to be silent', async () => {
  const state = await displayState({ DISPLAY: ':4711' }, 'linux');
  expect(state).toEqual({ kind: 'silent', name: ':4711' });
  expect(explainDisplay({ kind: 'silent', name: ':4711' })).toContain(':4711 does not answer');
  const wayland = await displayState({ WAYLAND_DISPLAY: 'no-such-socket' }, 'linux');
  expect(wayland).toEqual({ kind: 'silent', name: 'no-such-socket' });
});

test('a display on another machine is left to Chromium', async () => {
  expect(await displayState({ DISPLAY: 'desk:0' }, 'linux')).toEqual({ kind: 'there' });
});

test.runIf(isLinux)(
  'two virtual displays run at once and answer; stopped, they do not',
  async () => {
    const displays = await Promise.all([startVirtualDisplay(), startVirtualDisplay()]);
    const [first, second] = displays;
    expect(first.name).not.toBe(second.name);
    expect(await displayState({ DISPLAY: first.name }, 'linux')).toEqual({ kind: 'there' });
    await Promise.all(displays.map((display) => display.stop()));
    const state = await displayState({ DISPLAY: first.name }, 'linux');
    expect(state).toEqual({ kind: 'silent', name: first.name });
  },
);
