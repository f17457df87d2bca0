import type { CalendarChoice } from '../documents/calendar.ts';
import type { Attendee, CalendarEvent } from './calendar-event.ts';

export type Participant = Attendee;

/** Everybody of an event once: whoever invites and whoever is invited. */
function participantsOf({ attendees, organizer }: CalendarEvent): readonly Participant[] {
  const all = organizer === null ? attendees : [...attendees, organizer];
  const byIdentity = new Map<string, Participant>();
  for (const one of all) {
    const identity = one.address === '' ? `name ${one.name}` : one.address;
    const known = byIdentity.get(identity);
    if (known === undefined || known.name === '') byIdentity.set(identity, one);
  }
  return [...byIdentity.values()];
}

/** Those of an event who are not the user. */
export const othersIn = (
  event: CalendarEvent,
  own: ReadonlySet<string>,
): readonly Participant[] => {
  const all = participantsOf(event);
  const others = all.filter(({ address }) => !own.has(address));
  // A calendar that does not say who the user is: of two, the one who invited is taken for them.
  if (others.length !== 2 || others.length !== all.length) return others;
  return others.filter(({ address }) => address === '' || address !== event.organizer?.address);
};

/**
 * The addresses of the user: whoever is in more than half of the events to which anybody is invited,
 * if that can be said. Nobody of whom it was said that a 1:1 is with them is the user.
 */
export function ownAddresses(
  events: readonly CalendarEvent[],
  choices: readonly CalendarChoice[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const met = events.map(participantsOf).filter((participants) => participants.length > 1);
  for (const { address } of met.flat()) counts.set(address, (counts.get(address) ?? 0) + 1);
  for (const { personId, address } of choices) if (personId !== null) counts.delete(address ?? '');
  counts.delete('');
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  const [most, second] = ranked;
  if (most === undefined || most[1] * 2 <= met.length) return new Set();
  return second?.[1] === most[1] ? new Set() : new Set([most[0]]);
}
