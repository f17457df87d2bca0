import { readFileSync } from 'node:fs';
import { parseQuestionBank } from '../question-bank.ts';
import type { QuestionBank } from '../question-bank.ts';

/** The parsed JSON of the shipped file, fresh on every call, so that a test may damage it. */
export function readShippedJson(): Record<string, unknown> {
  const path = new URL('../../../../resources/questions.json', import.meta.url);
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof json !== 'object' || json === null) throw new Error('not an object');
  return { ...json };
}

/** The shipped bank, parsed. Throws when it does not parse: no test can go on then. */
export function readShippedBank(): QuestionBank {
  const result = parseQuestionBank(readShippedJson());
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
