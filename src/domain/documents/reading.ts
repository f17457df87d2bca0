import * as v from 'valibot';
import { idField, instantField, storedLineField } from './fields.ts';

/** What the reader's page looks like: as the whole app does, or a paper of its own. */
export const papers = ['app', 'light', 'sepia', 'dark'] as const;
export const paperField = v.picklist(papers);

/** Steps of the text size in the reader; 0 is the normal one. */
export const lowestTextStep = -1;
export const highestTextStep = 3;
export const textStepField = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(lowestTextStep),
  v.maxValue(highestTextStep),
);

/** How much of a text lies above where its reader stopped, from 0 to 1. */
export const portionField = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const pageReadingSchema = v.looseObject({
  /** The page's own id: a list is merged by it. */
  id: storedLineField,
  portion: portionField,
  /** The heading under which the reader stopped; null before the first one. */
  anchor: v.nullable(v.string()),
  stoppedAt: instantField,
  /** When its end was reached for the first time; null while it was not. */
  readAt: v.nullable(instantField),
});

/** Where the user is in what they read, and how they like to read it; one document in a data folder. */
export const readingSchema = v.looseObject({
  kind: v.literal('reading'),
  version: v.literal(1),
  id: idField,
  textStep: textStepField,
  paper: paperField,
  pages: v.array(pageReadingSchema),
});

export type Paper = v.InferOutput<typeof paperField>;
export type PageReading = v.InferOutput<typeof pageReadingSchema>;
export type Reading = v.InferOutput<typeof readingSchema>;

export const readingId = 'reading';

export const newReading: Reading = {
  kind: 'reading',
  version: 1,
  id: readingId,
  textStep: 0,
  paper: 'app',
  pages: [],
};
