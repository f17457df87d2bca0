import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { sharedHalf } from './shared-half.ts';
import { sharedMarkdown } from './shared-markdown.ts';
import { actionWith, shareWords } from './test-data/share-words.ts';

const at = '2026-03-03T09:00:00Z';
const markdownOf = (change: Parameters<typeof meetingWith>[0]): string =>
  sharedMarkdown(sharedHalf(meetingWith(change)), shareWords);

test('title, date, points with what became of them, notes and promises', () => {
  const markdown = markdownOf({
    agenda: [
      pointWith({ id: 'p1', text: 'The migration', discussedAt: at }),
      pointWith({ id: 'p2', text: 'Holiday cover' }),
      pointWith({ id: 'p3', text: 'Pay', visibility: 'private' }),
      pointWith({ id: 'p4', text: 'On-call', leftAs: { kind: 'carried', toMeetingId: 'm2', at } }),
      pointWith({
        id: 'p5',
        text: 'Library',
        leftAs: { kind: 'decision', text: 'Sam decides', at },
      }),
      pointWith({ id: 'p6', text: 'Old tickets', leftAs: { kind: 'dropped', at } }),
      pointWith({ id: 'p7', text: 'Budget', leftAs: { kind: 'action', actionId: 'a1', at } }),
    ],
    notes: '\nThe train **slips**.\n\n- a day\n',
    privateNotes: 'tired',
    actionItems: [
      actionWith({ id: 'a1', text: 'Ask finance', owner: 'me', dueOn: '2026-03-06' }),
      actionWith({ id: 'a2', text: 'Write to sales', owner: 'them', doneAt: at }),
    ],
  });
  expect(markdown).toBe(`# 1:1 with Sam

Tuesday 3 March

## Agenda

- [x] The migration
- [ ] Holiday cover
- [ ] On-call (carried over)
- [x] Library (decided: Sam decides)
- [ ] Old tickets (dropped)
- [ ] Budget (became an action item)

## Notes

The train **slips**.

- a day

## Action items

- [ ] Ask finance (me, due 2026-03-06)
- [x] Write to sales (Sam)
`);
});

test('headings in the notes stand below that of the notes', () => {
  const notes = '# Plan\n```\n# code\n```\n## Next\n#tag';
  expect(markdownOf({ notes })).toContain(
    '## Notes\n\n### Plan\n```\n# code\n```\n#### Next\n#tag\n',
  );
});

test('a meeting of which nothing is shared says so', () => {
  expect(markdownOf({ privateNotes: 'tired' })).toBe(
    '# 1:1 with Sam\n\nTuesday 3 March\n\nNothing shared yet.\n',
  );
});

test('what came from feedback or from a private point stays here, and is counted', () => {
  const half = sharedHalf(
    meetingWith({
      agenda: [
        pointWith({ id: 'p1', visibility: 'private' }),
        pointWith({ id: 'p2', origin: { kind: 'feedback', feedbackId: 'feedback-1' } }),
        pointWith({ id: 'p3', text: 'shared' }),
      ],
      actionItems: [
        actionWith({ id: 'a1', fromPointId: 'p1' }),
        actionWith({ id: 'a2', fromPointId: 'p2' }),
        actionWith({ id: 'a3', fromPointId: 'gone' }),
        actionWith({ id: 'a4', fromPointId: 'p3', text: 'promised' }),
      ],
    }),
  );
  expect(half.points.map(({ text }) => text)).toEqual(['shared']);
  expect(half.actions.map(({ text }) => text)).toEqual(['promised']);
  expect(half.leftOut).toEqual({ points: 2, actions: 3 });
});

test.each([
  '# big',
  '1. first',
  '- dash',
  '*stars* [a](b)',
  '<b>bold</b>',
  'snake_case _it_',
  '> said',
])('a point is no Markdown: %s', (text) => {
  const [line = ''] = /^- \[ \] .*$/m.exec(markdownOf({ agenda: [pointWith({ text })] })) ?? [];
  expect(line.slice(6).replaceAll(/\\(?=[^\p{L}\p{N}\s])/gu, '')).toBe(text);
  expect(line).not.toMatch(/\] (?:#|1\.|-|>)|(?<!\\)[*<[](?![ \]])/);
});
