import { expect, test } from 'vitest';
import { nextWorkingDay, previousWorkingDay, startOfWeek, weekdayOf } from './weekdays.ts';

test('Monday is the first day of the week and Sunday the seventh', () => {
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(weekdayOf('2026-11-29T23:59')).toBe(7);
});

test('a week begins on Monday, or where the country says', () => {
  expect(startOfWeek('2026-11-25')).toBe('2026-11-23');
  expect(startOfWeek('2026-11-23')).toBe('2026-11-23');
  expect(startOfWeek('2026-11-25', 7)).toBe('2026-11-22');
});

test('the working day before Monday is Friday', () => {
  expect(previousWorkingDay('2026-11-23', [1, 2, 3, 4, 5])).toBe('2026-11-20');
  expect(previousWorkingDay('2026-11-25', [1, 2, 3, 4, 5])).toBe('2026-11-24');
});

test('with one working day in the week, the day before is a week ago', () => {
  expect(previousWorkingDay('2026-11-23', [1])).toBe('2026-11-16');
});

test('the working day after Friday is Monday', () => {
  expect(nextWorkingDay('2026-11-20', [1, 2, 3, 4, 5])).toBe('2026-11-23');
  expect(nextWorkingDay('2026-11-23', [1])).toBe('2026-11-30');
});

test('without working days there is none before and none after', () => {
  expect(previousWorkingDay('2026-11-23', [])).toBeNull();
  expect(nextWorkingDay('2026-11-23', [])).toBeNull();
});
