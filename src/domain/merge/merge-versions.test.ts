import * as v from 'valibot';
import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { documentSchemas } from '../documents/document.ts';
import { mergeVersions } from './merge-versions.ts';
import { mergeWordings } from './merge-wordings.ts';

test('a talking point worded anew in both places keeps both wordings', () => {
  const agenda = (text: string): unknown => ({ agenda: [{ id: 'a', text }] });
  const merged = mergeVersions(agenda('pay'), agenda('pay rise'), agenda('pay freeze'));
  expect(merged).toEqual(agenda('pay freeze / pay rise'));
  expect(mergeVersions(agenda('pay'), merged, agenda('pay rise'))).toEqual(merged);
});

test('tags, and suggestions not to be made again, that were added in both places all stay', () => {
  for (const field of ['tags', 'dismissedSuggestions', 'questionsNotForUs', 'snoozedSuggestions']) {
    const merged = mergeVersions(
      { [field]: ['old', 'kept'] },
      { [field]: ['old', 'kept', 'here'] },
      { [field]: ['kept', 'there'] },
    );
    expect(merged).toEqual({ [field]: ['kept', 'here', 'there'] });
  }
});

test('lines of feedback typed in both places both stay, as lines', () => {
  const feedback = (text: string): unknown => ({ kind: 'feedback', text });
  const merged = mergeVersions(feedback('one\ntwo'), feedback('one\nHERE'), feedback('one\nTHERE'));
  expect(merged).toEqual(feedback('one\nHERE\nTHERE'));
});

test('a point carried here and dropped there is left in one way everywhere', () => {
  const at = '2026-03-03T08:10:00Z';
  const agenda = (leftAs: unknown): unknown => ({ agenda: [{ id: 'a', leftAs }] });
  const carried = agenda({ kind: 'carried', toMeetingId: 'meeting-2', at });
  const dropped = agenda({ kind: 'dropped', at });
  expect(mergeVersions(agenda(null), carried, dropped)).toEqual(dropped);
  expect(mergeVersions(agenda(null), dropped, carried)).toEqual(dropped);
});

test('the longest texts that can be typed come to a document that can be read', () => {
  const meeting = (letter: string): unknown =>
    meetingWith({
      notes: letter.repeat(1_000_000),
      personId: 'person-1',
      agenda: [pointWith({ text: letter.repeat(2000) })],
    });
  const merged = mergeVersions(undefined, meeting('a'), meeting('b'));
  expect(v.parse(documentSchemas.meeting, merged)).toEqual(merged);
});

test('two wordings never look like the one that both replaced', () => {
  expect(mergeWordings('CD / CI', 'CI', 'CD')).toBe('CI / CD');
  expect(mergeWordings(null, 'CI', 'CD')).toBe('CD / CI');
});

test('what one side removed and the other changed stays, changed', () => {
  const [was, changed] = [
    { id: 'a', notes: 'one' },
    { id: 'a', notes: 'two' },
  ];
  expect(mergeVersions(was, undefined, changed)).toEqual(changed);
  expect(mergeVersions([was], [changed], [])).toEqual([changed]);
  expect(mergeVersions({ later: 1 }, {}, { later: 2 })).toEqual({ later: 2 });
  expect(mergeVersions(was, was, undefined)).toBeUndefined();
});

test('an item moved here and one added there come together, in the order of the ranks', () => {
  const point = (id: string, rank: string): unknown => ({ id, rank });
  expect(
    mergeVersions(
      [point('a', 'a0'), point('b', 'a1'), point('c', 'a2')],
      [point('c', 'Zz'), point('a', 'a0'), point('b', 'a1')],
      [point('a', 'a0'), point('b', 'a1'), point('c', 'a2'), point('e', 'a3'), point('d', 'a3')],
    ),
  ).toEqual([
    point('c', 'Zz'),
    point('a', 'a0'),
    point('b', 'a1'),
    point('d', 'a3'),
    point('e', 'a3'),
  ]);
});

test('words keep the order that one side gave them', () => {
  expect(mergeVersions(['b', 'a'], ['b', 'a'], ['a', 'z', 'b', 'c'])).toEqual(['a', 'z', 'b', 'c']);
});

test('words that both sides changed stand as they stood, and behind them what was added', () => {
  expect(mergeVersions(['b', 'a'], ['z', 'b', 'a'], ['a', 'c', 'b'])).toEqual(['b', 'a', 'c', 'z']);
  expect(mergeVersions(undefined, ['z', 'b'], ['c', 'b'])).toEqual(['b', 'c', 'z']);
});

test('words that both sides only moved have the order of one of them', () => {
  const [base, one, other] = [
    ['a', 'b', 'c'],
    ['b', 'a', 'c'],
    ['c', 'a', 'b'],
  ];
  expect(mergeVersions(base, one, other)).toEqual(other);
  expect(mergeVersions(base, other, one)).toEqual(other);
});

test('exceptions of a series stand by the wall time they replace', () => {
  const exception = (originalLocal: string): unknown => ({ kind: 'cancelled', originalLocal });
  const merged = mergeVersions(
    [exception('2')],
    [exception('2'), exception('3')],
    [exception('1'), exception('2')],
  );
  expect(merged).toEqual([exception('1'), exception('2'), exception('3')]);
});
