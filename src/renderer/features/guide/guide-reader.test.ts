import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Reading } from '../../../domain/documents/reading.ts';
import { newReading } from '../../../domain/documents/reading.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { GuidePageSummary } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import GuideScreen from './GuideScreen.svelte';

const pages: readonly GuidePageSummary[] = ['opening', 'difference', 'balance'].map((id) => ({
  id,
  title: `The ${id}`,
  summary: `About the ${id}.`,
  group: 'article',
}));
const stopped = { portion: 0.4, anchor: null, stoppedAt: '2026-11-22T08:00:00Z' };
const piece: GuidePageSummary = {
  id: 'fork',
  title: 'The fork',
  summary: 'About the fork.',
  group: 'companions',
};

async function open(props: { pageId?: string; anchor?: string | null } = {}) {
  let reading: Reading = {
    ...newReading,
    pages: [
      { ...stopped, id: 'opening', readAt: '2026-11-22T09:00:00Z' },
      { ...stopped, id: 'difference', readAt: null },
    ],
  };
  const bridge = new FakeBridge()
    .answer('guide.reading', () => success(reading))
    .answer('guide.setReading', ({ textStep, paper }) => {
      const { textStep: stepBefore, paper: paperBefore } = reading;
      reading = { ...reading, textStep: textStep ?? stepBefore, paper: paper ?? paperBefore };
      return success(reading);
    })
    .answer('guide.list', () => success([...pages, piece]))
    .answer('app.openLink', () => success(null))
    .answer('library.search', ({ text }) =>
      success([{ pageId: 'own', title: `Ours: ${text}`, folder: 'Handbook', excerpt: 'Why not' }]),
    )
    .answer('guide.read', ({ pageId }) => {
      const at = pages.findIndex(({ id }) => id === pageId);
      const page = pages[at];
      if (page === undefined) return failure('not-found', 'This page is not in the guide.');
      return success({
        id: page.id,
        title: page.title,
        markdown: `The text of ${page.id}.`,
        sources: [{ title: 'A source', detail: 'Somebody, 1990.', url: 'https://example.com/' }],
        previous: pages[at - 1] ?? null,
        next: pages[at + 1] ?? null,
        library: null,
      });
    });
  const app = await loadedApp(bridge);
  const screen = render(GuideScreen, { context: appContext(app), props });
  return { app, bridge, screen };
}

test('the list names every page and what the evidence labels mean', async () => {
  const { screen } = await open();
  const link = await screen.findByRole('link', { name: 'The difference' });
  expect(link.getAttribute('href')).toBe('#/guide/difference');
  expect(screen.getByText('About the balance.')).toBeTruthy();
  expect(screen.getByText('plausible or contested')).toBeTruthy();
});

test('the list keeps the article and its companion pieces apart', async () => {
  const { screen } = await open();
  const linksIn = async (name: string): Promise<readonly (string | null)[]> => {
    const group = await screen.findByRole('region', { name });
    return within(group)
      .getAllByRole('link')
      .map((link) => link.textContent.trim());
  };
  expect(await linksIn('The article')).toEqual(['The opening', 'The difference', 'The balance']);
  expect(await linksIn('Companion pieces')).toEqual(['The fork']);
});

test('the list leads to the library, and searches both in place of its pages', async () => {
  const { screen } = await open();
  const library = await screen.findByRole('link', { name: 'Open your library' });
  expect(library.getAttribute('href')).toBe('#/library');
  const field = screen.getByRole('searchbox', { name: 'Search the guide and your library' });
  await fireEvent.input(field, { target: { value: 'rest' } });
  const found = await screen.findByRole('link', { name: 'Ours: rest' });
  expect(found.getAttribute('href')).toBe('#/guide/own');
  expect(screen.queryByRole('link', { name: 'The difference' })).toBeNull();
  await fireEvent.input(field, { target: { value: '' } });
  expect(await screen.findByRole('link', { name: 'The difference' })).toBeTruthy();
});

test('where the user stopped is known to the next page without being asked for', async () => {
  const { app, bridge, screen } = await open();
  await screen.findByRole('link', { name: 'The difference' });
  screen.unmount();
  bridge.answer('guide.reading', () => new Promise<never>(() => undefined));
  const props = { pageId: 'difference' };
  const reader = render(GuideScreen, { context: appContext(app), props });
  expect(await reader.findByRole('heading', { level: 1, name: 'The difference' })).toBeTruthy();
});

