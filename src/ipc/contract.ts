import type * as v from 'valibot';
import { actionsCalls } from './calls/actions.ts';
import { appCalls } from './calls/app.ts';
import { balanceCalls } from './calls/balance.ts';
import { calendarsCalls } from './calls/calendars.ts';
import { captureCalls } from './calls/capture.ts';
import { checksCalls } from './calls/checks.ts';
import { dataCalls } from './calls/data.ts';
import { decisionsCalls } from './calls/decisions.ts';
import { delegationCalls } from './calls/delegation.ts';
import { deskCalls } from './calls/desk.ts';
import { feedbackCalls } from './calls/feedback.ts';
import { guideCalls } from './calls/guide.ts';
import { helperCalls } from './calls/helper.ts';
import { historyCalls } from './calls/history.ts';
import { libraryCalls } from './calls/library.ts';
import { meetingsCalls } from './calls/meetings.ts';
import { peopleCalls } from './calls/people.ts';
import { prepCalls } from './calls/prep.ts';
import { questionsCalls } from './calls/questions.ts';
import { remindersCalls } from './calls/reminders.ts';
import { seriesCalls } from './calls/series.ts';
import { settingsCalls } from './calls/settings.ts';
import { shareCalls } from './calls/share.ts';
import { templatesCalls } from './calls/templates.ts';
import { todayCalls } from './calls/today.ts';
import { undoCalls } from './calls/undo.ts';
import type { Result } from './result.ts';

export type { Undoable, UndoTicket } from './calls/call.ts';

/** Every call that a window can make. To add one: a line in `calls/`, a handler in main. */
export const calls = {
  ...appCalls,
  ...todayCalls,
  ...peopleCalls,
  ...seriesCalls,
  ...meetingsCalls,
  ...prepCalls,
  ...feedbackCalls,
  ...actionsCalls,
  ...historyCalls,
  ...shareCalls,
  ...templatesCalls,
  ...questionsCalls,
  ...calendarsCalls,
  ...guideCalls,
  ...checksCalls,
  ...libraryCalls,
  ...helperCalls,
  ...decisionsCalls,
  ...delegationCalls,
  ...balanceCalls,
  ...settingsCalls,
  ...captureCalls,
  ...deskCalls,
  ...remindersCalls,
  ...dataCalls,
  ...undoCalls,
} as const;

export type Channel = keyof typeof calls;
export type CallInput<C extends Channel> = v.InferInput<(typeof calls)[C]['input']>;
export type CheckedInput<C extends Channel> = v.InferOutput<(typeof calls)[C]['input']>;
export type CallOutput<C extends Channel> =
  | NonNullable<(typeof calls)[C]['output']>
  | (null extends (typeof calls)[C]['output'] ? null : never);

/** What can change under a screen; the event says what to read again. */
export type ChangeTopic =
  | 'people'
  | 'series'
  | 'meetings'
  | 'feedback'
  | 'decisions'
  | 'templates'
  | 'reading'
  | 'calendars'
  | 'library'
  | 'settings'
  | 'capture'
  | 'reminders'
  | 'notices'
  | 'problems'
  | 'clock';

/** Every event that main sends to a window. */
export interface Events {
  /** Something was written, here or elsewhere: read again what you show of it. */
  readonly changed: { readonly topics: readonly ChangeTopic[] };
  /** Nobody has seen the window for a while: it may be let go, unless it holds what is unsaved. */
  readonly resting: null;
  /** Show this place: a hash route such as #/meetings/<id>. */
  readonly navigate: { readonly route: string };
}
export type EventName = keyof Events;

/** The two wire channels that carry all of the above. */
export const callChannel = 'evenkeel:call';
export const eventChannel = 'evenkeel:event';

/** What the preload puts on a window. */
export interface EvenkeelBridge {
  /** Sends one call; an answer always comes, errors are values. */
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Result<CallOutput<C>>>;
  /** Subscribes to an event; the answer unsubscribes. */
  on<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void;
}
