import { describe, expect, test } from 'vitest';
import type { Series } from '../documents/series.ts';
import type { ExceptionChange } from './change-series.ts';
import { cancelOccurrence, moveOccurrence, restoreOccurrence } from './change-series.ts';
import { occurrencesBetween } from './occurrences.ts';
import { seriesWith } from './test-data/series-with.ts';

const wednesday = { startLocal: '2026-03-11T14:00', durationMinutes: 30 };

function changed(change: ExceptionChange): Series {
  if (!change.ok) throw new Error(change.problem);
  return change.series;
}

const startsOf = (series: Series): readonly string[] =>
  occurrencesBetween(series, '2026-03-01T00:00:00Z', '2026-03-20T00:00:00Z').map(
    ({ startLocal }) => startLocal,
  );

describe('moving one', () => {
  const moved = changed(moveOccurrence(seriesWith({}), '2026-03-10T09:00', wednesday));

  test('changes when it takes place, not what it is', () => {
    expect(startsOf(moved)).toEqual(['2026-03-03T09:00', '2026-03-11T14:00', '2026-03-17T09:00']);
    expect(moved.exceptions).toEqual([
      { kind: 'moved', originalLocal: '2026-03-10T09:00', ...wednesday },
    ]);
  });

  test('again replaces the first move, and a move of a cancelled one brings it back', () => {
    const thursday = { startLocal: '2026-03-12T09:00', durationMinutes: 45 };
    const again = changed(moveOccurrence(moved, '2026-03-10T09:00:00', thursday));
    expect(again.exceptions).toHaveLength(1);
    expect(startsOf(again)).toContain('2026-03-12T09:00');
    const cancelled = changed(cancelOccurrence(again, '2026-03-10T09:00'));
    expect(startsOf(cancelled)).toEqual(['2026-03-03T09:00', '2026-03-17T09:00']);
    expect(startsOf(changed(moveOccurrence(cancelled, '2026-03-10T09:00', wednesday)))).toEqual(
      startsOf(moved),
    );
  });

  test('to where the rule has it leaves no exception', () => {
    const back = moveOccurrence(moved, '2026-03-10T09:00', {
      startLocal: '2026-03-10T09:00',
      durationMinutes: 30,
    });
    expect(changed(back).exceptions).toEqual([]);
  });

  test('to a date that does not exist is refused', () => {
    const never = { startLocal: '2026-02-30T09:00', durationMinutes: 30 };
    expect(moveOccurrence(seriesWith({}), '2026-03-10T09:00', never)).toEqual({
      ok: false,
      problem: 'impossible-start',
    });
  });
});

test('exceptions stay in the order of what the rule gave', () => {
  const later = changed(cancelOccurrence(seriesWith({}), '2026-03-17T09:00'));
  const both = changed(moveOccurrence(later, '2026-03-03T09:00', wednesday));
  expect(both.exceptions.map(({ originalLocal }) => originalLocal)).toEqual([
    '2026-03-03T09:00',
    '2026-03-17T09:00',
  ]);
});

test('putting one back makes it as the rule gives it', () => {
  const cancelled = changed(cancelOccurrence(seriesWith({}), '2026-03-10T09:00'));
  const moved = changed(moveOccurrence(cancelled, '2026-03-17T09:00', wednesday));
  const one = changed(restoreOccurrence(moved, '2026-03-10T09:00'));
  expect(changed(restoreOccurrence(one, '2026-03-17T09:00'))).toEqual(seriesWith({}));
});

test('an exception to what the rule never gave can be put back as well', () => {
  const odd = seriesWith({
    exceptions: [{ kind: 'cancelled', originalLocal: '2026-03-11T09:00' }],
  });
  expect(changed(restoreOccurrence(odd, '2026-03-11T09:00')).exceptions).toEqual([]);
});

test.each([
  ['a day that the rule does not give', '2026-03-11T09:00'],
  ['a time before the first', '2026-02-24T09:00'],
  ['no time at all', 'soon'],
])('%s is no occurrence of the series', (_, originalLocal) => {
  const none = { ok: false, problem: 'no-such-occurrence' };
  const series = seriesWith({});
  expect(moveOccurrence(series, originalLocal, wednesday)).toEqual(none);
  expect(cancelOccurrence(series, originalLocal)).toEqual(none);
  expect(restoreOccurrence(series, originalLocal)).toEqual({
    ok: false,
    problem: 'nothing-to-put-back',
  });
});

test('what is cancelled cannot be cancelled again, nor what is as given be put back', () => {
  const cancelled = changed(cancelOccurrence(seriesWith({}), '2026-03-10T09:00'));
  expect(cancelOccurrence(cancelled, '2026-03-10T09:00').ok).toBe(false);
  expect(restoreOccurrence(cancelled, '2026-03-17T09:00').ok).toBe(false);
});
