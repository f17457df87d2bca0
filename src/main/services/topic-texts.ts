import type { Topic } from '../../domain/documents/topics.ts';
import { m } from '../../messages/index.ts';

const texts: Record<Topic, () => string> = {
  wellbeing: m.prep_topic_wellbeing,
  workload: m.prep_topic_workload,
  priorities: m.prep_topic_priorities,
  delivery: m.prep_topic_delivery,
  collaboration: m.prep_topic_collaboration,
  feedback: m.prep_topic_feedback,
  growth: m.prep_topic_growth,
  career: m.prep_topic_career,
  team: m.prep_topic_team,
  process: m.prep_topic_process,
  direction: m.prep_topic_direction,
  change: m.prep_topic_change,
  delegation: m.prep_topic_delegation,
  recognition: m.prep_topic_recognition,
};

/** What a talking point on a topic says, so that either side can read it. */
export const topicText = (topic: Topic): string => texts[topic]();
