import { readResourceJson } from '../../guide/test-data/read-pages.ts';
import { parseDecisionModel } from '../model.ts';
import type { DecisionModel } from '../model.ts';

/** The parsed JSON of the shipped file, fresh on every call, so that a test may damage it. */
export const readShippedJson = (): Record<string, unknown> =>
  readResourceJson('decision-model.json');

/** The shipped model, parsed. Throws when it does not parse: no test can go on then. */
export function readShippedModel(): DecisionModel {
  const result = parseDecisionModel(readShippedJson());
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
