import type { CheckId } from './checks/check-ids.ts';
import type { DocumentKind } from './documents/document.ts';
import type { Topic } from './documents/topics.ts';

/** The places of which nothing is to be said but their name, which is their hash. */
export const plainPlaces = [
  'people',
  'actions',
  /** What reminded lately, and what came too late. */
  'reminders',
  'guide',
  /** The documents that the user added; they are read as pages of the guide. */
  'library',
  'helper',
  /** The decision journal. */
  'journal',
  'templates',
  'calendars',
  'data',
  /** What the keyboard does. */
  'keys',
] as const;
interface PlainRoute {
  readonly place: (typeof plainPlaces)[number];
}

/**
 * The places that the window can show. First run is a state of today, not a place of its own.
 * Main names one when a notification is clicked, the renderer goes there.
 */
export type Route =
  | { readonly place: 'today' }
  | PlainRoute
  | { readonly place: 'person'; readonly personId: string }
  | { readonly place: 'person-history'; readonly personId: string }
  | { readonly place: 'person-feedback'; readonly personId: string }
  | { readonly place: 'meeting'; readonly meetingId: string }
  | { readonly place: 'wrap-up'; readonly meetingId: string }
  /** What of a meeting may be shared. */
  | { readonly place: 'share'; readonly meetingId: string }
  /** An occurrence that may have no document yet; `originalLocal` is its identity in the series. */
  | { readonly place: 'plan'; readonly seriesId: string; readonly originalLocal: string }
  /** `anchor` names a heading of the page; null for its beginning. */
  | { readonly place: 'guide-page'; readonly pageId: string; readonly anchor: string | null }
  /** One record of the helper. */
  | { readonly place: 'decision'; readonly decisionId: string }
  | { readonly place: 'decision-review'; readonly decisionId: string }
  /** Who decides what; null for everybody. */
  | { readonly place: 'delegation'; readonly personId: string | null }
  /** How managing and leading are balanced; null for everybody. */
  | { readonly place: 'balance'; readonly personId: string | null }
  /** A short check; the person whom it is about, null while nobody is chosen. */
  | { readonly place: 'check'; readonly checkId: CheckId; readonly personId: string | null }
  | { readonly place: 'template'; readonly templateId: string; readonly isEditing: boolean }
  /** The question bank; null for all topics. */
  | { readonly place: 'questions'; readonly topic: Topic | null }
  /** Which events of a calendar are 1:1s, and whose. */
  | { readonly place: 'calendar'; readonly calendarId: string }
  /** What became of the events of a calendar. */
  | { readonly place: 'calendar-report'; readonly calendarId: string }
  /** `field` names the one that the user was sent to. */
  | { readonly place: 'settings'; readonly field?: SettingsField }
  | { readonly place: 'data-backup'; readonly backupId: number }
  /** One document as it was; null for the newest version that is remembered. */
  | {
      readonly place: 'data-document';
      readonly kind: DocumentKind;
      readonly id: string;
      readonly version: number | null;
      /** The backup that the user came from, and goes back to. */
      readonly backupId: number | null;
    };

/** The fields of the settings that a hash can name. */
export const settingsFields = ['pause'] as const;
type SettingsField = (typeof settingsFields)[number];

/** The hash of a place, such as `#/people/sam-okafor`; `parseRoute` reads it back unchanged. */
export function routeHash(route: Route): string {
  if (isPlain(route)) return hashOf(route.place);
  switch (route.place) {
    case 'today':
      return '#/';
    case 'settings': {
      const settings = hashOf('settings');
      return route.field === undefined ? settings : `${settings}?at=${route.field}`;
    }
    case 'calendar':
      return hashOf('calendars', route.calendarId);
    case 'calendar-report':
      return hashOf('calendars', route.calendarId, 'report');
    case 'person':
      return hashOf('people', route.personId);
    case 'person-history':
      return hashOf('people', route.personId, 'history');
    case 'person-feedback':
      return hashOf('people', route.personId, 'feedback');
    case 'decision':
      return hashOf('helper', route.decisionId);
    case 'decision-review':
      return hashOf('helper', route.decisionId, 'review');
    case 'meeting':
      return hashOf('meetings', route.meetingId);
    case 'wrap-up':
      return hashOf('meetings', route.meetingId, 'wrap-up');
    case 'share':
      return hashOf('meetings', route.meetingId, 'share');
    case 'plan':
      return hashOf('plan', route.seriesId, route.originalLocal);
    case 'guide-page': {
      const page = hashOf('guide', route.pageId);
      return route.anchor === null ? page : `${page}?at=${encodeURIComponent(route.anchor)}`;
    }
    case 'template':
      return hashOf('templates', route.templateId, ...(route.isEditing ? ['edit'] : []));
    case 'delegation':
    case 'balance':
      return hashOf(route.place, ...(route.personId === null ? [] : [route.personId]));
    case 'check':
      return hashOf('checks', route.checkId, ...(route.personId === null ? [] : [route.personId]));
    case 'questions':
      return hashOf('questions', ...(route.topic === null ? [] : [route.topic]));
    case 'data-backup':
      return hashOf('data', 'backups', String(route.backupId));
    case 'data-document': {
      const version = route.version === null ? [] : [String(route.version)];
      const document = hashOf('data', route.kind, route.id, ...version);
      return route.backupId === null ? document : `${document}?backup=${String(route.backupId)}`;
    }
  }
}

const isPlain = (route: Route): route is PlainRoute =>
  plainPlaces.some((place) => place === route.place);

function hashOf(...segments: readonly string[]): string {
  return `#/${segments.map((segment) => encodeURIComponent(segment)).join('/')}`;
}
