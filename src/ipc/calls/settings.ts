import * as v from 'valibot';
import { clockTimeField, instantField } from '../../domain/documents/fields.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import {
  leadMinutesField,
  quietHoursField,
  themeField,
  workingDaysField,
  wrapUpMinutesField,
} from '../../domain/documents/settings.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `settings.`. */
export const settingsCalls = {
  'settings.read': call<Settings>()(nothing),
  'settings.change': call<Settings>()(
    v.strictObject({
      theme: v.optional(themeField),
      startingLeadMinutes: v.optional(leadMinutesField),
      prepareAt: v.optional(v.nullable(clockTimeField)),
      wrapUpAfterMinutes: v.optional(v.nullable(wrapUpMinutesField)),
      quietHours: v.optional(v.nullable(quietHoursField)),
      workingDays: v.optional(workingDaysField),
      remindersPausedUntil: v.optional(v.nullable(instantField)),
      repeatsUntilAcknowledged: v.optional(v.boolean()),
      hidesTitles: v.optional(v.boolean()),
    }),
  ),
} as const satisfies CallsOf<'settings'>;
