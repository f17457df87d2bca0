import type { Side, Stance } from '../../documents/meeting.ts';
import type { Topic } from '../../documents/topics.ts';

/**
 * Something that may come up in a 1:1, and what comes of it. The texts have blanks such as
 * `{system}`, which are filled alike in all texts of one telling (`words.ts`).
 */
export interface Story {
  readonly topic: Topic;
  readonly stance: Stance;
  /** Who brings it up. */
  readonly by: Side;
  readonly text: string;
  /** What the notes say afterwards. */
  readonly notes: string;
  /** A promise that may come of it, and whose. */
  readonly action?: readonly [owner: Side, text: string];
  /** What may be decided instead. */
  readonly decision?: string;
}
