import type { ArticleProblem } from '../../../domain/documents/article.ts';
import { m } from '../../../messages/index.ts';

/** What is wrong with a document of the library, in a sentence. */
export const problemWords: Readonly<Record<ArticleProblem, () => string>> = {
  'not-utf-8': m.library_problem_not_utf_8,
  'front-matter': m.library_problem_front_matter,
  'too-large': m.library_problem_too_large,
};
