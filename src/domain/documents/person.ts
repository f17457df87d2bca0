import * as v from 'valibot';
import {
  dateField,
  idField,
  instantField,
  lineField,
  lineSetField,
  storedLineField,
  storedTextField,
  timeZoneField,
} from './fields.ts';
import { relationships } from './relationships.ts';

export const relationshipField = v.picklist(relationships);

/** Somebody the user meets. */
export const personSchema = v.looseObject({
  kind: v.literal('person'),
  version: v.literal(2),
  id: idField,
  name: lineField(200),
  relationship: relationshipField,
  /** How this person likes to work, in the user's words. */
  workingStyle: storedTextField,
  areas: v.array(lineField(200)),
  timeZone: v.nullable(timeZoneField),
  createdAt: instantField,
  archivedOn: v.nullable(dateField),
  /** In how many days we agreed to meet again; null when nothing is agreed. */
  cadenceDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366))),
  tags: lineSetField(lineField(50)),
  /** Keys of suggestions that are not to be made again. */
  dismissedSuggestions: lineSetField(storedLineField),
  /** Ids of questions that do not suit this person. */
  questionsNotForUs: lineSetField(storedLineField),
});

export type Person = v.InferOutput<typeof personSchema>;
