import * as v from 'valibot';
import {
  answerField,
  decisionStanceField,
  delegationLevelField,
} from '../../domain/decision/choices.ts';
import type { Decision } from '../../domain/documents/decision.ts';
import { chooseAgainField, outcomeField, processField } from '../../domain/documents/decision.ts';
import { dateField, idField, lineField } from '../../domain/documents/fields.ts';
import { longestArea } from '../../domain/documents/person-limits.ts';
import type { DecisionRunView, DecisionView, DecisionsView } from '../views/decisions.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { nothing } from './inputs.ts';

const decisionId = v.strictObject({ decisionId: idField });
/** What a decision is about. */
const decisionAbout = {
  title: v.optional(v.pipe(v.string(), v.maxLength(200))),
  personId: v.optional(v.nullable(idField)),
  area: v.optional(v.nullable(lineField(longestArea))),
};

/** The calls whose names begin with `decisions.`. */
export const decisionsCalls = {
  /** The run of the helper that is under way, if there is one. */
  'decisions.run': call<DecisionRunView>()(nothing),
  /** Keeps what was said in the run that is under way; begins one where there is none. */
  'decisions.keep': call<Decision>()(
    v.strictObject({
      ...decisionAbout,
      /** By scale id; null takes an answer back. */
      answers: v.optional(v.record(lineField(100), v.nullable(answerField))),
    }),
  ),
  /** Ends the run that is under way: what is suggested now stands in its record. */
  'decisions.finish': call<Decision>()(nothing),
  /** What was decided, over all people or about one; without the run that is under way. */
  'decisions.list': call<DecisionsView>()(v.strictObject({ personId: v.nullable(idField) })),
  'decisions.read': call<DecisionView>()(decisionId),
  /** Changes a finished record: what it is about, what the user goes with instead, when to look back. */
  'decisions.change': call<Decision>()(
    v.strictObject({
      decisionId: idField,
      ...decisionAbout,
      /** Null goes with the suggestion. */
      chosen: v.optional(
        v.nullable(
          v.strictObject({
            stance: decisionStanceField,
            level: v.nullable(delegationLevelField),
            reason: lineField(2000),
          }),
        ),
      ),
      reviewOn: v.optional(v.nullable(dateField)),
    }),
  ),
  /** Puts a move on the next agenda of the person that the decision is about. */
  'decisions.send': call<{ readonly meetingId: string; readonly itemId: string }>()(
    v.strictObject({ decisionId: idField, moveId: lineField(100) }),
  ),
  /** Writes the level down with the person, for the area that the decision is about. */
  'decisions.noteLevel': call<null>()(decisionId),
  'decisions.review': call<Decision>()(
    v.strictObject({
      decisionId: idField,
      whatHappened: v.pipe(v.string(), v.maxLength(10_000)),
      process: processField,
      outcome: outcomeField,
      wouldChooseAgain: chooseAgainField,
    }),
  ),
  'decisions.remove': destructive<null>()(decisionId),
} as const satisfies CallsOf<'decisions'>;
