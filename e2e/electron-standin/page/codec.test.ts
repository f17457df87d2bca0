import { expect, test } from 'vitest';
import { createCodec } from './codec.ts';

const codec = createCodec();
const through = (value: unknown): unknown => codec.decode(codec.encode(value));

test('keeps plain values, and one object in two places as one', () => {
  const shared = { n: 1 };
  const value = { a: [1, 'x', null, true, undefined], b: shared, c: shared };
  const got = through(value) as typeof value;
  expect(got).toEqual(value);
  expect(got.b).toBe(got.c);
});

test('keeps bytes with their kind', () => {
  expect(through(new Float64Array([0.5, -1]))).toEqual(new Float64Array([0.5, -1]));
  expect(through(new Uint8Array([1, 2, 3]).buffer)).toEqual(new Uint8Array([1, 2, 3]).buffer);
});

test('a key named __proto__ stays a key', () => {
  const got = through(JSON.parse('{"__proto__": {"polluted": true}}')) as object;
  expect(Object.keys(got)).toEqual(['__proto__']);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test.each([() => 1, Symbol('s'), Promise.resolve(), new WeakMap(), { deep: [() => 1] }])(
  'refuses %s',
  (value) => {
    expect(() => codec.encode(value)).toThrow('An object could not be cloned.');
  },
);
