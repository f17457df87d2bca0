import { readResourceJson } from '../../guide/test-data/read-pages.ts';
import type { CheckId } from '../check-ids.ts';
import type { Check } from '../check.ts';
import { parseCheck } from '../check.ts';

/** The parsed JSON of a shipped check, fresh on every call, so that a test may damage it. */
export const readCheckJson = (id: CheckId): Record<string, unknown> =>
  readResourceJson(`checks/${id}.json`);

/** A shipped check, parsed. Throws when it does not parse: no test can go on then. */
export function readShippedCheck(id: CheckId): Check {
  const result = parseCheck(readCheckJson(id));
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}
