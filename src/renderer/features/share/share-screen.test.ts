import { render, waitFor } from '@testing-library/svelte';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedHalf } from '../../../domain/share/shared-half.ts';
import { sharedMarkdown } from '../../../domain/share/shared-markdown.ts';
import {
  privateMeetings,
  privatePattern,
} from '../../../domain/share/test-data/private-meetings.ts';
import { shareWords } from '../../../domain/share/test-data/share-words.ts';
import { failure, success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import SharedPage from './SharedPage.svelte';
import ShareScreen from './ShareScreen.svelte';

const markdown = '# 1:1 with Sam\n\n## Agenda\n\n- [x] The migration\n';

async function open() {
  const bridge = new FakeBridge()
    .answer('share.read', ({ meetingId }) =>
      success({
        ...{ meetingId, personName: 'Sam Okafor', onDate: '2026-11-23', markdown },
        leftOut: { points: 2, actions: 1 },
      }),
    )
    .answer('share.copy', () => success(null))
    .answer('share.save', () => success({ path: '/home/robin/one.md' }))
    .answer('share.print', () => failure('unavailable', 'Printing is not to be had here.'));
  const app = await loadedApp(bridge);
  const screen = render(ShareScreen, {
    context: appContext(app),
    props: { meetingId: 'meeting-one' },
  });
  await screen.findByRole('heading', { level: 1, name: 'Share the 1:1 with Sam Okafor' });
  return { bridge, screen };
}

test('it says what stays here, and each way says what became of it', async () => {
  const { bridge, screen } = await open();
  expect(screen.getByText(/2 private points stay here\. One action item/)).toBeTruthy();
  const press = (name: string): void => {
    screen.getByRole('button', { name }).click();
  };
  press('Copy as Markdown');
  await screen.findByText('Copied. Paste it where you want it.');
  press('Save as PDF…');
  await screen.findByText('Saved as /home/robin/one.md');
  expect(bridge.inputsOf('share.save')).toEqual([{ meetingId: 'meeting-one', format: 'pdf' }]);
  press('Print…');
  await screen.findByText('Printing is not to be had here.');
});

test('no character of anything private is in the HTML of the page that is printed', async () => {
  const app = await loadedApp(new FakeBridge());
  await fc.assert(
    fc.asyncProperty(privateMeetings, async (meeting) => {
      const text = sharedMarkdown(sharedHalf(meeting), shareWords);
      const page = render(SharedPage, {
        context: appContext(app),
        props: {
          markdown: text,
          render: (asked, options) => Promise.resolve(renderMarkdown(asked, options)),
        },
      });
      await waitFor(() => {
        expect(page.container.querySelector('[data-markdown="waiting"]')).toBeNull();
      });
      expect(page.container.textContent).toContain('1:1 with Sam');
      expect(page.container.innerHTML).not.toMatch(privatePattern);
      page.unmount();
    }),
    { numRuns: 60 },
  );
});
