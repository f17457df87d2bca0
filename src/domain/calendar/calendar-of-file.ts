import type { CalendarDocument } from '../documents/calendar.ts';

/**
 * The calendar that a file belongs to which was imported before: one that has chosen events in common
 * with it, else one of the same name. Null for a file that is new.
 */
export function calendarOfFile(
  calendars: readonly CalendarDocument[],
  file: { readonly name: string; readonly uids: ReadonlySet<string> },
): CalendarDocument | null {
  const imported = calendars.filter(({ url }) => url === null);
  const common = imported.filter(({ choices }) => choices.some(({ uid }) => file.uids.has(uid)));
  const [first] = common.length > 0 ? common : imported.filter(({ name }) => name === file.name);
  return first ?? null;
}
