import type { Owed, Promises } from './oracle-times.ts';
import { quietEnd } from './oracle-times.ts';

// Instants are milliseconds since the epoch.

const minute = 60_000;

/** What the user has been told of one stage of one meeting. */
export interface Told {
  readonly isShown: boolean;
  readonly at: number;
  /** The shortest lead that was shown, or that something shown stood for. */
  readonly lead: number;
  readonly isAnswered: boolean;
  readonly snoozedUntil: number | null;
}

/** Until when nothing comes, and nothing that was not asked for by a snooze. */
export interface Held {
  readonly asked: number;
  readonly usually: number;
}

/** Until when things are held back at an instant. */
export function heldUntil(now: number, promises: Promises): Held {
  const { remindersPausedUntil } = promises.settings;
  const asked = Math.max(now, Date.parse(remindersPausedUntil ?? '1970-01-01'));
  return { asked, usually: quietEnd(asked, promises) ?? asked };
}

/** One time at which something has yet to come. */
interface Waiting {
  readonly at: number;
  readonly lead: number;
  readonly helpsUntil: number;
  /** Whether the user asked for it by a snooze. */
  readonly isAsked: boolean;
  readonly isRepeat: boolean;
}

/** What one stage has yet to say, given what it has said, earliest first. */
export function waitingFor(
  owed: Owed,
  told: Told | null,
  { settings }: Promises,
): readonly Waiting[] {
  if (told !== null && !told.isShown) return [];
  const { helpsUntil, start } = owed;
  const plain = { helpsUntil, isAsked: false, isRepeat: false };
  const after = told?.snoozedUntil ?? -Infinity;
  const waiting: Waiting[] = owed.times
    .filter(({ lead, at }) => told === null || (lead < told.lead && at > after))
    .map((time) => ({ ...time, ...plain }));
  if (told !== null && told.snoozedUntil !== null) {
    const at = told.snoozedUntil;
    const leads = owed.times.filter((time) => time.at <= at).map(({ lead }) => lead);
    const lead = leads.length === 0 ? told.lead : Math.min(...leads);
    const latest = Math.max(helpsUntil, at + 5 * minute);
    waiting.push({ at, lead, helpsUntil: latest, isAsked: true, isRepeat: false });
  } else if (told !== null && settings.repeatsUntilAcknowledged && owed.isStarting) {
    const at = Math.max(told.at + 2 * minute, start - 10 * minute);
    const ends = start + 5 * minute;
    if (!told.isAnswered && at < ends)
      waiting.push({ at, lead: told.lead, helpsUntil: ends, isAsked: false, isRepeat: true });
  }
  return waiting.sort((one, other) => one.at - other.at || other.lead - one.lead);
}
