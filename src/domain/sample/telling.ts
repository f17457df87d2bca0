import type { Relationship } from '../documents/relationships.ts';
import type { Dice } from './dice.ts';
import { managerStories } from './stories/manager-stories.ts';
import { otherStories, peerStories } from './stories/peer-stories.ts';
import { reportGrowth } from './stories/report-growth.ts';
import { reportWork } from './stories/report-work.ts';
import type { Story } from './stories/story.ts';
import { fillings } from './stories/words.ts';

const stories: Readonly<Record<Relationship, readonly Story[]>> = {
  report: [...reportWork, ...reportGrowth],
  peer: peerStories,
  manager: managerStories,
  mentor: managerStories,
  'skip-level': otherStories,
  mentee: otherStories,
  other: peerStories,
};

/** Gives stories that fit a relationship one after the other, none again before all were told. */
export class StoryTeller {
  readonly #dice: Dice;
  readonly #all: readonly Story[];
  #waiting: readonly Story[] = [];

  constructor(dice: Dice, relationship: Relationship) {
    this.#dice = dice;
    this.#all = stories[relationship];
  }

  /** The next story that this side brings up, with its blanks filled. */
  next(by: Story['by']): Story {
    let story = this.#waiting.find((one) => one.by === by);
    if (story === undefined) {
      this.#waiting = [...this.#waiting, ...this.#dice.shuffled(this.#all)];
      story = this.#waiting.find((one) => one.by === by);
    }
    if (story === undefined) throw new Error(`Nothing is ever brought up by ${by}.`);
    const told = story;
    this.#waiting = this.#waiting.filter((one) => one !== told);
    return filled(told, this.#dice);
  }
}

/** Fills the blanks of some texts that belong together. */
export function fill(texts: readonly string[], dice: Dice): readonly string[] {
  const words = Object.entries(fillings).map(
    ([blank, list]) => [`{${blank}}`, dice.oneOf<string>(list)] as const,
  );
  return texts.map((text) =>
    words.reduce((written, [blank, word]) => written.replaceAll(blank, word), text),
  );
}

function filled(story: Story, dice: Dice): Story {
  const { action, decision } = story;
  const texts = [story.text, story.notes, action?.[1] ?? '', decision ?? ''];
  const [text = '', notes = '', promise = '', decided = ''] = fill(texts, dice);
  return {
    ...story,
    ...{ text, notes },
    ...(action && { action: [action[0], promise] }),
    ...(decision !== undefined && { decision: decided }),
  };
}
