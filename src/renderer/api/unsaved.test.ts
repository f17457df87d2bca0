import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UnsavedWatch } from './unsaved.ts';
import { watchUnsaved } from './unsaved.ts';

let watch: UnsavedWatch;
beforeEach(() => {
  watch = watchUnsaved();
});
afterEach(() => {
  watch.stop();
  document.body.replaceChildren();
});

function show(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
}

function type(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input');
  if (field === null) throw new Error('There is no field.');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a form that was typed into is unsaved until it is emptied or gone', () => {
  show('<form><input></form>');
  expect(watch.holdsUnsaved()).toBe(false);
  type('Sam');
  expect(watch.holdsUnsaved()).toBe(true);
  type(' ');
  expect(watch.holdsUnsaved()).toBe(false);
  type('Sam');
  show('');
  expect(watch.holdsUnsaved()).toBe(false);
});

test('a field that saves itself is not a form, and says by its line how that went', () => {
  show('<input><p data-save="saved"></p>');
  type('Sam');
  expect(watch.holdsUnsaved()).toBe(false);
  for (const state of ['saving', 'failed']) {
    show(`<input><p data-save="${state}"></p>`);
    expect(watch.holdsUnsaved()).toBe(true);
  }
});

test('a form whose draft is kept by main holds nothing', () => {
  show('<form data-keeps-itself><input></form>');
  type('Sam');
  expect(watch.holdsUnsaved()).toBe(false);
});
