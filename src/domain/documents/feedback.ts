import * as v from 'valibot';
import { dateField, idField, instantField, storedTextField } from './fields.ts';

/** Whether it is to go on like this, or otherwise. */
export const feedbackKindField = v.picklist(['positive', 'adjusting']);

/**
 * Something noticed about a person that is to be said to them. Private by nature: it is in nothing
 * that is shared.
 */
export const feedbackSchema = v.looseObject({
  kind: v.literal('feedback'),
  version: v.literal(1),
  id: idField,
  personId: idField,
  feedbackKind: feedbackKindField,
  text: storedTextField,
  noticedOn: dateField,
  /** Null until it has been said. */
  deliveredAt: v.nullable(instantField),
  /** The meeting in which it was said; null when it was said elsewhere, or not yet. */
  deliveredIn: v.nullable(idField),
  createdAt: instantField,
});

export type Feedback = v.InferOutput<typeof feedbackSchema>;
