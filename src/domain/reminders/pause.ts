import { nextDay } from '../time/next-day.ts';

/** For how long reminders are to be silent: minutes, or until the next day begins. */
export type PauseLength = number | 'until-tomorrow';

/**
 * The instant at which a pause ends that begins now. A day begins at midnight where this machine is:
 * an early 1:1 is reminded of.
 * @param now UTC instant
 */
export function pauseEnd(length: PauseLength, now: Temporal.Instant, timeZone: string): string {
  if (length !== 'until-tomorrow') return now.add({ minutes: length }).round('second').toString();
  return nextDay(now, timeZone).toString();
}
