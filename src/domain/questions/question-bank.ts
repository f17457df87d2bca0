/** The one way to read resources/questions.json; resources/README.md has the convention. */
import * as v from 'valibot';
import { findContradiction } from './question-bank-consistency.ts';
import { questionBankShape } from './question-bank-shape.ts';
import type { QuestionBank } from './question-bank-shape.ts';

export type { Question, QuestionBank } from './question-bank-shape.ts';

export type QuestionBankResult =
  | { readonly ok: true; readonly value: QuestionBank }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the question bank from parsed JSON.
 * Fails, with one sentence that names the question, when the shape is wrong or when questions
 * contradict one another (an id used twice; one that follows what is not there, is not shallower,
 * or has another topic). Never throws.
 */
export function parseQuestionBank(json: unknown): QuestionBankResult {
  const parsed = v.safeParse(questionBankShape, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return {
      ok: false,
      problem: `The question bank is not usable at ${placeOf(issue)}: ${issue.message}.`,
    };
  }
  const contradiction = findContradiction(parsed.output.questions);
  if (contradiction !== null) {
    return { ok: false, problem: `The question bank contradicts itself: ${contradiction}.` };
  }
  return { ok: true, value: parsed.output };
}

/** Names a question by its id where it has one: nobody counts to the hundredth. */
function placeOf(issue: v.InferIssue<typeof questionBankShape>): string {
  const [list, entry, ...within] = issue.path ?? [];
  if (list === undefined) return 'the file as a whole';
  const whole = v.getDotPath(issue) ?? 'the file as a whole';
  if (list.key !== 'questions' || entry === undefined) return whole;
  const id = idOf(entry.value);
  if (id === null) return whole;
  const part = within.map(({ key }) => String(key)).join('.');
  return part === '' ? `the question "${id}"` : `${part} of the question "${id}"`;
}

function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return null;
  return typeof entry.id === 'string' && entry.id !== '' ? entry.id : null;
}
