/** The shape of resources/questions.json, and the types that follow from it. */
import * as v from 'valibot';
import { stanceField } from '../documents/meeting.ts';
import { relationshipField } from '../documents/person.ts';
import { topics } from '../documents/topics.ts';
import { depths } from './depths.ts';
import { situations } from './situations.ts';

const longestQuestion = 140;

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case kebab'));
const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'a text is missing'));

/** At least one, none twice. */
const someOf = <Tag extends string>(tag: v.GenericSchema<Tag>) =>
  v.pipe(
    v.array(tag),
    v.minLength(1, 'it is empty'),
    v.check((tags) => new Set(tags).size === tags.length, 'a tag is there twice'),
  );

const questionSchema = v.strictObject({
  id,
  text: v.pipe(
    line,
    v.maxLength(longestQuestion, `a question has at most ${String(longestQuestion)} characters`),
    v.endsWith('?', 'a question ends with a question mark'),
  ),
  topic: v.picklist(topics),
  depth: v.picklist(depths),
  /** What answering it is mostly about: managing, leading, or neither. */
  stance: stanceField,
  /** One without "any" is only asked in the situations that it names. */
  situations: someOf(v.picklist(situations)),
  /** Whom it may be asked. */
  relationships: someOf(relationshipField),
  /** The shallower question of the same topic that it goes on from. */
  follows: v.optional(id),
});

export const questionBankShape = v.strictObject({
  version: v.literal(1),
  /** What each situation means, in one line. */
  situations: v.strictObject(v.entriesFromList(situations, line)),
  questions: v.pipe(v.array(questionSchema), v.minLength(1, 'it is empty')),
});

/** One entry of the question bank. */
export type Question = v.InferOutput<typeof questionSchema>;

/** The question bank as plain data, in the file's order. */
export type QuestionBank = v.InferOutput<typeof questionBankShape>;
