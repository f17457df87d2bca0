/** The shape of a file under resources/checks, and the types that follow from it. */
import * as v from 'valibot';
import { idField } from '../documents/fields.ts';
import { stanceField, topicField } from '../documents/meeting.ts';
import { checkIds } from './check-ids.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case kebab'));
const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'a text is missing'));
/** A talking point is a row of an agenda, not a paragraph. */
const shortLine = v.pipe(line, v.maxLength(120, 'it is longer than 120 characters'));
const anchor = v.nullable(line);

const choiceSchema = v.strictObject({
  id,
  text: shortLine,
  /** Ids of the talking points that this answer asks for. */
  points: v.pipe(v.array(id), v.minLength(1, 'an answer leads to nothing')),
  /** Ids of the readings that go with it. */
  readings: v.optional(v.array(id), []),
});

const questionSchema = v.strictObject({
  id,
  text: shortLine,
  help: line,
  choices: v.pipe(v.array(choiceSchema), v.minLength(2), v.maxLength(4)),
});

const pointSchema = v.strictObject({
  /** Goes over the wire and into talking points, as other ids do. */
  id: v.pipe(
    id,
    v.check((given) => v.is(idField, given), 'the id of a point has 6 to 64 letters'),
  ),
  text: shortLine,
  stance: stanceField,
  /** The passage of the guide that it comes from. */
  guide: v.strictObject({ page: id, anchor }),
});

const readingSchema = v.strictObject({
  id,
  text: shortLine,
  leads: v.variant('kind', [
    v.strictObject({ kind: v.literal('guide'), page: id, anchor }),
    v.strictObject({ kind: v.literal('template'), template: id }),
  ]),
});

export const checkShape = v.strictObject({
  id: v.picklist(checkIds),
  /** What its talking points are about. */
  topic: topicField,
  questions: v.pipe(v.array(questionSchema), v.minLength(1)),
  /** In the order in which they are offered where answers do not say. */
  points: v.pipe(v.array(pointSchema), v.minLength(1)),
  /** Id of the talking point that ends every list. */
  closing: id,
  readings: v.pipe(v.array(readingSchema), v.minLength(1)),
  /** Ids of the readings that are offered whatever was answered, after the others. */
  always: v.pipe(v.array(id), v.minLength(1)),
});

/** A short check as plain data: a few questions, and what is worth talking about after them. */
export type Check = v.InferOutput<typeof checkShape>;
export type CheckQuestion = Check['questions'][number];
export type CheckPoint = Check['points'][number];
export type CheckReading = Check['readings'][number];
