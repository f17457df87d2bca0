import { readFileSync } from 'node:fs';
import { parseDecisionModel } from '../model.ts';
import type { DecisionModel } from '../model.ts';

/** The parsed JSON of the shipped file, fresh on every call, so that a test may damage it. */
export function readShippedJson(): Record<string, unknown> {
  const path = new URL('../../../../resources/decision-model.json', import.meta.url);
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof json !== 'object' || json === null) throw new Error('not an object');
  return { ...json };
}

/** The shipped model, parsed. Throws when it does not parse: no test can go on then. */
export function readShippedModel(): DecisionModel {
  const result = parseDecisionModel(readShippedJson());
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