test('what was changed elsewhere about the reading is read again', async () => {
  const { bridge, screen } = await open({ pageId: 'difference' });
  expect(await screen.findByText('100%')).toBeTruthy();
  bridge.answer('guide.reading', () => success({ ...newReading, textStep: 1 }));
  bridge.send('changed', { topics: ['reading'] });
  expect(await screen.findByText('115%')).toBeTruthy();
});

test.each([
  ['ArrowRight', '#/guide/balance'],
  [']', '#/guide/balance'],
  ['ArrowLeft', '#/guide/opening'],
  ['[', '#/guide/opening'],
])('%s turns the page', async (key, hash) => {
  const { screen } = await open({ pageId: 'difference' });
  await screen.findByRole('heading', { level: 1, name: 'The difference' });
  window.location.hash = '#/guide/difference';
  await fireEvent.keyDown(document.body, { key });
  expect(window.location.hash).toBe(hash);
});

test('keys with Control or Alt, or in a field, mean something else', async () => {
  const { screen } = await open({ pageId: 'difference' });
  await screen.findByRole('heading', { level: 1, name: 'The difference' });
  window.location.hash = '#/guide/difference';
  await fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
  await fireEvent.keyDown(document.body, { key: ']', ctrlKey: true });
  const field = document.body.appendChild(document.createElement('input'));
  await fireEvent.keyDown(field, { key: ']' });
  await fireEvent.keyDown(field, { key: 'a' });
  expect(screen.queryByRole('dialog')).toBeNull();
  field.remove();
  expect(window.location.hash).toBe('#/guide/difference');
});

test('at the first and the last page there is nowhere further to turn', async () => {
  const { screen } = await open({ pageId: 'balance' });
  await screen.findByRole('heading', { level: 1, name: 'The balance' });
  window.location.hash = '#/guide/balance';
  await fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(window.location.hash).toBe('#/guide/balance');
  expect(screen.getByRole('link', { name: /Previous/ }).getAttribute('href')).toBe(
    '#/guide/difference',
  );
  expect(screen.queryByRole('link', { name: /Next/ })).toBeNull();
});

test('where the text cannot be laid out it is there as it was typed, with the reason', async () => {
  const { screen } = await open({ pageId: 'difference' });
  expect(await screen.findByText('The text of difference.')).toBeTruthy();
  expect(screen.getByText(/so it is shown as it was typed/)).toBeTruthy();
});

test('the size of the text has bounds, and is kept by main', async () => {
  const { bridge, screen } = await open({ pageId: 'difference' });
  const larger = await screen.findByRole('button', { name: 'Larger text', hidden: true });
  for (let press = 0; press < 6; press += 1) await fireEvent.click(larger);
  expect(screen.getByText('150%')).toBeTruthy();
  expect(larger.getAttribute('aria-disabled')).toBe('true');
  expect(bridge.inputsOf('guide.setReading')).toContainEqual({ textStep: 3 });
});

test('the page has a paper of its own while it is read', async () => {
  const { app, bridge, screen } = await open({ pageId: 'difference' });
  await fireEvent.click(await screen.findByRole('radio', { name: 'Sepia', hidden: true }));
  expect(app.paper).toBe('sepia');
  expect(bridge.inputsOf('guide.setReading')).toEqual([{ paper: 'sepia' }]);
  screen.unmount();
  expect(app.paper).toBe('app');
});

test('the list says what was read and what was begun, and offers to go on', async () => {
  const { screen } = await open();
  const items = within(await screen.findByRole('region', { name: 'The article' }));
  const said = items.getAllByRole('listitem').map((item) => item.textContent.trim());
  expect(said[0]).toMatch(/Read$/);
  expect(said[1]).toMatch(/Begun$/);
  expect(said[2]).toMatch(/balance\.$/);
  const goOn = screen.getByRole('link', { name: 'Go on reading: The difference' });
  expect(goOn.getAttribute('href')).toBe('#/guide/difference');
});

test('a source is opened by main, not by the window', async () => {
  const { bridge, screen } = await open({ pageId: 'difference' });
  const isAllowed = await fireEvent.click(await screen.findByRole('link', { name: 'A source' }));
  expect(isAllowed).toBe(false);
  expect(bridge.inputsOf('app.openLink')).toEqual([{ url: 'https://example.com/' }]);
});

test('a page that is not there is said, with a heading', async () => {
  const { screen } = await open({ pageId: 'lost' });
  await waitFor(() => {
    expect(screen.getByRole('alert').textContent).toContain('This page is not in the guide.');
  });
  expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
});
