import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Channel } from './contract.ts';
import { calls } from './contract.ts';
import { callExamples } from './test-support/call-examples.ts';

const channels = Object.keys(calls) as Channel[];
const takes = (channel: Channel, input: unknown): boolean => v.is(calls[channel].input, input);

test.each(channels)('%s takes a good input', (channel) => {
  expect(takes(channel, callExamples[channel])).toBe(true);
});

test.each(channels)('%s takes no input of another shape', (channel) => {
  const wrong = [null, 5, 'text', ['x'], () => undefined, { unexpected: true }];
  expect(wrong.filter((input) => takes(channel, input))).toEqual([]);
});

const withFields = channels.filter((channel) => callExamples[channel] !== undefined);

test.each(withFields)('%s takes no field beyond its own', (channel) => {
  expect(takes(channel, { ...callExamples[channel], isAdmin: true })).toBe(false);
});

test.each(withFields)('%s takes no field of another type', (channel) => {
  const fields = Object.entries(callExamples[channel] ?? {});
  const accepted = fields.filter(([name]) =>
    takes(channel, { ...callExamples[channel], [name]: { wrong: true } }),
  );
  expect(accepted).toEqual([]);
});

test.each(withFields)(
  '%s takes no text where it expects an identity with room for a path',
  (channel) => {
    const ids = Object.keys(callExamples[channel] ?? {}).filter((name) =>
      [
        'id',
        'personId',
        'seriesId',
        'meetingId',
        'pointId',
        'actionId',
        'feedbackId',
        'decisionId',
        'folder',
      ].includes(name),
    );
    const accepted = ids.filter((name) =>
      takes(channel, { ...callExamples[channel], [name]: '../../etc/passwd' }),
    );
    expect(accepted).toEqual([]);
  },
);

test('every call whose name takes something away is marked destructive', () => {
  const takingAway = channels.filter((channel) =>
    /\.(remove|archive|delete|restore|reset|cancel|skip|postpone)(?!d)/.test(channel),
  );
  expect(takingAway.length).toBeGreaterThan(0);
  expect(takingAway.filter((channel) => !calls[channel].isDestructive)).toEqual([]);
});
