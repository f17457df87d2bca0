import type { CheckId } from './checks/check-ids.ts';
import { checkIds } from './checks/check-ids.ts';
import type { DocumentKind } from './documents/document.ts';
import type { Topic } from './documents/topics.ts';
import { topics } from './documents/topics.ts';

/**
 * The places that the window can show. First run is a state of today, not a place of its own.
 * Main names one when a notification is clicked, the renderer goes there.
 */
export type Route =
  | { readonly place: 'today' }
  | { readonly place: 'people' }
  | { readonly place: 'person'; readonly personId: string }
  | { readonly place: 'person-history'; readonly personId: string }
  | { readonly place: 'person-feedback'; readonly personId: string }
  | { readonly place: 'actions' }
  /** What reminded lately, and what came too late. */
  | { readonly place: 'reminders' }
  | { readonly place: 'meeting'; readonly meetingId: string }
  | { readonly place: 'wrap-up'; readonly meetingId: string }
  /** What of a meeting may be shared. */
  | { readonly place: 'share'; readonly meetingId: string }
  /** An occurrence that may have no document yet; `originalLocal` is its identity in the series. */
  | { readonly place: 'plan'; readonly seriesId: string; readonly originalLocal: string }
  | { readonly place: 'guide' }
  /** `anchor` names a heading of the page; null for its beginning. */
  | { readonly place: 'guide-page'; readonly pageId: string; readonly anchor: string | null }
  /** The documents that the user added; they are read as pages of the guide. */
  | { readonly place: 'library' }
  | { readonly place: 'helper' }
  /** One record of the helper. */
  | { readonly place: 'decision'; readonly decisionId: string }
  | { readonly place: 'decision-review'; readonly decisionId: string }
  /** The decision journal. */
  | { readonly place: 'journal' }
  /** Who decides what; null for everybody. */
  | { readonly place: 'delegation'; readonly personId: string | null }
  /** How managing and leading are balanced; null for everybody. */
  | { readonly place: 'balance'; readonly personId: string | null }
  /** A short check; the person whom it is about, null while nobody is chosen. */
  | { readonly place: 'check'; readonly checkId: CheckId; readonly personId: string | null }
  | { readonly place: 'templates' }
  | { readonly place: 'template'; readonly templateId: string; readonly isEditing: boolean }
  /** The question bank; null for all topics. */
  | { readonly place: 'questions'; readonly topic: Topic | null }
  | { readonly place: 'calendars' }
  /** Which events of a calendar are 1:1s, and whose. */
  | { readonly place: 'calendar'; readonly calendarId: string }
  /** What became of the events of a calendar. */
  | { readonly place: 'calendar-report'; readonly calendarId: string }
  /** `field` names the one that the user was sent to. */
  | { readonly place: 'settings'; readonly field?: SettingsField }
  | { readonly place: 'data' }
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

const settingsFields = ['pause'] as const;
type SettingsField = (typeof settingsFields)[number];

const localPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The hash of a place, such as `#/people/sam-okafor`; `parseRoute` reads it back unchanged. */
export function routeHash(route: Route): string {
  switch (route.place) {
    case 'today':
      return '#/';
    case 'people':
    case 'actions':
    case 'reminders':
    case 'guide':
    case 'library':
    case 'helper':
    case 'calendars':
    case 'journal':
    case 'data':
      return hashOf(route.place);
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
    case 'templates':
      return hashOf('templates');
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

/** The place that a hash names. Never throws: what it does not know is today. */
export function parseRoute(hash: string): Route {
  const { segments, anchor, backup } = splitHash(hash);
  const [room = '', first, second] = segments;
  if (segments.length === 1) return parseRoom(room, anchor);
  if (room === 'data') return parseData(segments.slice(1), backup) ?? { place: 'today' };
  if (segments.length === 2 && first !== undefined) return parsePage(room, first, anchor);
  const isWrapUp = room === 'meetings' && segments.length === 3 && second === 'wrap-up';
  if (isWrapUp && first !== undefined) return { place: 'wrap-up', meetingId: first };
  if (room === 'people' && segments.length === 3 && first !== undefined) {
    if (second === 'history') return { place: 'person-history', personId: first };
    if (second === 'feedback') return { place: 'person-feedback', personId: first };
  }
  if (room === 'templates' && first !== undefined && second === 'edit' && segments.length === 3) {
    return { place: 'template', templateId: first, isEditing: true };
  }
  if (room === 'meetings' && second === 'share' && segments.length === 3) {
    return { place: 'share', meetingId: first ?? '' };
  }
  if (room === 'helper' && second === 'review' && segments.length === 3) {
    return { place: 'decision-review', decisionId: first ?? '' };
  }
  if (room === 'calendars' && second === 'report' && segments.length === 3) {
    return { place: 'calendar-report', calendarId: first ?? '' };
  }
  if (room === 'checks' && second !== undefined && segments.length === 3) {
    return parseCheck(first, second);
  }
  const isPlan = room === 'plan' && segments.length === 3;
  if (isPlan && first !== undefined && second !== undefined && localPattern.test(second)) {
    return { place: 'plan', seriesId: first, originalLocal: second };
  }
  return { place: 'today' };
}

function parseRoom(room: string, anchor: string | null): Route {
  switch (room) {
    case 'people':
    case 'actions':
    case 'reminders':
    case 'guide':
    case 'library':
    case 'helper':
    case 'calendars':
    case 'journal':
    case 'data':
      return { place: room };
    case 'settings': {
      const field = settingsFields.find((known) => known === anchor);
      return field === undefined ? { place: room } : { place: room, field };
    }
    case 'delegation':
    case 'balance':
      return { place: room, personId: null };
    case 'templates':
      return { place: 'templates' };
    case 'questions':
      return { place: 'questions', topic: null };
    default:
      return { place: 'today' };
  }
}

function parseData(segments: readonly string[], backup: string | null): Route | null {
  const [kind, id, versionText] = segments;
  if (id === undefined || segments.length > 3) return null;
  if (kind === 'backups') {
    const backupId = numberIn(id);
    return backupId === null || versionText !== undefined
      ? null
      : { place: 'data-backup', backupId };
  }
  const version = numberIn(versionText);
  if (!isKind(kind) || (version === null && versionText !== undefined)) return null;
  return { place: 'data-document', kind, id, version, backupId: numberIn(backup) };
}

const kinds: readonly DocumentKind[] = [
  'person',
  'series',
  'meeting',
  'feedback',
  'decision',
  'template',
  'reading',
  'calendar',
  'article',
  'settings',
];
const isKind = (text: string | undefined): text is DocumentKind =>
  kinds.some((kind) => kind === text);

const numberIn = (text: string | null | undefined): number | null =>
  text && /^\d{1,15}$/.test(text) ? Number(text) : null;

function parsePage(room: string, id: string, anchor: string | null): Route {
  switch (room) {
    case 'people':
      return { place: 'person', personId: id };
    case 'meetings':
      return { place: 'meeting', meetingId: id };
    case 'helper':
      return { place: 'decision', decisionId: id };
    case 'calendars':
      return { place: 'calendar', calendarId: id };
    case 'delegation':
    case 'balance':
      return { place: room, personId: id };
    case 'guide':
    case 'library':
      return { place: 'guide-page', pageId: id, anchor };
    case 'templates':
      return { place: 'template', templateId: id, isEditing: false };
    case 'checks':
      return parseCheck(id, null);
    case 'questions':
      return { place: 'questions', topic: topics.find((topic) => topic === id) ?? null };
    default:
      return { place: 'today' };
  }
}

function parseCheck(id: string | undefined, personId: string | null): Route {
  const checkId = checkIds.find((known) => known === id);
  return checkId === undefined ? { place: 'today' } : { place: 'check', checkId, personId };
}

function hashOf(...segments: readonly string[]): string {
  return `#/${segments.map((segment) => encodeURIComponent(segment)).join('/')}`;
}

/** Cuts a hash into decoded parts; a part that cannot be decoded makes the whole hash unknown. */
function splitHash(hash: string): {
  segments: readonly string[];
  anchor: string | null;
  backup: string | null;
} {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  try {
    const segments = path.split('/').filter((segment) => segment !== '');
    return {
      segments: segments.map((segment) => decodeURIComponent(segment)),
      anchor: valueOf('at', query),
      backup: valueOf('backup', query),
    };
  } catch {
    return { segments: [], anchor: null, backup: null };
  }
}

function valueOf(name: string, query: string): string | null {
  const pair = query.split('&').find((part) => part.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1) ?? '';
  return value === '' ? null : decodeURIComponent(value);
}
