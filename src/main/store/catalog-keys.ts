import { openActions } from '../../domain/agenda/actions.ts';
import type { Document } from '../../domain/documents/document.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';

/** What documents are looked up by. */
export function keysOf(document: Document) {
  const { kind, id } = document;
  const none = {
    ...{ person: null, series: null, original: null, latest: null, raised: null },
    openActions: 0,
  };
  switch (document.kind) {
    case 'settings':
    case 'reading':
    case 'template':
    case 'calendar':
    case 'article':
      return { ...none, kind, id };
    case 'person':
      return { ...none, kind, id, person: id };
    case 'series':
    case 'feedback':
    case 'decision':
      return { ...none, kind, id, person: document.personId };
    case 'meeting': {
      const { personId, seriesId, originalLocal, startLocal } = document;
      return {
        ...{ kind, id, person: personId, series: seriesId, original: originalLocal },
        latest: startLocal === null ? null : later(startLocal, originalLocal ?? startLocal),
        raised: lastRaised(document),
        openActions: openActions(document.actionItems).length,
      };
    }
  }
}

/** The last date on which something in a meeting came up; null when there is nothing. */
function lastRaised({ agenda, actionItems }: Meeting): string | null {
  const dates = [
    ...agenda.map(({ firstRaisedOn }) => firstRaisedOn),
    ...actionItems.map(({ createdAt }) => createdAt.slice(0, '2026-11-23'.length)),
  ];
  return dates.reduce<string | null>((last, date) => later(last ?? date, date), null);
}

const later = (one: string, other: string): string => (one > other ? one : other);
