import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('each pair is worked out once, also where pairs look alike, and forgetting changes no answer', () => {
  const asked: string[] = [];
  const join = remembered((one, other) => {
    asked.push(`${one}|${other}`);
    return `${one}|${other}`;
  });
  expect([join('a', 'b'), join('b', 'a'), join('a', 'b')]).toEqual(['a|b', 'b|a', 'a|b']);
  expect(asked).toEqual(['a|b', 'b|a']);
  for (let count = 0; count < 10_000; count += 1) join('n', String(count));
  expect(join('a', 'b')).toBe('a|b');
});

test('what cannot be worked out is refused each time', () => {
  const refuse = remembered(() => {
    throw new RangeError('no such date');
  });
  expect(() => refuse('a', 'b')).toThrow(RangeError);
  expect(() => refuse('a', 'b')).toThrow(RangeError);
});
