import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFocus } from './focus-keeper.ts';

let stop: () => void;
let heading: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = `
    <h1 tabindex="-1">Promises</h1>
    <ul><li><button>one</button></li><li><p>no control</p></li><li><button>two</button></li></ul>`;
  heading = element('h1');
  stop = keepFocus(() => {
    heading.focus();
  });
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
}

const button = (words: string): HTMLElement => {
  const found = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === words,
  );
  if (found === undefined) throw new Error(`There is no button "${words}".`);
  return found;
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const focused = (): Element | null => document.activeElement;

test('the row after one that has gone takes the focus, past one without a control', async () => {
  button('one').focus();
  button('one').closest('li')?.remove();
  await expect.poll(focused).toBe(button('two'));
});

test('after the last row the one before it takes the focus', async () => {
  button('two').focus();
  button('two').closest('li')?.remove();
  await expect.poll(focused).toBe(button('one'));
});

test('with the whole list the focus goes to the heading, also when its rows went first', async () => {
  button('two').focus();
  const list = element('ul');
  for (const row of [...list.children]) row.remove();
  list.remove();
  await expect.poll(focused).toBe(heading);
});

test('a row that is moved keeps the focus', async () => {
  const two = button('two');
  two.focus();
  const row = two.closest('li');
  row?.remove();
  element('ul').prepend(row ?? '');
  expect(focused()).toBe(document.body);
  await expect.poll(focused).toBe(two);
});

test('who moves the focus by themselves is not moved on', async () => {
  button('one').focus();
  button('one').closest('li')?.remove();
  heading.focus();
  await pause(200);
  expect(focused()).toBe(heading);
});

test('what was left before it went gives the focus to nothing', async () => {
  button('one').focus();
  button('one').blur();
  await pause(1);
  button('one').closest('li')?.remove();
  await pause(200);
  expect(focused()).toBe(document.body);
});

test('what goes elsewhere moves no focus', async () => {
  button('one').focus();
  button('two').closest('li')?.remove();
  await pause(200);
  expect(focused()).toBe(button('one'));
});
