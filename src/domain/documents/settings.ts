import * as v from 'valibot';
import { clockTimeField, idField, instantField } from './fields.ts';

export const themeField = v.picklist(['system', 'light', 'dark', 'contrast']);
export const leadMinutesField = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440))),
  v.maxLength(5),
);

/** Days of the week on which somebody works, ISO: 1 for Monday to 7 for Sunday. */
export const workingDaysField = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  v.transform((days) => [...new Set(days)].sort((one, other) => one - other)),
);
/** Wall times of the computer between which no reminder comes; over midnight where it has to. */
export const quietHoursField = v.strictObject({ from: clockTimeField, until: clockTimeField });
export const wrapUpMinutesField = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));

/** What the user chose for the whole app; one document in a data folder. */
export const settingsSchema = v.looseObject({
  kind: v.literal('settings'),
  version: v.literal(2),
  id: idField,
  theme: themeField,
  /** How long before a 1:1 the starting reminders come, in minutes; empty for none. */
  startingLeadMinutes: leadMinutesField,
  /** At what wall time of the working day before a 1:1 its preparation is due; null for never. */
  prepareAt: v.nullable(clockTimeField),
  /** How long after a 1:1 its wrap-up is due, if something is open, in minutes; null for never. */
  wrapUpAfterMinutes: v.nullable(wrapUpMinutesField),
  quietHours: v.nullable(quietHoursField),
  workingDays: workingDaysField,
  /** Until then no reminder comes. */
  remindersPausedUntil: v.nullable(instantField),
  /** Whether a starting reminder comes again until it was answered. */
  repeatsUntilAcknowledged: v.boolean(),
  /** Whether a notification may name the person. */
  hidesTitles: v.boolean(),
  wasTrayHintShown: v.boolean(),
});

export type Theme = v.InferOutput<typeof themeField>;
export type Settings = v.InferOutput<typeof settingsSchema>;

export const settingsId = 'settings';

export const defaultSettings: Settings = {
  kind: 'settings',
  version: 2,
  id: settingsId,
  theme: 'system',
  startingLeadMinutes: [10],
  prepareAt: '16:00',
  wrapUpAfterMinutes: 5,
  quietHours: null,
  workingDays: [1, 2, 3, 4, 5],
  remindersPausedUntil: null,
  repeatsUntilAcknowledged: false,
  hidesTitles: false,
  wasTrayHintShown: false,
};
