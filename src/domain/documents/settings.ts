import * as v from 'valibot';
import { idField } from './fields.ts';

export const themeField = v.picklist(['system', 'light', 'dark', 'contrast']);
export const leadMinutesField = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440))),
  v.maxLength(5),
);

/** What the user chose for the whole app; one document in a data folder. */
export const settingsSchema = v.looseObject({
  kind: v.literal('settings'),
  version: v.literal(1),
  id: idField,
  theme: themeField,
  /** How long before a 1:1 the starting reminders come, in minutes; empty for none. */
  startingLeadMinutes: leadMinutesField,
  /** Whether a notification may name the person. */
  hidesTitles: v.boolean(),
  wasTrayHintShown: v.boolean(),
});

export type Theme = v.InferOutput<typeof themeField>;
export type Settings = v.InferOutput<typeof settingsSchema>;

export const settingsId = 'settings';

export const defaultSettings: Settings = {
  kind: 'settings',
  version: 1,
  id: settingsId,
  theme: 'system',
  startingLeadMinutes: [10],
  hidesTitles: false,
  wasTrayHintShown: false,
};
