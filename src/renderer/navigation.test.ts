import { afterEach, beforeEach, expect, test } from 'vitest';
import { Navigation } from './navigation.svelte.ts';

let navigation: Navigation;
let stop: () => void;

beforeEach(() => {
  window.history.replaceState(null, '', '#');
  navigation = new Navigation();
  stop = navigation.start();
});
afterEach(() => {
  stop();
});

/** Hash changes reach the window later, as in a browser. */
const arrival = async (): Promise<void> => {
  await new Promise((resolve) => {
    window.addEventListener('hashchange', resolve, { once: true });
  });
};

function heading(): HTMLElement {
  const element = document.createElement('h1');
  element.tabIndex = -1;
  document.body.replaceChildren(element);
  return element;
}

test('begins at today and goes where it is told', async () => {
  expect(navigation.route).toEqual({ place: 'today' });
  navigation.go({ place: 'person', personId: 'person-sam' });
  await arrival();
  expect(window.location.hash).toBe('#/people/person-sam');
  expect(navigation.route).toEqual({ place: 'person', personId: 'person-sam' });
});

test('an address that means nothing leads to today', async () => {
  navigation.goToHash('#/people');
  await arrival();
  navigation.goToHash('#/nowhere/at/all');
  await arrival();
  expect(navigation.route).toEqual({ place: 'today' });
});

test('the heading of the place arrived at takes the focus, once', async () => {
  const first = heading();
  navigation.meetHeading(first);
  expect(document.activeElement).not.toBe(first);

  navigation.goToHash('#/settings');
  await arrival();
  const second = heading();
  navigation.meetHeading(second);
  expect(document.activeElement).toBe(second);
  second.blur();
  navigation.meetHeading(second);
  expect(document.activeElement).not.toBe(second);
});

test('an anchor within a page is the same screen, another page is a new one', async () => {
  navigation.go({ place: 'guide-page', pageId: 'two-roles', anchor: null });
  await arrival();
  const { screenKey } = navigation;
  navigation.go({ place: 'guide-page', pageId: 'two-roles', anchor: 'sources' });
  await arrival();
  expect(navigation.screenKey).toBe(screenKey);
  expect(navigation.route).toMatchObject({ anchor: 'sources' });
  navigation.go({ place: 'guide-page', pageId: 'other', anchor: null });
  await arrival();
  expect(navigation.screenKey).not.toBe(screenKey);
});

test('a plan that got its meeting keeps its screen under a new address', async () => {
  navigation.go({ place: 'plan', seriesId: 'series-sam', originalLocal: '2026-11-23T11:00' });
  await arrival();
  const { screenKey } = navigation;
  navigation.replace({ place: 'meeting', meetingId: 'meeting-1' });
  expect(window.location.hash).toBe('#/meetings/meeting-1');
  expect(navigation.screenKey).toBe(screenKey);
});

test('Alt and an arrow go back and forward', async () => {
  navigation.goToHash('#/people');
  await arrival();
  const press = (key: string): boolean =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, cancelable: true }));
  expect(press('ArrowLeft')).toBe(false);
  await arrival();
  expect(navigation.route).toEqual({ place: 'today' });
  expect(press('ArrowRight')).toBe(false);
  await arrival();
  expect(navigation.route).toEqual({ place: 'people' });
  expect(press('a')).toBe(true);
});

test.each([
  { system: 'Macintosh; Intel Mac OS X 10_15_7', isLeftToText: true },
  { system: 'X11; Linux x86_64', isLeftToText: false },
])('on $system Alt and an arrow are left to a text: $isLeftToText', ({ system, isLeftToText }) => {
  const value = `Mozilla/5.0 (${system})`;
  Object.defineProperty(navigator, 'userAgent', { value, configurable: true });
  const field = document.createElement('textarea');
  document.body.append(field);
  const init = { key: 'ArrowRight', altKey: true, bubbles: true, cancelable: true };
  expect(field.dispatchEvent(new KeyboardEvent('keydown', init))).toBe(isLeftToText);
  field.remove();
  Reflect.deleteProperty(navigator, 'userAgent');
});

const pressF1 = (target: EventTarget, held: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'F1', bubbles: true, cancelable: true, ...held }),
  );

test('F1 shows the keys from anywhere', async () => {
  expect(pressF1(document.body)).toBe(false);
  await arrival();
  expect(navigation.route).toEqual({ place: 'keys' });
});

test('F1 leaves a dialog alone, and so does F1 with another key', () => {
  const dialog = document.createElement('dialog');
  document.body.replaceChildren(dialog);
  expect(pressF1(dialog)).toBe(true);
  expect(pressF1(document.body, { altKey: true })).toBe(true);
  expect(window.location.hash).toBe('');
});
