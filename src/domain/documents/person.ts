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
import { longestArea, longestCadenceDays, longestName, longestTag } from './person-limits.ts';
import { relationships } from './relationships.ts';

export const relationshipField = v.picklist(relationships);
/** In how many days two people agreed to meet again. */
export const cadenceDaysField = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(longestCadenceDays),
);
export const tagField = lineField(longestTag);

/** Somebody the user meets. */
export const personSchema = v.looseObject({
  kind: v.literal('person'),
  version: v.literal(2),
  id: idField,
  name: lineField(longestName),
  relationship: relationshipField,
  /** How this person likes to work, in the user's words. */
  workingStyle: storedTextField,
  areas: v.array(lineField(longestArea)),
  timeZone: v.nullable(timeZoneField),
  createdAt: instantField,
  archivedOn: v.nullable(dateField),
  /** Null when nothing is agreed. */
  cadenceDays: v.nullable(cadenceDaysField),
  tags: lineSetField(tagField),
  /** Keys of suggestions that are not to be made again. */
  dismissedSuggestions: lineSetField(storedLineField),
  /** Ids of questions that do not suit this person. */
  questionsNotForUs: lineSetField(storedLineField),
});

export type Person = v.InferOutput<typeof personSchema>;
