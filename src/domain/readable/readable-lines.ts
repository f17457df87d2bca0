import type { ActionItem, TalkingPoint } from '../documents/meeting.ts';
import type { Delegation } from '../documents/person.ts';
import type { Series } from '../documents/series.ts';

/** What a field of a document is called; the screen has the words. */
export type FieldName =
  | 'name'
  | 'relationship'
  | 'time-zone'
  | 'archived-on'
  | 'cadence-days'
  | 'start'
  | 'minutes'
  | 'status'
  | 'wrapped-up-at'
  | 'feedback-kind'
  | 'noticed-on'
  | 'delivered-at'
  | 'place'
  | 'cancelled'
  | 'moved'
  | 'calendar-source'
  | 'added'
  | 'theme'
  | 'paper'
  | 'text-step'
  | 'lead-minutes'
  | 'prepares'
  | 'prepare-at'
  | 'wraps-up'
  | 'wrap-up-after'
  | 'repeats'
  | 'working-days'
  | 'quiet-hours'
  | 'paused-until'
  | 'hides-titles'
  | 'stance'
  | 'level'
  | 'suggested-stance'
  | 'suggested-level'
  | 'area'
  | 'review-on'
  | 'process'
  | 'outcome'
  | 'choose-again';

/** One line of a document as somebody reads it. */
export type ReadableLine =
  | { readonly kind: 'text'; readonly text: string }
  /** A single value, as it is stored: a word, a date, a zone, a number. */
  | { readonly kind: 'field'; readonly field: FieldName; readonly value: string }
  | ({ readonly kind: 'rule' } & Pick<Series, 'rule' | 'startLocal'>)
  | ({
      readonly kind: 'point';
      readonly isDiscussed: boolean;
      /** What became of it instead, if anything. */
      readonly leftAs: NonNullable<TalkingPoint['leftAs']>['kind'] | null;
      /** What was decided, where that is what became of it. */
      readonly decision: string | null;
    } & Pick<TalkingPoint, 'text' | 'addedBy' | 'visibility' | 'stance' | 'topic' | 'carryCount'>)
  /** Who decides in an area from a day on. */
  | ({ readonly kind: 'level' } & Pick<Delegation, 'area' | 'level' | 'on'>)
  | ({ readonly kind: 'action'; readonly isDone: boolean } & Pick<
      ActionItem,
      'text' | 'owner' | 'dueOn' | 'stance'
    >);

/** What a part of a document is called; the screen has the words. */
export type PartName =
  | 'about'
  | 'working-style'
  | 'areas'
  | 'levels'
  | 'tags'
  | 'agenda'
  | 'actions'
  | 'notes'
  | 'private-notes'
  | 'reflection'
  | 'wrap-up'
  | 'feedback'
  | 'reason'
  | 'review'
  | 'template'
  | 'article'
  | 'pages'
  | 'one-to-ones';

/** A stretch of a document that belongs under one heading. */
export interface ReadablePart {
  readonly name: PartName;
  readonly lines: readonly ReadableLine[];
}

/** A field with nothing in it is no line. */
export const field = (name: FieldName, value: string | null): readonly ReadableLine[] =>
  value === null || value === '' ? [] : [{ kind: 'field', field: name, value }];

/** A text with nothing in it has no line, not an empty one. */
export const textLines = (text: string): readonly ReadableLine[] =>
  text === '' ? [] : text.split('\n').map((line) => ({ kind: 'text', text: line }));
