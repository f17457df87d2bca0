import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../../../domain/agenda/test-data/meeting-with.ts';
import { sharedHalf } from '../../../domain/share/shared-half.ts';
import { sharedMarkdown } from '../../../domain/share/shared-markdown.ts';
import {
  privateMeetings,
  privatePattern,
} from '../../../domain/share/test-data/private-meetings.ts';
import { shareWords } from '../../../domain/share/test-data/share-words.ts';
import { fc } from '../../../domain/test-laws/fast-check.ts';
import { failure, success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
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
    .answer('share.print', () => failure('unavailable', 'Printing is not possible here.'));
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
  await screen.findByText('Printing is not possible here.');
});

test('no character of anything private is in the HTML of the page that is printed', () => {
  fc.assert(
    fc.property(privateMeetings, (meeting) => {
      const text = sharedMarkdown(sharedHalf(meeting), shareWords);
      const page = renderMarkdown(text, { headingOffset: 1, keepsLineBreaks: true });
      expect(page).toMatchObject({ ok: true });
      expect(JSON.stringify(page)).not.toMatch(privatePattern);
    }),
    { numRuns: 300 },
  );
});

test('on that page a point reads as it was typed', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, (typed) => {
      const agenda = [
        pointWith({ text: `p ${typed}` }),
        pointWith({ id: 'point-2', text: 'next' }),
      ];
      const markdown = sharedMarkdown(sharedHalf(meetingWith({ agenda })), shareWords);
      const page = renderMarkdown(markdown, { headingOffset: 1, keepsLineBreaks: true });
      const holder = document.createElement('div');
      holder.innerHTML = page.ok ? page.html : '';
      const items = [...holder.querySelectorAll('li')].map(({ textContent }) => textContent);
      const plain = `p ${typed}`.replaceAll(/\s+/g, ' ').trim();
      expect(items.map((item) => item.replaceAll(/\s+/g, ' '))).toEqual([`☐ ${plain}`, '☐ next']);
    }),
  );
});
