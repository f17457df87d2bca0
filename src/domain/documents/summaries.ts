import { openActions } from '../agenda/actions.ts';
import { openPoints } from '../agenda/points.ts';
import type { Document, DocumentKind, DocumentOf } from './document.ts';
import type { ActionItem, Meeting } from './meeting.ts';

/** What lists and reminders need of a meeting: all but its texts. */
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
> {
  readonly points: number;
  readonly openPoints: number;
  readonly openActions: readonly ActionItem[];
}

/** The part of a document that lists show; a small document is its own summary. */
export type SummaryOf<K extends DocumentKind> = K extends 'meeting'
  ? MeetingSummary
  : DocumentOf<K>;
export type Summary = SummaryOf<DocumentKind>;

export function summaryOf(document: Document): Summary {
  if (document.kind !== 'meeting') return document;
  const { kind, id, personId, seriesId, originalLocal, startLocal } = document;
  const { timeZone, durationMinutes, status, agenda } = document;
  return {
    ...{ kind, id, personId, seriesId, originalLocal, startLocal },
    ...{ timeZone, durationMinutes, status },
    points: agenda.length,
    openPoints: openPoints(document).length,
    openActions: openActions(document),
  };
}

/** The texts of a document that a search looks in: its name, and all that was written in it. */
export function searchTextOf(document: Document): {
  readonly title: string;
  readonly body: string;
} {
  switch (document.kind) {
    case 'person':
      return {
        title: document.name,
        body: [document.workingStyle, ...document.areas].join('\n'),
      };
    case 'series':
      return { title: '', body: document.place };
    case 'meeting': {
      const { agenda, actionItems, notes, privateNotes } = document;
      const lines = [...agenda, ...actionItems].map(({ text }) => text);
      return { title: '', body: [...lines, notes, privateNotes].join('\n') };
    }
    case 'settings':
      return { title: '', body: '' };
  }
}
