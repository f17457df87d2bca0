import * as v from 'valibot';
import { idField, instantField, lineSetField, storedLineField, storedTextField } from './fields.ts';

/** Why a document of the library is not all that its file was meant to be. */
const articleProblems = ['not-utf-8', 'front-matter', 'too-large'] as const;
export type ArticleProblem = (typeof articleProblems)[number];

/** As it is, spaces and all: it is what a file is known by. */
const pathField = v.pipe(v.string(), v.minLength(1));

/** A Markdown document that the user added to the library, copied in as it was. */
export const articleSchema = v.looseObject({
  kind: v.literal('article'),
  version: v.literal(1),
  id: idField,
  /** The name of the folder that it was added with; empty for a file that was added alone. */
  folder: v.string(),
  /** Where it was in that folder, with slashes; known by both, it is the same one when added again. */
  path: pathField,
  /** What the file says of itself, or its name: here so that lists do without its text. */
  title: storedLineField,
  description: v.string(),
  tags: lineSetField(storedLineField),
  problem: v.nullable(v.picklist(articleProblems)),
  text: storedTextField,
  /** The pictures that it shows: where each was in the folder, and the file that is kept of it. */
  pictures: v.array(v.looseObject({ path: pathField, file: storedLineField })),
  addedAt: instantField,
});

export type Article = v.InferOutput<typeof articleSchema>;
