import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from './announcer.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the same words are said again', () => {
  const announcer = new Announcer();
  announcer.say('Stance: lead');
  const first = announcer.words;
  announcer.say('Stance: lead');
  expect(announcer.words).not.toBe(first);
  expect(announcer.words.trim()).toBe('Stance: lead');
});

test('of what changes while somebody types the last is said, once they pause', () => {
  const announcer = new Announcer();
  announcer.sayAfterTyping('Read as: send');
  vi.advanceTimersByTime(900);
  announcer.sayAfterTyping('Read as: send the draft');
  vi.advanceTimersByTime(900);
  expect(announcer.words).toBe('');
  vi.advanceTimersByTime(100);
  expect(announcer.words).toBe('Read as: send the draft');
});

test('what is said at once, or is true no more, takes the place of what waits', () => {
  const announcer = new Announcer();
  announcer.sayAfterTyping('Read as: send');
  announcer.say('Added');
  vi.advanceTimersByTime(2000);
  expect(announcer.words).toBe('Added');
  announcer.sayAfterTyping('Read as: send');
  announcer.sayAfterTyping('');
  vi.advanceTimersByTime(2000);
  expect(announcer.words).toBe('');
});
