import * as v from 'valibot';
import { delegationLevelField } from '../decision/choices.ts';
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
import { leadMinutesField } from './settings.ts';

export const relationshipField = v.picklist(relationships);
/** In how many days two people agreed to meet again. */
export const cadenceDaysField = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(longestCadenceDays),
);
export const tagField = lineField(longestTag);

/** How this person's 1:1s are reminded of, where it differs from the settings: null is as usual. */
export const reminderChoicesField = v.looseObject({
  startingLeadMinutes: v.nullable(leadMinutesField),
  prepares: v.nullable(v.boolean()),
  wrapsUp: v.nullable(v.boolean()),
});

export const usualReminders: v.InferOutput<typeof reminderChoicesField> = {
  startingLeadMinutes: null,
  prepares: null,
  wrapsUp: null,
};

/** What was agreed about who decides in one area from one day on. */
const delegationSchema = v.looseObject({
  id: idField,
  area: storedLineField,
  level: delegationLevelField,
  on: dateField,
  /** The decision that it comes from; null when it was set by hand. */
  decisionId: v.nullable(idField),
});

/** Somebody the user meets. */
export const personSchema = v.looseObject({
  kind: v.literal('person'),
  version: v.literal(3),
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
  reminders: reminderChoicesField,
  /** Every level that was ever agreed; of an area's, the one of the latest day holds. */
  delegations: v.array(delegationSchema),
});

export type Delegation = v.InferOutput<typeof delegationSchema>;
export type ReminderChoices = v.InferOutput<typeof reminderChoicesField>;
export type Person = v.InferOutput<typeof personSchema>;
