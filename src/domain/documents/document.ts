import type * as v from 'valibot';
import { articleSchema } from './article.ts';
import { decisionSchema } from './decision.ts';
import { calendarSchema } from './calendar.ts';
import { feedbackSchema } from './feedback.ts';
import { meetingSchema } from './meeting.ts';
import { personSchema } from './person.ts';
import { readingSchema } from './reading.ts';
import { seriesSchema } from './series.ts';
import { settingsSchema } from './settings.ts';
import { templateSchema } from './template.ts';

/** The schema of every kind of document that the store keeps, by its kind. */
export const documentSchemas = {
  person: personSchema,
  series: seriesSchema,
  meeting: meetingSchema,
  feedback: feedbackSchema,
  decision: decisionSchema,
  template: templateSchema,
  reading: readingSchema,
  calendar: calendarSchema,
  article: articleSchema,
  settings: settingsSchema,
} as const;

export type DocumentKind = keyof typeof documentSchemas;
export type DocumentOf<K extends DocumentKind> = v.InferOutput<(typeof documentSchemas)[K]>;
export type Document = DocumentOf<DocumentKind>;

export interface DocumentRef {
  readonly kind: DocumentKind;
  readonly id: string;
}
