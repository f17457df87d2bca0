import type { AgendaTemplate } from '../agenda/apply-template.ts';
import { applyTemplate } from '../agenda/apply-template.ts';
import { openActions } from '../agenda/actions.ts';
import type { NewPoint } from '../agenda/points.ts';
import { addPoint } from '../agenda/points.ts';
import { compareTexts } from '../compare-texts.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Meeting, Side } from '../documents/meeting.ts';
import type { Topic } from '../documents/topics.ts';
import { topics } from '../documents/topics.ts';
import { pickQuestion } from '../questions/pick-question.ts';
import type { Question } from '../questions/question-bank-shape.ts';
import type { AskedQuestion } from '../questions/question-history.ts';
import type { CastMember } from './cast.ts';
import type { Dice } from './dice.ts';
import { answers, topicWords } from './stories/topic-words.ts';
import { plainNotes } from './stories/words.ts';
import type { StoryTeller } from './telling.ts';

/** What will come of a point once it is talked about. */
export interface Outcome {
  readonly notes: string;
  readonly action: readonly [owner: Side, text: string] | null;
  readonly decision: string | null;
  /** After so many carries it is talked about at last. */
  readonly carries: number;
}

/** What an agenda is filled from. */
export interface AgendaParts {
  readonly member: CastMember;
  readonly dice: Dice;
  readonly teller: StoryTeller;
  readonly newId: (kind: 'point' | 'action') => string;
  readonly questions: readonly Question[];
}

/** Fills one agenda after the other with one person, and remembers what there was. */
export class AgendaWriter {
  readonly #parts: AgendaParts;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #asked: AskedQuestion[] = [];
  readonly #touched = new Map<Topic, string>();

  constructor(parts: AgendaParts) {
    this.#parts = parts;
  }

  /** What comes of a point; of one that a template brought, a plain remark. */
  outcomeOf(pointId: string): Outcome {
    const notes = this.#parts.dice.oneOf(plainNotes);
    return this.#outcomes.get(pointId) ?? { notes, action: null, decision: null, carries: 0 };
  }

  /** Adds the points of a template. */
  withTemplate(meeting: Meeting, template: AgendaTemplate, raisedOn: string): Meeting {
    return applyTemplate(meeting, template, { newId: () => this.#newPointId(), raisedOn });
  }

  /** Adds what each side brings. @param carries of each of them; null to leave it to chance */
  withStories(meeting: Meeting, sides: readonly Side[], raisedOn: string): Meeting {
    return sides.reduce((before, side) => this.#withStory(before, side, raisedOn, null), meeting);
  }

  /** Adds one point that nobody ever gets to. */
  withStubbornPoint(meeting: Meeting, raisedOn: string): Meeting {
    const side = this.#parts.dice.happens(0.5) ? 'me' : 'them';
    return this.#withStory(meeting, side, raisedOn, Number.MAX_SAFE_INTEGER);
  }

  /** Adds a question that fits, if there is one. */
  withQuestion(meeting: Meeting, today: string): Meeting {
    const picked = pickQuestion({
      questions: this.#parts.questions,
      relationship: this.#parts.member.relationship,
      asked: this.#asked,
      notForUs: [],
      topicsTouched: Object.fromEntries(this.#touched),
      today,
      situation: null,
      skip: [],
      seed: meeting.id,
    });
    if (picked === null) return meeting;
    const { id, text, topic, stance } = picked.question;
    this.#asked.push({ questionId: id, on: today });
    const origin = { kind: 'question', questionId: id } as const;
    const point = { text, topic, stance, origin, addedBy: 'me', visibility: 'shared' } as const;
    return this.#with(meeting, { ...point, raisedOn: today }, plainOutcome(answers[topic]));
  }

  /** Adds the topic that nobody has touched for longest. */
  withOldTopic(meeting: Meeting, raisedOn: string): Meeting {
    const on = (topic: Topic): string => this.#touched.get(topic) ?? '';
    const [topic = 'wellbeing'] = topics.toSorted((one, other) => compareTexts(on(one), on(other)));
    const [text, notes] = topicWords[topic];
    const origin = { kind: 'topic', topic } as const;
    const point = { text, topic, origin, addedBy: 'me', visibility: 'shared' } as const;
    return this.#with(meeting, { ...point, raisedOn }, plainOutcome(notes));
  }

  /** Adds, for the user's eyes alone, what is to be said. */
  withFeedback(meeting: Meeting, { id, text }: Feedback, raisedOn: string): Meeting {
    const origin = { kind: 'feedback', feedbackId: id } as const;
    const point = { text, origin, topic: 'feedback', stance: 'lead', addedBy: 'me' } as const;
    const outcome = plainOutcome('Heard, and talked about what it caused.');
    return this.#with(meeting, { ...point, visibility: 'private', raisedOn }, outcome);
  }

  /** Adds a promise of an earlier 1:1 that is still open, if there is one. */
  withOldPromise(meeting: Meeting, earlier: Meeting, raisedOn: string): Meeting {
    const [action] = openActions(earlier.actionItems);
    if (action === undefined) return meeting;
    const origin = { kind: 'action', meetingId: earlier.id, actionId: action.id } as const;
    const point = { text: action.text, origin, addedBy: 'me', visibility: 'shared' } as const;
    return this.#with(meeting, { ...point, raisedOn }, plainOutcome('Not done yet; still wanted.'));
  }

  #withStory(meeting: Meeting, side: Side, raisedOn: string, carries: number | null): Meeting {
    const { dice, teller } = this.#parts;
    const { text, topic, stance, notes, action, decision } = teller.next(side);
    const tags = {
      topic: dice.happens(0.88) ? topic : null,
      stance: dice.happens(0.8) ? stance : null,
    };
    const visibility = side === 'me' && dice.happens(0.06) ? 'private' : 'shared';
    const point = { text, ...tags, visibility, raisedOn, addedBy: side } as const;
    return this.#with(
      meeting,
      { ...point, origin: { kind: 'typed' } },
      {
        notes,
        action: action !== undefined && dice.happens(0.6) ? action : null,
        decision: decision !== undefined && dice.happens(0.5) ? decision : null,
        carries: carries ?? usualCarries(dice),
      },
    );
  }

  #with(meeting: Meeting, point: Omit<NewPoint, 'id'>, outcome: Outcome): Meeting {
    const id = this.#newPointId();
    this.#outcomes.set(id, outcome);
    if (point.topic) this.#touched.set(point.topic, point.raisedOn);
    return addPoint(meeting, { ...point, id });
  }

  #newPointId(): string {
    return this.#parts.newId('point');
  }
}

function plainOutcome(notes: string): Outcome {
  return { notes, action: null, decision: null, carries: 0 };
}

/** Most points are talked about at once, a few take up to four carries. */
function usualCarries(dice: Dice): number {
  const chance = dice.between(0, 99);
  return [88, 94, 97, 99].filter((from) => chance >= from).length;
}
