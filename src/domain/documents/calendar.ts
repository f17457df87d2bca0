import * as v from 'valibot';
import { idField, instantField, storedLineField, storedTextField } from './fields.ts';

/** What the user said of one event of a calendar: whose 1:1 it is, or that it is none. */
const calendarChoiceSchema = v.looseObject({
  id: idField,
  /** Identifies the event within its calendar, with all that its rule gives. */
  uid: storedLineField,
  /** Null for an event that is no 1:1. */
  personId: v.nullable(idField),
  /** What the event was called then, and at which address its person was: learnt from later. */
  title: storedTextField,
  address: v.nullable(storedLineField),
});

/** A calendar that 1:1s are taken from: one that is subscribed to, or a file that was imported. */
export const calendarSchema = v.looseObject({
  kind: v.literal('calendar'),
  version: v.literal(1),
  id: idField,
  name: storedLineField,
  /** A secret: whoever knows it reads the calendar. Null for an imported file. */
  url: v.nullable(storedLineField),
  choices: v.array(calendarChoiceSchema),
  createdAt: instantField,
});

export type CalendarDocument = v.InferOutput<typeof calendarSchema>;
export type CalendarChoice = CalendarDocument['choices'][number];
