import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { sharedHalf } from './shared-half.ts';
import { sharedMarkdown } from './shared-markdown.ts';
import { privateMeetings, privatePattern } from './test-data/private-meetings.ts';
import { shareWords } from './test-data/share-words.ts';

test('no character of anything private is in what is shared, nor in what it is made of', () => {
  fc.assert(
    fc.property(privateMeetings, (meeting) => {
      const half = sharedHalf(meeting);
      expect(JSON.stringify(half)).not.toMatch(privatePattern);
      expect(sharedMarkdown(half, shareWords)).not.toMatch(privatePattern);
    }),
    { numRuns: 1000 },
  );
});

test('the meetings of that law have something to hide, and something to show', () => {
  const meetings = fc.sample(privateMeetings, { numRuns: 200, seed: 1 });
  expect(meetings.every((meeting) => privatePattern.test(JSON.stringify(meeting)))).toBe(true);
  const halves = meetings.map(sharedHalf);
  expect(halves.some(({ points }) => points.length > 1)).toBe(true);
  expect(halves.some(({ actions }) => actions.length > 1)).toBe(true);
  expect(halves.some(({ leftOut }) => leftOut.points > 0 && leftOut.actions > 0)).toBe(true);
});

test('everything that is shared is there, each once and in order', () => {
  fc.assert(
    fc.property(privateMeetings, (meeting) => {
      const open = meeting.agenda.filter(({ text }) => !privatePattern.test(text));
      expect(sharedHalf(meeting).points.map(({ text }) => text)).toEqual(
        open.map(({ text }) => text),
      );
      const promises = meeting.actionItems.filter(({ text }) => !privatePattern.test(text));
      expect(sharedHalf(meeting).actions.map(({ text }) => text)).toEqual(
        promises.map(({ text }) => text),
      );
    }),
  );
});
