import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { success } from '../../../ipc/result.ts';
import { appContext, type App } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam } from '../../test-support/fake-bridge.ts';
import UndoBar from './UndoBar.svelte';

const undo = { id: 'undo-1', label: 'Sam Okafor was archived' };

async function archived() {
  const bridge = new FakeBridge().answer('people.archive', () => success({ value: sam, undo }));
  const app: App = await loadedApp(bridge);
  const screen = render(UndoBar, { context: appContext(app) });
  expect(screen.queryByRole('button')).toBeNull();
  await app.api.call('people.archive', { personId: sam.id });
  await tick();
  return { bridge, app, screen };
}

const pressUndo = (target: EventTarget): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }),
  );

test('a destructive call shows its label and an Undo button, read out', async () => {
  const { bridge, screen } = await archived();
  expect(screen.getByRole('status').textContent).toContain('Sam Okafor was archived');
  screen.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => screen.getByRole('status').textContent).toContain('Taken back');
  expect(bridge.inputsOf('undo.undo')).toEqual([{ undoId: 'undo-1' }]);
});

test('the same act done again is read out again', async () => {
  const { app, screen } = await archived();
  const before = screen.getByRole('status').textContent;
  await app.api.call('people.archive', { personId: sam.id });
  await tick();
  const now = screen.getByRole('status').textContent;
  expect(now.trim()).toBe(before);
  expect(now).not.toBe(before);
});

test('Ctrl+Z takes the act back', async () => {
  const { bridge } = await archived();
  expect(pressUndo(document.body)).toBe(false);
  await expect.poll(() => bridge.inputsOf('undo.undo')).toEqual([{ undoId: 'undo-1' }]);
});

test('Ctrl+Z in a text field stays with the text', async () => {
  const { bridge } = await archived();
  const field = document.createElement('textarea');
  document.body.append(field);
  expect(pressUndo(field)).toBe(true);
  await tick();
  expect(bridge.inputsOf('undo.undo')).toEqual([]);
  field.remove();
});

test('the focus is not lost with the buttons of the bar, however they are pressed', async () => {
  const { bridge, screen } = await archived();
  const heading = document.createElement('h1');
  heading.tabIndex = -1;
  document.body.append(heading);
  const button = screen.getByRole('button', { name: 'Undo' });
  button.focus();
  pressUndo(button);
  await expect.poll(() => document.activeElement).toBe(heading);
  expect(bridge.inputsOf('undo.undo')).toEqual([{ undoId: 'undo-1' }]);
  heading.remove();
});

test('taking back by key leaves the focus where somebody works', async () => {
  const { bridge, screen } = await archived();
  const box = document.createElement('input');
  box.type = 'checkbox';
  document.body.append(box);
  box.focus();
  pressUndo(box);
  await expect.poll(() => screen.getByRole('status').textContent).toContain('Taken back');
  expect(bridge.inputsOf('undo.undo')).toHaveLength(1);
  expect(document.activeElement).toBe(box);
  box.remove();
});
