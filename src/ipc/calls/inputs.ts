import * as v from 'valibot';
import { idField } from '../../domain/documents/fields.ts';

/** Of a call that needs to be told nothing. */
export const nothing = v.undefined();

/** One meeting. */
export const meetingId = v.strictObject({ meetingId: idField });

/** A whole number from 0 on. */
export const countingNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What is looked for; empty for everything. */
export const searchText = v.pipe(v.string(), v.maxLength(500));
