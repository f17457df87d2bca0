import { isOpenPoint } from '../agenda/points.ts';
import type { Article } from './article.ts';
import type { Document, DocumentKind, DocumentOf } from './document.ts';
import type { ActionItem, Meeting, TalkingPoint } from './meeting.ts';
import { titleOfTemplate } from './template.ts';

/** What is to be known of a talking point without its meeting. */
interface PointSummary extends Pick<
  TalkingPoint,
  | 'id'
  | 'addedBy'
  | 'visibility'
  | 'stance'
  | 'topic'
  | 'origin'
  | 'carryCount'
  | 'carriedFrom'
  | 'firstRaisedOn'
  | 'discussedAt'
  | 'leftAs'
> {
  /** Null once the point is not open any more: what was said is read in its meeting. */
  readonly text: string | null;
}

/**
 * What lists and reminders, the preparation of the next 1:1, the history and the balance need of a
 * meeting: all but its long texts.
 */
export interface MeetingSummary extends Pick<
  Meeting,
  | 'kind'
  | 'id'
  | 'personId'
  | 'seriesId'
  | 'originalLocal'
  | 'startLocal'
  | 'timeZone'
  | 'durationMinutes'
  | 'status'
  | 'wrappedUpAt'
  | 'snoozedSuggestions'
> {
  /** All of them, in the order of the agenda; openPoints gives those that are open. */
  readonly points: readonly PointSummary[];
  /** All of them, done ones too, in their order; openActions gives those that are not. */
  readonly actions: readonly ActionItem[];
  /** Whether something stands in the notes or the private notes. */
  readonly hasNotes: boolean;
}

/** What lists need of a document of the library: all but its text, and the pictures in it. */
export type ArticleSummary = Pick<
  Article,
  'kind' | 'id' | 'folder' | 'path' | 'title' | 'description' | 'tags' | 'problem' | 'addedAt'
>;

/** The part of a document that lists show; a small document is its own summary. */
export type SummaryOf<K extends DocumentKind> = K extends 'meeting'
  ? MeetingSummary
  : K extends 'article'
    ? ArticleSummary
    : DocumentOf<K>;
export type Summary = SummaryOf<DocumentKind>;

export function summaryOf(document: Document): Summary {
  if (document.kind === 'meeting') return summaryOfMeeting(document);
  return document.kind === 'article' ? summaryOfArticle(document) : document;
}

function summaryOfArticle(document: Article): ArticleSummary {
  const { kind, id, folder, path, title, description, tags, problem, addedAt } = document;
  return { kind, id, folder, path, title, description, tags, problem, addedAt };
}

export function summaryOfMeeting(document: Meeting): MeetingSummary {
  const { kind, id, personId, seriesId, originalLocal, startLocal } = document;
  const { timeZone, durationMinutes, status, wrappedUpAt, snoozedSuggestions } = document;
  return {
    ...{ kind, id, personId, seriesId, originalLocal, startLocal },
    ...{ timeZone, durationMinutes, status, wrappedUpAt, snoozedSuggestions },
    points: document.agenda.map(pointSummary),
    actions: document.actionItems,
    hasNotes: `${document.notes}${document.privateNotes}`.trim() !== '',
  };
}

function pointSummary(point: TalkingPoint): PointSummary {
  const { id, addedBy, visibility, stance, topic, origin, carryCount, carriedFrom } = point;
  const { firstRaisedOn, discussedAt, leftAs } = point;
  return {
    ...{ id, addedBy, visibility, stance, topic, origin, carryCount, carriedFrom },
    ...{ firstRaisedOn, discussedAt, leftAs },
    text: isOpenPoint(point) ? point.text : null,
  };
}

/** The texts of a document that a search looks in: its name, and all that was written in it. */
export function searchTextOf(document: Document): {
  readonly title: string;
  readonly body: string;
} {
  switch (document.kind) {
    case 'person': {
      const { name, workingStyle, areas, tags } = document;
      return { title: name, body: [workingStyle, ...areas, ...tags].join('\n') };
    }
    case 'series':
      return { title: '', body: document.place };
    case 'meeting':
      return { title: '', body: wordsOfMeeting(document) };
    case 'feedback':
      return { title: '', body: document.text };
    case 'decision': {
      const { title, area, chosen, review } = document;
      const words = [area, chosen?.reason, review?.whatHappened];
      return { title, body: words.filter((text) => typeof text === 'string').join('\n') };
    }
    case 'template':
      return { title: titleOfTemplate(document.text) ?? '', body: document.text };
    case 'calendar':
      // Not its address, which is a secret, nor its events, which are another program's.
      return { title: document.name, body: '' };
    case 'article': {
      const { title, path, description, tags, text } = document;
      return { title, body: [path, description, ...tags, text].join('\n') };
    }
    case 'reading':
    case 'settings':
      return { title: '', body: '' };
  }
}

function wordsOfMeeting(meeting: Meeting): string {
  const { agenda, actionItems, notes, privateNotes, reflection } = meeting;
  const lines = [...agenda, ...actionItems].map(({ text }) => text);
  const decisions = agenda.flatMap(({ leftAs }) =>
    leftAs?.kind === 'decision' ? [leftAs.text] : [],
  );
  return [...lines, ...decisions, notes, privateNotes, reflection].join('\n');
}
