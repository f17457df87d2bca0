import type { CalendarChoice, CalendarDocument } from '../documents/calendar.ts';

/** Says of an event whose 1:1 it is, in place of what was said of it before. */
export function withChoice(calendar: CalendarDocument, choice: CalendarChoice): CalendarDocument {
  const before = calendar.choices.find(({ uid }) => uid === choice.uid);
  const others = calendar.choices.filter(({ uid }) => uid !== choice.uid);
  // The identity stays, so that what two computers say of one event comes together.
  return {
    ...calendar,
    choices: [...others, { ...before, ...choice, id: before?.id ?? choice.id }],
  };
}

/** Says of an event that it is no 1:1 any more; null where nobody had said that it is one. */
export function withNoOneToOne(calendar: CalendarDocument, uid: string): CalendarDocument | null {
  const choice = calendar.choices.find((one) => one.uid === uid);
  if (choice === undefined || choice.personId === null) return null;
  return withChoice(calendar, { ...choice, personId: null });
}

/** Forgets all that was said of somebody's 1:1s; null where nothing was. */
export function withoutPerson(
  calendar: CalendarDocument,
  personId: string,
): CalendarDocument | null {
  const choices = calendar.choices.filter((choice) => choice.personId !== personId);
  return choices.length === calendar.choices.length ? null : { ...calendar, choices };
}
