import type { Person } from '../../documents/person.ts';
import type { Settings } from '../../documents/settings.ts';
import { Dice } from '../../sample/dice.ts';
import { addMinutes, epochOf } from '../../time/instants.ts';
import type { Ledger, Reminder } from '../ledger-schema.ts';
import { parseLedger } from '../ledger-schema.ts';
import { acknowledge, emptyLedger, snooze } from '../ledger.ts';
import type { RemindableMeeting, Schedule } from '../schedule.ts';
import { schedulesOf } from '../schedule.ts';
import type { Settlement } from '../settle.ts';
import { settleReminders, settleSchedules } from '../settle.ts';
import type { Figures } from './figures.ts';
import { Oracle } from './oracle.ts';
import { drawCalendar, drawPerson, drawSettings, drawZone } from './random-choices.ts';
import { SimulatedCalendar } from './simulated-calendar.ts';

/** What decides about reminders besides the calendar; a new object whenever something changes. */
interface Promised {
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly timeZone: string;
}

/** How old the ledger on disk grows while nothing happens, as in the engine. */
const staleMilliseconds = 15 * 60_000;
const crashPart = 0.03;
/** How often all is also looked up the slow way that the app itself goes. */
const slowPart = 0.003;
const soonMilliseconds = 30 * 24 * 60 * 60_000;

/** One simulated life of the app: a clock, a calendar, a user, and the engine's step in between. */
export class Life {
  readonly dice: Dice;
  readonly calendar: SimulatedCalendar;
  now: string;
  promised: Promised;
  /** What was shown last; what a user can answer. */
  lastShown: Reminder | null = null;
  nextAt: string | null = null;
  readonly #figures: Figures;
  readonly #oracle: Oracle;
  #schedules = new WeakMap<RemindableMeeting, readonly Schedule[]>();
  #ledger: Ledger;
  #saved: { readonly ledger: Ledger; readonly at: number; readonly settledAt: number };

  constructor(seed: string, figures: Figures) {
    const dice = new Dice(seed);
    this.dice = dice;
    this.now = addMinutes('2027-01-01T00:00:00Z', dice.between(0, 3 * 365 * 24 * 60));
    this.calendar = new SimulatedCalendar(seed);
    this.promised = {
      people: ['person-1', 'person-2'].map((id) => drawPerson(dice, id)),
      settings: drawSettings(dice),
      timeZone: drawZone(dice),
    };
    this.calendar.series = drawCalendar(dice, this.now);
    this.#figures = figures;
    this.#oracle = new Oracle(figures, epochOf(this.now));
    this.#ledger = emptyLedger(this.now);
    this.#saved = { ledger: this.#ledger, at: 0, settledAt: epochOf(this.now) };
  }

  get instant(): number {
    return epochOf(this.now);
  }

  /** Changes what decides about reminders. */
  promise(change: Partial<Promised>): void {
    this.promised = { ...this.promised, ...change };
    this.#schedules = new WeakMap();
  }

  /** What the engine does at every beat, compared with the law. */
  look(): void {
    const { plan, ledger } = this.#settle();
    const isCrash = plan.due.length > 0 && this.dice.happens(crashPart);
    const now = this.instant;
    this.#figures.looks += 1;
    const meetings = this.calendar.around(this.#oracle.watchFrom(now), now);
    this.#oracle.judge({ now, meetings, promises: this.promised, plan, isCrash });
    if (isCrash) {
      this.#figures.crashes += 1;
      this.restart();
      this.nextAt = this.now;
      this.lastShown = null;
      return;
    }
    this.#ledger = ledger;
    this.nextAt = plan.nextAt;
    this.lastShown = plan.due.at(-1) ?? null;
    const isStale = now - this.#saved.at > staleMilliseconds;
    if (plan.due.length + plan.missed.length > 0 || isStale) this.#save();
  }

  /** The app is started anew, with what it had written. */
  restart(): void {
    this.#ledger = parseLedger(JSON.parse(JSON.stringify(this.#saved.ledger)));
    this.#oracle.settledAt = this.#saved.settledAt;
  }

  snooze(reminder: Reminder, minutes: number): void {
    const until = addMinutes(this.now, minutes);
    this.#ledger = snooze(this.#ledger, reminder, until);
    this.#oracle.snooze(reminder, epochOf(until));
    this.#save();
  }

  acknowledge(reminder: Reminder): void {
    this.#ledger = acknowledge(this.#ledger, reminder, this.now);
    this.#oracle.acknowledge(reminder);
    this.#save();
  }

  #save(): void {
    const { settledAt } = this.#oracle;
    this.#saved = { ledger: this.#ledger, at: this.instant, settledAt };
  }

  #settle(): Settlement {
    const { now } = this;
    const ledger = this.#ledger;
    const state = { ...this.promised, ledger, now };
    const quick = this.calendar.watchedQuickly(ledger, now);
    const schedules = quick.flatMap((meeting) => this.#schedulesOf(meeting));
    const settlement = settleSchedules(schedules, state);
    if (this.dice.happens(slowPart)) {
      const occurrences = this.calendar.watched(ledger, now);
      const slow = settleReminders({ ...state, occurrences });
      if (told(slow, now) !== told(settlement, now)) this.#figures.different += 1;
    }
    return settlement;
  }

  #schedulesOf(meeting: RemindableMeeting): readonly Schedule[] {
    const known = this.#schedules.get(meeting);
    if (known !== undefined) return known;
    const schedules = schedulesOf({ ...this.promised, occurrences: [meeting] });
    this.#schedules.set(meeting, schedules);
    return schedules;
  }
}

/** All that a step says; the next time only where it is within what the quick way looks at. */
function told({ plan, ledger }: Settlement, now: string): string {
  const isSoon = epochOf(plan.nextAt ?? '9999-12-31') - epochOf(now) < soonMilliseconds;
  return JSON.stringify([plan.due, plan.missed, ledger, isSoon ? plan.nextAt : null]);
}
