import type { Topic } from '../domain/documents/topics.ts';
import { m } from './index.ts';

const names: Record<Topic, () => string> = {
  wellbeing: m.topic_wellbeing,
  workload: m.topic_workload,
  priorities: m.topic_priorities,
  delivery: m.topic_delivery,
  collaboration: m.topic_collaboration,
  feedback: m.topic_feedback,
  growth: m.topic_growth,
  career: m.topic_career,
  team: m.topic_team,
  process: m.topic_process,
  direction: m.topic_direction,
  change: m.topic_change,
  delegation: m.topic_delegation,
  recognition: m.topic_recognition,
};

/** What a topic is called. */
export const topicName = (topic: Topic): string => names[topic]();
