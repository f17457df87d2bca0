import type { Stance } from '../../../domain/documents/meeting.ts';
import type { Relationship } from '../../../domain/documents/relationships.ts';
import type { Topic } from '../../../domain/documents/topics.ts';
import type { Depth } from '../../../domain/questions/depths.ts';
import type { ParticularSituation } from '../../../domain/questions/situations.ts';
import { hasAllWords } from '../../../domain/text-filter.ts';
import type { QuestionEntry } from '../../../ipc/views.ts';

/** What the user looks for in the question bank; kept while they go from topic to topic. */
export class QuestionFilters {
  /** Whom the questions are for; empty for nobody in particular. */
  personId = $state('');
  text = $state('');
  depth = $state<Depth | 'any'>('any');
  stance = $state<Stance | 'any'>('any');
  situation = $state<ParticularSituation | 'any'>('any');

  /** Whether anything but the person narrows the list. */
  get isNarrowing(): boolean {
    const { text, depth, stance, situation } = this;
    return text.trim() !== '' || [depth, stance, situation].some((chosen) => chosen !== 'any');
  }

  clear(): void {
    this.text = '';
    this.depth = 'any';
    this.stance = 'any';
    this.situation = 'any';
  }

  /**
   * The questions that fit, whatever their topic; those that are not for the person come last.
   * @param relationship what the person is to the user; null while nobody is chosen
   */
  fitting(
    entries: readonly QuestionEntry[],
    relationship: Relationship | null,
  ): readonly QuestionEntry[] {
    const fitting = entries.filter(
      ({ question }) =>
        (relationship === null || question.relationships.includes(relationship)) &&
        (this.depth === 'any' || question.depth === this.depth) &&
        (this.stance === 'any' || question.stance === this.stance) &&
        (this.situation === 'any' || question.situations.includes(this.situation)) &&
        hasAllWords(question.text, this.text),
    );
    return [
      ...fitting.filter(({ isNotForUs }) => !isNotForUs),
      ...fitting.filter(({ isNotForUs }) => isNotForUs),
    ];
  }
}

/** Those of some questions that are about a topic; null for all. */
export const aboutTopic = (
  entries: readonly QuestionEntry[],
  topic: Topic | null,
): readonly QuestionEntry[] =>
  topic === null ? entries : entries.filter(({ question }) => question.topic === topic);
