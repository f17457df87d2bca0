import { expect, test } from 'vitest';
import { calls } from '../../ipc/contract.ts';
import { success } from '../../ipc/result.ts';
import type { Result } from '../../ipc/result.ts';
import { isTrustedSender } from '../security/trusted-sender.ts';
import type { SenderEvent } from '../security/trusted-sender.ts';
import { NotSavedError } from '../store/store.ts';
import { answerCall } from './answer-call.ts';
import type { CheckedCall } from './check-call.ts';
import { checkCall } from './check-call.ts';
import type { Handlers } from './handlers.ts';

const trust = { origin: 'app://evenkeel', isKnownWindow: (id: number) => id === 7 };
const ownFrame = { origin: 'app://evenkeel', parent: null };
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

test.each<[string, SenderEvent, boolean]>([
  ['the main frame of our window', { sender: { id: 7 }, senderFrame: ownFrame }, true],
  ['a frame that has gone', { sender: { id: 7 }, senderFrame: null }, false],
  [
    'a frame inside the page',
    { sender: { id: 7 }, senderFrame: { ...ownFrame, parent: {} } },
    false,
  ],
  ['a window that we did not open', { sender: { id: 8 }, senderFrame: ownFrame }, false],
  [
    'another origin',
    { sender: { id: 7 }, senderFrame: { ...ownFrame, origin: 'https://evenkeel' } },
    false,
  ],
  [
    'an origin that begins like ours',
    { sender: { id: 7 }, senderFrame: { ...ownFrame, origin: 'app://evenkeel.evil' } },
    false,
  ],
  ['an opaque origin', { sender: { id: 7 }, senderFrame: { ...ownFrame, origin: 'null' } }, false],
])('%s is trusted: %#', (_who, event, isTrusted) => {
  expect(isTrustedSender(event, trust)).toBe(isTrusted);
});

test('an untrusted sender is refused before anything else is looked at', () => {
  expect(codeOf(checkCall(false, 'today.read', undefined))).toBe('refused');
});

test.each(['today.delete', '', '__proto__', 'constructor', 'toString', 7, null, undefined, {}])(
  'the channel %j is refused',
  (channel) => {
    expect(codeOf(checkCall(true, channel, undefined))).toBe('refused');
  },
);

test('an input of the wrong shape is refused, and the sentence says where', () => {
  const result = checkCall(true, 'people.read', { personId: 5 });
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(result.ok ? '' : result.error.message).toContain('personId');
});

test('a text that is too long is said to be, in words for whoever typed it', () => {
  const input = { meetingId: 'meeting-one', pointId: 'point-one', text: 'x'.repeat(2001) };
  const result = checkCall(true, 'meetings.changePoint', input);
  expect(result.ok ? '' : result.error.message).toMatch(/longer than the 2000 characters/);
});

test('a good call passes with its input as the schema leaves it', () => {
  const result = checkCall(true, 'people.add', { name: '  Sam Okafor ', relationship: 'report' });
  expect(result).toEqual(
    success({ channel: 'people.add', input: { name: 'Sam Okafor', relationship: 'report' } }),
  );
});

test('only calls of the contract are own properties of it', () => {
  expect(Object.keys(calls).every((channel) => /^[a-z]+\.[a-zA-Z]+$/.test(channel))).toBe(true);
});

const call: CheckedCall = { channel: 'undo.undo', input: { undoId: 'x' } };
const handlersWith = (answer: () => Promise<never>): Promise<Handlers> =>
  Promise.resolve({ 'undo.undo': answer } as Partial<Handlers> as Handlers);

test('a write that did not reach the disk is told in its own words', async () => {
  const handlers = handlersWith(() => Promise.reject(new NotSavedError('The disk is full.')));
  const result = await answerCall(call, handlers, () => undefined);
  expect(result).toEqual({ ok: false, error: { code: 'not-saved', message: 'The disk is full.' } });
});

test('what nobody foresaw is reported, and the window learns no inner words', async () => {
  const problems: unknown[] = [];
  const handlers = handlersWith(() => Promise.reject(new TypeError('x is undefined')));
  const result = await answerCall(call, handlers, (problem) => problems.push(problem));
  expect(codeOf(result)).toBe('unexpected');
  expect(JSON.stringify(result)).not.toContain('undefined');
  expect(String(problems[0])).toContain('x is undefined');
});

test('a store that cannot be opened fails each call instead of leaving it waiting', async () => {
  const result = await answerCall(call, Promise.reject(new Error('no store')), () => undefined);
  expect(codeOf(result)).toBe('unexpected');
});
