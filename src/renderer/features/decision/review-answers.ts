import { reviewAnswerNames } from '../../../messages/decision-words.ts';

type Answer = keyof typeof reviewAnswerNames;

const choicesOf = <A extends Answer>(...answers: readonly A[]) =>
  answers.map((value) => ({ value, label: reviewAnswerNames[value]() }));

/** Whether it was decided in the right way. */
export const processAnswers = choicesOf('yes', 'partly', 'no');

/** Whether it turned out well. */
export const outcomeAnswers = choicesOf('yes', 'partly', 'no', 'too-early');

/** Whether one would choose the same again. */
export const chooseAgainAnswers = choicesOf('yes', 'unsure', 'no');
