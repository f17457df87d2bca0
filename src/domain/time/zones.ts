/** Whether this machine knows the IANA time zone, such as Europe/Berlin. */
export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.PlainDateTime.from('2000-01-01T00:00').toZonedDateTime(timeZone);
    return true;
  } catch {
    return false;
  }
}
