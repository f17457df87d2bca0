import { defaultSettings } from '../../domain/documents/settings.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { Attention } from '../../domain/people/attention.ts';
import type { RecentOwnership } from '../../domain/prep/recent-ownership.ts';
import type {
  CallInput,
  CallOutput,
  Channel,
  EventName,
  Events,
  EvenkeelBridge,
} from '../../ipc/contract.ts';
import { failure, success, type Result } from '../../ipc/result.ts';
import type { AppView, PersonView, TodayView, UpcomingMeeting } from '../../ipc/views.ts';
import { App } from '../api/app.svelte.ts';

type Answers = {
  [C in Channel]?: (input: CallInput<C>) => Result<CallOutput<C>> | Promise<Result<CallOutput<C>>>;
};

/** A main process of a few lines: answers what a test taught it, and sends what a test says. */
export class FakeBridge implements EvenkeelBridge {
  readonly calls: { readonly channel: Channel; readonly input: unknown }[] = [];
  #answers: Answers = {
    'app.read': () => success(appView),
    'settings.read': () => success(defaultSettings),
    'undo.undo': () => success(null),
    'prep.read': () =>
      success({
        ...{ today: '2026-11-23', suggestions: [], carried: [], questionProblem: null },
        ownership: noOwnership,
      }),
  };
  readonly #listeners = new Map<EventName, Set<(event: never) => void>>();

  /** Teaches the answer to a call. */
  answer<C extends Channel>(channel: C, answer: NonNullable<Answers[C]>): this {
    this.#answers = { ...this.#answers, [channel]: answer };
    return this;
  }

  async call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Result<CallOutput<C>>> {
    this.calls.push({ channel, input });
    const answer = this.#answers[channel];
    if (answer === undefined) return failure('refused', `The test teaches no ${channel}.`);
    return await answer(input);
  }

  on<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Sends an event, as main does. */
  send<E extends EventName>(name: E, event: Events[E]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never);
  }

  /** How many listen to an event. */
  listenerCount(name: EventName): number {
    return this.#listeners.get(name)?.size ?? 0;
  }

  /** The inputs of all calls on a channel, oldest first. */
  inputsOf(channel: Channel): unknown[] {
    return this.calls.filter((call) => call.channel === channel).map(({ input }) => input);
  }
}

/** An app over a fake bridge, loaded, as main.ts makes it. */
export async function loadedApp(bridge: FakeBridge): Promise<App> {
  const app = new App(bridge);
  await app.load();
  return app;
}

const appView: AppView = {
  version: '0.1.0',
  runtime: 'a test',
  dataFolder: '/home/robin/evenkeel',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  notices: [],
  capture: null,
};

export const sam: Person = {
  kind: 'person',
  version: 3,
  id: 'person-sam',
  name: 'Sam Okafor',
  relationship: 'report',
  workingStyle: '',
  areas: [],
  timeZone: null,
  createdAt: '2026-11-23T08:00:00Z',
  archivedOn: null,
  cadenceDays: null,
  tags: [],
  dismissedSuggestions: [],
  questionsNotForUs: [],
  reminders: { startingLeadMinutes: null, prepares: null, wrapsUp: null },
  delegations: [],
};

/** No agenda to count yet. */
export const noOwnership: RecentOwnership = {
  ...{ mine: 0, theirs: 0, theirShare: null, meetings: 0, isMostlyMine: false },
};

/** Nothing agreed and nothing open. */
export const calm: Attention = {
  cadence: { kind: 'nothing-agreed', daysSince: null },
  promises: { open: 0, overdue: 0, mostDaysOverdue: 0 },
};

/** Monday, 23 November 2026, 09:40 in Berlin. */
export const testNow = '2026-11-23T08:40:00Z';

export const samsNext: UpcomingMeeting = {
  personId: sam.id,
  personName: sam.name,
  seriesId: 'series-sam',
  originalLocal: '2026-11-23T11:00',
  startLocal: '2026-11-23T11:00',
  timeZone: 'Europe/Berlin',
  startsAt: '2026-11-23T10:00:00Z',
  endsAt: '2026-11-23T10:30:00Z',
  durationMinutes: 30,
  meetingId: null,
  openPoints: 0,
};

/** Sam's page, with nothing on it. */
export const samsPage: PersonView = {
  now: testNow,
  person: sam,
  attention: calm,
  lastMetOn: null,
  series: [],
  upcoming: [],
  meetings: [],
  meetingCount: 0,
  ownership: noOwnership,
};

/** A desk with nobody at it. */
export const emptyToday: TodayView = {
  now: testNow,
  hasPeople: false,
  upcoming: [],
  openActions: [],
  dueReviews: [],
  missed: [],
};
