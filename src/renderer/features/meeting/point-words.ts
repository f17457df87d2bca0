import { topics } from '../../../domain/documents/topics.ts';
import { topicName } from '../../../messages/topic-names.ts';

/** What a talking point can be about. */
export const topicChoices = () =>
  topics.map((topic) => ({ value: topic, label: topicName(topic) }));
