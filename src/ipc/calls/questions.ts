import * as v from 'valibot';
import { idField } from '../../domain/documents/fields.ts';
import type { QuestionBankView } from '../views/questions.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';

/** The calls whose names begin with `questions.`. */
export const questionsCalls = {
  'questions.list': call<QuestionBankView>()(v.strictObject({ personId: v.nullable(idField) })),
  /** Puts a question on the agenda of the next 1:1 with somebody. */
  'questions.ask': call<{ readonly meetingId: string }>()(
    v.strictObject({ questionId: v.string(), personId: idField }),
  ),
  'questions.setNotForUs': call<null>()(
    v.strictObject({ questionId: v.string(), personId: idField, isNotForUs: v.boolean() }),
  ),
} as const satisfies CallsOf<'questions'>;
