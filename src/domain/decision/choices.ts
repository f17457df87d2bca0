/** What can be answered and decided: shared by the model's file and by the record of a run. */
import * as v from 'valibot';
import { answerValues } from './answer-values.ts';

/** A skipped scale simply has no entry. */
export const answerField = v.picklist(answerValues);
export const decisionStanceField = v.picklist(['manage', 'lead', 'both', 'leave']);
export const firstStanceField = v.picklist(['manage', 'lead']);
export const delegationLevelField = v.picklist([1, 2, 3, 4, 5, 6, 7]);

export type AnswerValue = v.InferOutput<typeof answerField>;
export type DecisionStance = v.InferOutput<typeof decisionStanceField>;
export type FirstStance = v.InferOutput<typeof firstStanceField>;
export type DelegationLevelNumber = v.InferOutput<typeof delegationLevelField>;
