import type { Reminder } from '../ledger-schema.ts';
import type { ReminderPlan } from '../plan.ts';
import type { RemindableMeeting } from '../schedule.ts';
import type { Figures } from './figures.ts';
import type { Owed, Promises } from './oracle-times.ts';
import { owedFor, quietEnd } from './oracle-times.ts';

// Instants are milliseconds since the epoch.

const minute = 60_000;
const day = 24 * 60 * minute;

/** What the user has been told of one stage of one meeting. */
interface Told {
  readonly isShown: boolean;
  readonly at: number;
  /** The shortest lead that was shown, or that something shown stood for. */
  readonly lead: number;
  readonly isAnswered: boolean;
  readonly snoozedUntil: number | null;
}

/** What has to happen now. */
interface Expected {
  readonly owed: Owed;
  readonly act: 'show' | 'miss';
  readonly at: number;
  readonly lead: number;
}

interface Look {
  readonly now: number;
  readonly meetings: readonly RemindableMeeting[];
  readonly promises: Promises;
  readonly plan: ReminderPlan;
  /** Whether the app dies after showing, before anything is written. */
  readonly isCrash: boolean;
}

/**
 * Holds the law against what the planner does: each due reminder is shown once, or listed as missed
 * once, and at its time where the app was awake. It keeps its own memory, which no crash, restart
 * or pruning touches, and works out by its own way when each is due.
 */
export class Oracle {
  readonly #figures: Figures;
  readonly #told = new Map<string, Told>();
  readonly #diedShowing = new Set<string>();
  #owed = new WeakMap<RemindableMeeting, readonly Owed[]>();
  #promises: Promises | null = null;
  /** The last look at which nothing was held back. */
  #settledAt: number;

  constructor(figures: Figures, begins: number) {
    this.#figures = figures;
    this.#settledAt = begins;
  }

  /** From when on meetings matter that have ended. */
  watchFrom(now: number): number {
    return Math.max(Math.min(this.#settledAt, now) - 12 * day, now - 90 * day);
  }

  /** When it was last sure of everything; to go back to after a crash. */
  get settledAt(): number {
    return this.#settledAt;
  }

  set settledAt(at: number) {
    this.#settledAt = at;
  }

  snooze({ id, startsAt }: Reminder, until: number): void {
    this.#change(`${id} ${startsAt}`, { snoozedUntil: until });
  }

  acknowledge({ id, startsAt }: Reminder): void {
    this.#change(`${id} ${startsAt}`, { isAnswered: true, snoozedUntil: null });
  }

  /** Compares one plan with what the law asks for. */
  judge(look: Look): void {
    const { now, plan, promises, meetings, isCrash } = look;
    if (promises !== this.#promises) this.#owed = new WeakMap();
    this.#promises = promises;
    const owed = meetings.flatMap((meeting) => this.#owedFor(meeting, promises));
    const held = heldUntil(now, promises);
    const expected = new Map(
      owed
        .flatMap((one) => this.#expect(one, now, promises, held) ?? [])
        .map((one) => [one.owed.key, one]),
    );
    for (const reminder of plan.due) this.#compare(reminder, 'show', expected);
    for (const reminder of plan.missed) this.#compare(reminder, 'miss', expected);
    this.#figures.lost += expected.size;
    this.#remember(look);
    if (isCrash) return;
    if (held.usually <= now) this.#settledAt = now;
    this.#checkNext(owed, look, held);
  }

  #compare(reminder: Reminder, act: Expected['act'], expected: Map<string, Expected>): void {
    const key = `${reminder.id} ${reminder.startsAt}`;
    const found = expected.get(key);
    if (found?.act !== act) {
      this.#figures.doubled += 1;
      return;
    }
    expected.delete(key);
    const isRight = Date.parse(reminder.dueAt) === found.at;
    if (!isRight || (reminder.leadMinutes ?? -1) !== found.lead) this.#figures.mistimed += 1;
  }

  #remember({ now, plan, isCrash }: Look): void {
    this.#figures.shown += plan.due.length;
    if (!isCrash) this.#figures.missed += plan.missed.length;
    for (const reminder of plan.due) {
      const key = `${reminder.id} ${reminder.startsAt}`;
      if (this.#diedShowing.delete(key)) this.#figures.crashShownTwice += 1;
      if (isCrash) this.#diedShowing.add(key);
      else this.#tell(key, true, now, reminder.leadMinutes ?? -1);
    }
    if (isCrash) return;
    for (const { id, startsAt, leadMinutes } of plan.missed) {
      this.#tell(`${id} ${startsAt}`, false, now, leadMinutes ?? -1);
    }
  }

  #tell(key: string, isShown: boolean, at: number, lead: number): void {
    this.#told.set(key, { isShown, at, lead, isAnswered: false, snoozedUntil: null });
  }

  #change(key: string, change: Partial<Told>): void {
    const told = this.#told.get(key);
    if (told?.isShown === true) this.#told.set(key, { ...told, ...change });
  }

  #owedFor(meeting: RemindableMeeting, promises: Promises): readonly Owed[] {
    const known = this.#owed.get(meeting);
    if (known !== undefined) return known;
    const owed = owedFor(meeting, promises);
    this.#owed.set(meeting, owed);
    return owed;
  }

  #expect(owed: Owed, now: number, promises: Promises, held: Held): Expected | null {
    const told = this.#toldOf(owed, now);
    const { helpsUntil } = owed;
    if (told === null && helpsUntil <= Math.min(now, this.#settledAt)) return null;
    const waiting = waitingFor(owed, told, promises).filter(
      ({ at, isAsked }) => at <= now && (isAsked ? held.asked : held.usually) <= now,
    );
    const helpful = waiting.filter((one) => now < one.helpsUntil);
    const show = helpful.findLast(({ isRepeat }) => !isRepeat) ?? helpful.at(-1);
    if (show !== undefined) return { owed, act: 'show', at: show.at, lead: show.lead };
    const miss = waiting.findLast(({ isAsked }) => isAsked || told === null);
    return miss === undefined ? null : { owed, act: 'miss', at: miss.at, lead: miss.lead };
  }

  /** What counts of what was told: not what a clock said that was ahead. */
  #toldOf({ key, helpsUntil }: Owed, now: number): Told | null {
    const told = this.#told.get(key) ?? null;
    if (told === null || now >= helpsUntil) return told;
    return told.at > now + (told.isShown ? day : 0) ? null : told;
  }

  /** The planner has to ask to be woken in time for what comes next. */
  #checkNext(owed: readonly Owed[], { now, plan, promises }: Look, held: Held): void {
    const next = plan.nextAt === null ? Infinity : Date.parse(plan.nextAt);
    const isLate = owed.some((one) =>
      waitingFor(one, this.#toldOf(one, now), promises).some(({ at, helpsUntil, isAsked }) => {
        const comes = Math.max(at, isAsked ? held.asked : held.usually);
        return comes > now && comes < Math.min(next, now + day, helpsUntil);
      }),
    );
    if (isLate) this.#figures.late += 1;
  }
}

/** Until when nothing comes, and nothing that was not asked for by a snooze. */
interface Held {
  readonly asked: number;
  readonly usually: number;
}

function heldUntil(now: number, promises: Promises): Held {
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

function waitingFor(owed: Owed, told: Told | null, { settings }: Promises): readonly Waiting[] {
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
