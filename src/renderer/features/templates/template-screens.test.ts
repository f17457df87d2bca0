import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { failure, success } from '../../../ipc/result.ts';
import type { TemplateSummary, TemplateView } from '../../../ipc/views.ts';
import type { App } from '../../api/app.svelte.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import TemplateScreen from './TemplateScreen.svelte';
import TemplatesScreen from './TemplatesScreen.svelte';

const weekly: TemplateSummary = {
  id: 'weekly',
  source: 'changed',
  title: 'Weekly 1:1',
  isUsable: true,
  summary: 'Half an hour.',
  when: 'Every week.',
  durationMinutes: 30,
};
const broken: TemplateSummary = {
  id: 'template-own',
  source: 'own',
  title: null,
  isUsable: false,
  reason: 'A section has no heading text.',
  line: 3,
};

/** A main process that keeps one template. */
function bridgeWith(summary: TemplateSummary, text: string): FakeBridge {
  let stored = text;
  const view = (): TemplateView => ({
    summary,
    text: stored,
    sections: summary.isUsable
      ? [{ heading: 'Begin', stance: null, prompts: ['Ask.'], points: ['Point'] }]
      : [],
    avoid: [],
  });
  return new FakeBridge()
    .answer('templates.list', () => success([weekly, broken]))
    .answer('templates.read', () => success(view()))
    .answer('templates.save', (input) => {
      stored = input.text;
      return success(null);
    });
}

function openEditor(app: App) {
  const screen = render(TemplateScreen, {
    context: appContext(app),
    props: { templateId: 'template-own', isEditing: true },
  });
  const field = async (): Promise<HTMLTextAreaElement> => {
    const element = await screen.findByRole('textbox', { name: 'Text of the template' });
    if (!(element instanceof HTMLTextAreaElement)) throw new Error('This is no text area.');
    return element;
  };
  return { screen, field };
}

test('the list says whose each template is, and why one cannot be used', async () => {
  const app = await loadedApp(bridgeWith(weekly, ''));
  const screen = render(TemplatesScreen, { context: appContext(app) });
  const link = await screen.findByRole('link', { name: 'Weekly 1:1' });
  expect(link.getAttribute('href')).toBe('#/templates/weekly');
  expect(screen.getByText('Changed by you')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Template without a name' })).toBeTruthy();
  expect(
    screen.getByText('Cannot be used yet. Line 3: A section has no heading text.'),
  ).toBeTruthy();
});

test('what is wrong is one press away from its line', async () => {
  const app = await loadedApp(bridgeWith(broken, 'one\ntwo\n##\nfour'));
  const { screen, field } = openEditor(app);
  const text = await field();
  await fireEvent.click(screen.getByRole('button', { name: 'Go to line 3' }));
  expect(document.activeElement).toBe(text);
  expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('##');
});

test('leaving the editor saves what was typed last', async () => {
  const bridge = bridgeWith(broken, '');
  const { screen, field } = openEditor(await loadedApp(bridge));
  await fireEvent.input(await field(), { target: { value: '## One' } });
  screen.unmount();
  expect(bridge.inputsOf('templates.save')).toEqual([
    { templateId: 'template-own', text: '## One' },
  ]);
});

test('what could not be saved is there again when the user comes back, and is saved then', async () => {
  const bridge = bridgeWith(broken, 'as stored').answer('templates.save', () =>
    failure('not-saved', 'The disk is full.'),
  );
  const app = await loadedApp(bridge);
  const first = openEditor(app);
  await fireEvent.input(await first.field(), { target: { value: 'as typed' } });
  await first.screen.findByText(/The disk is full/);
  first.screen.unmount();
  const saved: string[] = [];
  bridge.answer('templates.save', ({ text }) => {
    saved.push(text);
    return success(null);
  });
  const second = openEditor(app);
  expect((await second.field()).value).toBe('as typed');
  await waitFor(() => {
    expect(saved).toEqual(['as typed']);
  });
});

test('a change that somebody else made shows, unless something is unsaved here', async () => {
  const bridge = bridgeWith(broken, 'one');
  const { field } = openEditor(await loadedApp(bridge));
  const text = await field();
  bridge.answer('templates.read', () =>
    success({ summary: broken, text: 'two', sections: [], avoid: [] }),
  );
  bridge.send('changed', { topics: ['templates'] });
  await waitFor(() => {
    expect(text.value).toBe('two');
  });
});
