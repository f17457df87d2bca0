import type { Document } from '../documents/document.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { ActionItem, Meeting, TalkingPoint } from '../documents/meeting.ts';
import type { Person } from '../documents/person.ts';
import type { Series } from '../documents/series.ts';
import type { Settings } from '../documents/settings.ts';

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
  | 'theme'
  | 'lead-minutes'
  | 'prepares'
  | 'prepare-at'
  | 'wraps-up'
  | 'wrap-up-after'
  | 'repeats'
  | 'working-days'
  | 'quiet-hours'
  | 'paused-until'
  | 'hides-titles';

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
  | ({ readonly kind: 'action'; readonly isDone: boolean } & Pick<
      ActionItem,
      'text' | 'owner' | 'dueOn'
    >);

/** What a part of a document is called; the screen has the words. */
export type PartName =
  | 'about'
  | 'working-style'
  | 'areas'
  | 'tags'
  | 'agenda'
  | 'actions'
  | 'notes'
  | 'private-notes'
  | 'reflection'
  | 'feedback'
  | 'template';

/** A stretch of a document that belongs under one heading. */
export interface ReadablePart {
  readonly name: PartName;
  readonly lines: readonly ReadableLine[];
}

/** A document as somebody reads it, part by part; parts with nothing in them are there, empty. */
export function readableParts(document: Document): readonly ReadablePart[] {
  switch (document.kind) {
    case 'person':
      return personParts(document);
    case 'series':
      return [{ name: 'about', lines: seriesLines(document) }];
    case 'meeting':
      return meetingParts(document);
    case 'feedback':
      return feedbackParts(document);
    case 'template':
      return [{ name: 'template', lines: textLines(document.text) }];
    case 'settings':
      return [{ name: 'about', lines: settingsLines(document) }];
  }
}

function personParts(person: Person): readonly ReadablePart[] {
  const { name, relationship, timeZone, archivedOn, cadenceDays } = person;
  return [
    {
      name: 'about',
      lines: [
        ...field('name', name),
        ...field('relationship', relationship),
        ...field('time-zone', timeZone),
        ...field('cadence-days', cadenceDays === null ? null : String(cadenceDays)),
        ...field('archived-on', archivedOn),
        ...choiceLines(person.reminders),
      ],
    },
    { name: 'working-style', lines: textLines(person.workingStyle) },
    { name: 'areas', lines: person.areas.map((text) => ({ kind: 'text', text })) },
    { name: 'tags', lines: person.tags.map((text) => ({ kind: 'text', text })) },
  ];
}

function seriesLines(series: Series): readonly ReadableLine[] {
  const { rule, startLocal, timeZone, durationMinutes, place, exceptions } = series;
  return [
    { kind: 'rule', rule, startLocal },
    ...field('start', startLocal),
    ...field('time-zone', timeZone),
    ...field('minutes', String(durationMinutes)),
    ...field('place', place),
    ...exceptions.flatMap((exception) =>
      exception.kind === 'cancelled'
        ? field('cancelled', exception.originalLocal)
        : field('moved', exception.startLocal),
    ),
  ];
}

function meetingParts(meeting: Meeting): readonly ReadablePart[] {
  const { startLocal, timeZone, durationMinutes, status, wrappedUpAt } = meeting;
  return [
    {
      name: 'about',
      lines: [
        ...field('start', startLocal),
        ...field('time-zone', timeZone),
        ...field('minutes', String(durationMinutes)),
        ...field('status', status),
        ...field('wrapped-up-at', wrappedUpAt),
      ],
    },
    { name: 'agenda', lines: meeting.agenda.map(pointLine) },
    { name: 'actions', lines: meeting.actionItems.map(actionLine) },
    { name: 'notes', lines: textLines(meeting.notes) },
    { name: 'private-notes', lines: textLines(meeting.privateNotes) },
    { name: 'reflection', lines: textLines(meeting.reflection) },
  ];
}

function feedbackParts(feedback: Feedback): readonly ReadablePart[] {
  const { feedbackKind, noticedOn, deliveredAt, text } = feedback;
  return [
    {
      name: 'about',
      lines: [
        ...field('feedback-kind', feedbackKind),
        ...field('noticed-on', noticedOn),
        ...field('delivered-at', deliveredAt),
      ],
    },
    { name: 'feedback', lines: textLines(text) },
  ];
}

function pointLine(point: TalkingPoint): ReadableLine {
  const { text, addedBy, visibility, stance, topic, carryCount, discussedAt, leftAs } = point;
  return {
    ...{ kind: 'point', text, addedBy, visibility, stance, topic, carryCount },
    isDiscussed: discussedAt !== null,
    leftAs: leftAs?.kind ?? null,
    decision: leftAs?.kind === 'decision' ? leftAs.text : null,
  };
}

const actionLine = ({ text, owner, dueOn, doneAt }: ActionItem): ReadableLine => ({
  ...{ kind: 'action', text, owner, dueOn },
  isDone: doneAt !== null,
});

/** Where a person's reminders are as usual, nothing is said. */
const choiceLines = (reminders: Person['reminders']): readonly ReadableLine[] => [
  ...field('prepares', textOf(reminders.prepares)),
  ...field('lead-minutes', minutesText(reminders.startingLeadMinutes)),
  ...field('wraps-up', textOf(reminders.wrapsUp)),
];

const settingsLines = (settings: Settings): readonly ReadableLine[] => [
  ...field('theme', settings.theme),
  ...field('prepare-at', settings.prepareAt ?? 'never'),
  ...field('lead-minutes', minutesText(settings.startingLeadMinutes)),
  ...field('repeats', String(settings.repeatsUntilAcknowledged)),
  ...field('wrap-up-after', textOf(settings.wrapUpAfterMinutes) ?? 'never'),
  ...field('working-days', settings.workingDays.join(' ')),
  ...field('quiet-hours', quietText(settings.quietHours)),
  ...field('paused-until', settings.remindersPausedUntil),
  ...field('hides-titles', String(settings.hidesTitles)),
];

const textOf = (value: boolean | number | null): string | null =>
  value === null ? null : String(value);

/** Minutes as they are written; no minutes at all are a choice of their own. */
const minutesText = (minutes: readonly number[] | null): string | null =>
  minutes?.length === 0 ? 'never' : (minutes?.join(', ') ?? null);

const quietText = (quietHours: Settings['quietHours']): string | null =>
  quietHours === null ? null : `${quietHours.from}–${quietHours.until}`;

/** A field with nothing in it is no line. */
const field = (name: FieldName, value: string | null): readonly ReadableLine[] =>
  value === null || value === '' ? [] : [{ kind: 'field', field: name, value }];

/** A text with nothing in it has no line, not an empty one. */
const textLines = (text: string): readonly ReadableLine[] =>
  text === '' ? [] : text.split('\n').map((line) => ({ kind: 'text', text: line }));
