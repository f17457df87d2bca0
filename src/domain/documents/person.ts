import * as v from 'valibot';
import {
  dateField,
  idField,
  instantField,
  lineField,
  storedTextField,
  timeZoneField,
} from './fields.ts';
import { relationships } from './relationships.ts';

export const relationshipField = v.picklist(relationships);

/** Somebody the user meets. */
export const personSchema = v.looseObject({
  kind: v.literal('person'),
  version: v.literal(1),
  id: idField,
  name: lineField(200),
  relationship: relationshipField,
  /** How this person likes to work, in the user's words. */
  workingStyle: storedTextField,
  areas: v.array(lineField(200)),
  timeZone: v.nullable(timeZoneField),
  createdAt: instantField,
  archivedOn: v.nullable(dateField),
});

export type Person = v.InferOutput<typeof personSchema>;
