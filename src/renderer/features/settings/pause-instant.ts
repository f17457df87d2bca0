/**
 * The instant of a wall time as a field of date and time has it, in this zone.
 * @returns null when it is none, or not to come any more
 */
export function pauseInstant(typed: string, timeZone: string, now = Date.now()): string | null {
  if (typed === '') return null;
  const instant = Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant();
  return instant.epochMilliseconds > now ? instant.toString() : null;
}
