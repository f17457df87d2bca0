import { nextLevels } from '../delegation/next-level.ts';
import type { PrepInput } from './prep-input.ts';
import { preparedFor } from './prep-input.ts';
import type { StepSuggestion } from './suggestion.ts';
import { keyOf } from './suggestion.ts';

/**
 * Areas of which this person could decide more, to be asked at the meeting. It comes from what was
 * decided about somebody, so it is for the user's eyes until they say it themselves.
 */
export function nextSteps(input: PrepInput): readonly StepSuggestion[] {
  return nextLevels(input.person, input.decisions, preparedFor(input)).map((next) => {
    const { area, level, decisionId, title, wentWell } = next;
    const origin = { kind: 'decision', decisionId, raises: { area, level } } as const;
    return {
      group: 'steps',
      key: keyOf(origin),
      text: input.stepText(area, level),
      topic: 'delegation',
      stance: null,
      visibility: 'private',
      source: null,
      ...{ origin, decisionId, title, wentWell },
    };
  });
}
