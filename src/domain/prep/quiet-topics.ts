import { compareTexts } from '../compare-texts.ts';
import type { Topic } from '../documents/topics.ts';
import { daysSince } from '../time/dates.ts';
import type { PrepInput } from './prep-input.ts';
import { preparedFor } from './prep-input.ts';
import type { Source, Suggestion, TopicSuggestion } from './suggestion.ts';
import { keyOf } from './suggestion.ts';

/**
 * Topics that were talked about with this person, and not for long; the quietest first. One that
 * never came up is none of them: there is nothing to go back to, and with somebody new it would be
 * every topic there is. Opening a topic is what the question is for.
 * @param lastTalks for each topic the last time that it was talked about
 * @param raised topics that come up anyway
 */
export function quietTopics(
  input: PrepInput,
  lastTalks: ReadonlyMap<Topic, Source>,
  raised: ReadonlySet<Topic>,
): readonly TopicSuggestion[] {
  const day = preparedFor(input);
  return [...lastTalks]
    .map(([topic, source]) => ({ topic, source, ageDays: daysSince(source.on, day) }))
    .filter(({ topic, ageDays }) => ageDays >= input.quietAfterDays && !raised.has(topic))
    .sort((one, other) => other.ageDays - one.ageDays || compareTexts(one.topic, other.topic))
    .map(({ topic, source, ageDays }) => {
      const origin = { kind: 'topic', topic } as const;
      return {
        group: 'topics',
        key: keyOf(origin),
        text: input.topicText(topic),
        stance: null,
        visibility: 'shared',
        ...{ topic, origin, source, ageDays },
      };
    });
}

/**
 * What comes up anyway: by a point on the agenda, or by another suggestion. A quiet topic stays one
 * when it was accepted, so that accepting it does not bring up the next.
 */
export function raisedTopics(
  { meeting }: PrepInput,
  others: readonly Suggestion[],
): ReadonlySet<Topic> {
  const points = meeting.agenda.filter(({ origin }) => origin.kind !== 'topic');
  return new Set([...points, ...others].flatMap(({ topic }) => topic ?? []));
}
