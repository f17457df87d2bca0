import { readResourceJson } from '../../guide/test-data/read-pages.ts';
import { parseQuestionBank } from '../question-bank.ts';
import type { QuestionBank } from '../question-bank.ts';

/** The parsed JSON of the shipped file, fresh on every call, so that a test may damage it. */
export const readShippedJson = (): Record<string, unknown> => readResourceJson('questions.json');

/** The shipped bank, parsed. Throws when it does not parse: no test can go on then. */
export function readShippedBank(): QuestionBank {
  const result = parseQuestionBank(readShippedJson());
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
