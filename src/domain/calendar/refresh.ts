import * as v from 'valibot';
import { instantField } from '../documents/fields.ts';
import { addMinutes, epochOf } from '../time/instants.ts';
import type { CalendarRefusal } from './calendar-event.ts';

/** Why a calendar could not be fetched. */
const fetchFailures = [
  'bad-address',
  'scheme',
  'private-address',
  /** The host that the user typed is one of their own network, and nobody has said that it may be. */
  'own-network',
  'insecure-redirect',
  'too-many-redirects',
  'unreachable',
  'certificate',
  'slow',
  'cut-off',
  'too-large',
  'refused',
  'gone',
  'server',
  'status',
  'encoding',
  /** It came, and what follows from it could not be written. */
  'not-saved',
  /** Something went wrong that nobody has thought of. */
  'unforeseen',
] as const;
export type FetchFailure = (typeof fetchFailures)[number];

/** Why what was fetched, or a file, is no calendar that can be read. */
const refusals = [
  'empty',
  'unreadable-text',
  'web-page',
  'not-a-calendar',
  'cut-off',
  'too-large',
  'too-many-events',
  /** Reading took too long, or more memory than there should be need for. */
  'too-much-work',
] as const satisfies readonly (CalendarRefusal | 'too-much-work')[];
const readingFailures = [...fetchFailures, ...refusals] as const;

/** Why nothing was taken from a calendar; the screen has the words. */
export type ReadingFailure = (typeof readingFailures)[number];

/** What this computer knows of a subscription: when it was read last, and when it will be next. */
export const subscriptionStateSchema = v.object({
  version: v.literal(1),
  /** What the server called the copy that is kept; sent along so that it need not send it again. */
  etag: v.nullable(v.string()),
  lastModified: v.nullable(v.string()),
  /** What the server said of the writing of that copy; null when it said nothing. */
  charset: v.nullable(v.string()),
  /** The host that the user has said to be of their own network; it alone may lead there. */
  ownNetworkHost: v.optional(v.nullable(v.string()), null),
  /** When the server last said what the calendar is, UTC; null before the first time. */
  goodAt: v.nullable(instantField),
  /** Null while all is well. */
  failure: v.nullable(v.picklist(readingFailures)),
  /** How often in a row it has failed. */
  failures: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  nextTryAt: instantField,
});

export type SubscriptionState = v.InferOutput<typeof subscriptionStateSchema>;

/** What of a subscription stays as it is when a copy has come. */
export type CopyKnown = Pick<
  SubscriptionState,
  'etag' | 'lastModified' | 'charset' | 'ownNetworkHost'
>;

const usualMinutes = 60;
const firstRetryMinutes = 5;
const longestRetryMinutes = 24 * 60;

/** A subscription of which nothing is known: due at once. */
export const newSubscription = (now: string): SubscriptionState => ({
  ...{
    version: 1,
    etag: null,
    lastModified: null,
    charset: null,
    ownNetworkHost: null,
    goodAt: null,
    failure: null,
    failures: 0,
  },
  nextTryAt: now,
});

/**
 * When a subscription is due, in milliseconds since the epoch. Farther off than the longest wait is
 * nothing: then the clock was ahead when it was said, and has been set back since.
 */
export function dueAt({ nextTryAt }: SubscriptionState, now: string): number {
  const latest = epochOf(addMinutes(now, longestRetryMinutes));
  const due = epochOf(nextTryAt);
  return due > latest ? epochOf(now) : due;
}

/**
 * After an answer: the next comes in about an hour, not at the same minute for everybody.
 * @param chance from 0 up to 1
 */
export function afterSuccess(known: CopyKnown, now: string, chance: number): SubscriptionState {
  const minutes = Math.round(usualMinutes * (0.9 + 0.2 * chance));
  const nextTryAt = addMinutes(now, minutes);
  return { version: 1, ...known, goodAt: now, failure: null, failures: 0, nextTryAt };
}

/**
 * After a failure: the next try comes in 5 minutes, then in twice the time, up to a day; somewhere in
 * the second half of that time, so that a server that comes back is not asked by all at once.
 * @param chance from 0 up to 1
 */
export function afterFailure(
  state: SubscriptionState,
  failure: ReadingFailure,
  now: string,
  chance: number,
): SubscriptionState {
  const failures = state.failures + 1;
  const longest = Math.min(
    longestRetryMinutes,
    firstRetryMinutes * 2 ** Math.min(failures - 1, 20),
  );
  const minutes = Math.max(1, Math.round(longest * (0.5 + 0.5 * chance)));
  return { ...state, failure, failures, nextTryAt: addMinutes(now, minutes) };
}
