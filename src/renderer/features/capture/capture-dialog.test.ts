import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { CaptureDraft } from '../../../domain/capture/drafts.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { PersonSummary } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { calm, FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import CaptureDialog from './CaptureDialog.svelte';

// What jsdom lacks of a list.
Element.prototype.scrollIntoView = () => undefined;

const person = (name: string): PersonSummary => ({
  id: `person-${name.toLowerCase()}`,
  ...{ name, relationship: 'report', next: null, openActions: 0, tags: [], attention: calm },
});
const draft = { id: 'draft-1', text: '', personId: null, problem: null };

async function start(change: Partial<CaptureDraft> = {}) {
  const bridge = new FakeBridge()
    .answer('people.list', () => success(['Sam', 'Samira', 'Kim'].map(person)))
    .answer('capture.keep', () => success(null))
    .answer('capture.close', () => success(null))
    .answer('capture.save', () =>
      success({ value: { sentence: 'There.', route: '#/' }, undo: { id: 'u1', label: 'There.' } }),
    );
  const app = await loadedApp(bridge);
  const screen = render(CaptureDialog, {
    props: { draft: { ...draft, ...change } },
    context: appContext(app),
  });
  const name = screen.getByRole('combobox');
  const text = screen.getByLabelText('Talking point');
  return { bridge, screen, name, text };
}

test('a person is found by typing, chosen with the arrows, and the thought saved by Enter', async () => {
  const { bridge, screen, name, text } = await start();
  await waitFor(async () => {
    await fireEvent.input(name, { target: { value: 'sam' } });
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });
  expect(name.getAttribute('aria-expanded')).toBe('true');
  await fireEvent.input(name, { target: { value: 'nobody' } });
  expect(name.getAttribute('aria-expanded')).toBe('false');
  await fireEvent.input(name, { target: { value: 'sam' } });
  await fireEvent.keyDown(name, { key: 'ArrowDown' });
  expect(name.getAttribute('aria-activedescendant')).toMatch(/person-samira$/);
  await fireEvent.keyDown(name, { key: 'Enter' });
  expect(name).toHaveProperty('value', 'Samira');
  await fireEvent.input(text, { target: { value: 'Holiday cover ' } });
  await fireEvent.keyDown(text, { key: 'Enter' });
  await waitFor(() => {
    expect(bridge.inputsOf('capture.save')).toEqual([
      { draftId: 'draft-1', text: 'Holiday cover', personId: 'person-samira' },
    ]);
  });
  // What was typed was with main before.
  expect(bridge.inputsOf('capture.keep').at(-1)).toMatchObject({ text: 'Holiday cover ' });
});

test('how many could be meant is said, of one as of several', async () => {
  const { screen, name } = await start();
  await waitFor(async () => {
    await fireEvent.input(name, { target: { value: 'sam' } });
    expect(screen.getByText('2 people to choose from.')).toBeTruthy();
  });
  await fireEvent.input(name, { target: { value: 'samira' } });
  expect(screen.getByText('One person to choose.')).toBeTruthy();
});

test('what is missing is said, and nothing is sent', async () => {
  const { bridge, screen } = await start();
  await fireEvent.click(screen.getByText('Add to the agenda'));
  await screen.findByText('Choose whom this is for.');
  await screen.findByText('Write a few words.');
  expect(bridge.inputsOf('capture.save')).toEqual([]);
});

test('what is missing in the field that one is led to is said once, as its description', async () => {
  const { screen, name } = await start({ text: 'Roadmap' });
  const button = screen.getByText('Add to the agenda');
  button.focus();
  await fireEvent.click(button);
  const error = await screen.findByText('Choose whom this is for.');
  expect(document.activeElement).toBe(name);
  expect(name.getAttribute('aria-describedby')).toContain(error.id);
  expect(error.getAttribute('role')).toBeNull();
});

test('why it asks, and why it could not be saved, is said; the text stays', async () => {
  const problem = 'You meet nobody called robin.';
  const { bridge, screen, text } = await start({ text: 'Roadmap', problem });
  screen.getByText(problem);
  bridge.answer('capture.save', () => failure('not-saved', 'The disk is full.'));
  const name = screen.getByRole('combobox');
  await waitFor(async () => {
    await fireEvent.input(name, { target: { value: 'Kim' } });
    expect(bridge.calls.some(({ channel }) => channel === 'people.list')).toBe(true);
    await fireEvent.blur(name);
    await fireEvent.click(screen.getByText('Add to the agenda'));
    screen.getByText('The disk is full.');
  });
  expect(text).toHaveProperty('value', 'Roadmap');
});

test('what is too long is said to be, kept whole, and added once it is shorter', async () => {
  const { bridge, screen, text } = await start({ personId: 'person-sam' });
  await fireEvent.input(text, { target: { value: 'x'.repeat(10_000) } });
  await screen.findByText(/longer than the 2,000 characters/);
  await fireEvent.click(screen.getByText('Add to the agenda'));
  expect(text).toHaveProperty('value', 'x'.repeat(10_000));
  expect(bridge.inputsOf('capture.save')).toEqual([]);
  await fireEvent.input(text, { target: { value: 'x'.repeat(2000) } });
  await fireEvent.click(screen.getByText('Add to the agenda'));
  await waitFor(() => {
    expect(bridge.inputsOf('capture.save')).toHaveLength(1);
  });
});

test('leaving keeps what was typed a moment ago', async () => {
  const { bridge, screen, text } = await start();
  await fireEvent.input(text, { target: { value: 'Half a tho' } });
  await fireEvent.click(screen.getByText('Keep for later'));
  await waitFor(() => {
    expect(bridge.calls.map(({ channel }) => channel).slice(-2)).toEqual([
      'capture.keep',
      'capture.close',
    ]);
  });
  expect(bridge.inputsOf('capture.keep')).toMatchObject([{ text: 'Half a tho' }]);
});
