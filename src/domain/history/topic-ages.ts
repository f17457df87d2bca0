import { daysBetween } from '../time/dates.ts';
import { talkedAboutAt } from '../agenda/points.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { topics, type Topic } from '../documents/topics.ts';
import { epochOf, localDateOf } from '../time/instants.ts';

/** When two people last talked about something. */
export interface TopicAge {
  readonly topic: Topic;
  /** Calendar days since, where the user is; null for never. */
  readonly days: number | null;
}

/**
 * Every topic: first those touched, the longest ago first, then those never touched.
 * @param now UTC instant
 */
export function topicAges(
  meetings: readonly Pick<MeetingSummary, 'points'>[],
  now: string,
  timeZone: string,
): readonly TopicAge[] {
  const latest = new Map<Topic, string>();
  for (const { topic, ...fate } of meetings.flatMap(({ points }) => points)) {
    const at = talkedAboutAt(fate);
    if (topic === null || at === null) continue;
    const known = latest.get(topic);
    if (known === undefined || epochOf(known) < epochOf(at)) latest.set(topic, at);
  }
  const today = localDateOf(now, timeZone);
  return topics
    .map((topic) => {
      const at = latest.get(topic);
      const days = at === undefined ? null : daysBetween(localDateOf(at, timeZone), today);
      return { topic, days };
    })
    .toSorted((one, other) => (other.days ?? -1) - (one.days ?? -1));
}
