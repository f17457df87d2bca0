import { expect, test } from 'vitest';
import { readLeads, readMinutes, writeLeads } from './lead-minutes.ts';

test('reads numbers however they are parted, longest first, each once', () => {
  expect(readLeads('2, 10')).toEqual([10, 2]);
  expect(readLeads(' 5;5  30 ')).toEqual([30, 5]);
  expect(readLeads('')).toEqual([]);
  expect(readLeads('0')).toEqual([0]);
});

test('refuses what is no list of up to five lead times', () => {
  for (const text of ['ten', '-5', '2.5', '1441', '1 2 3 4 5 6'])
    expect(readLeads(text)).toBeNull();
});

test('writes what it reads', () => {
  expect(readLeads(writeLeads([60, 10, 2]))).toEqual([60, 10, 2]);
});

test('one number of minutes is one, no more and no less', () => {
  expect(readMinutes(' 15 ')).toBe(15);
  expect(readMinutes('0')).toBe(0);
  for (const text of ['', '5 10', 'ten', '1441', '-1']) expect(readMinutes(text)).toBeNull();
});
