import { checkIds } from './checks/check-ids.ts';
import { documentKinds } from './documents/document-kinds.ts';
import type { DocumentKind } from './documents/document.ts';
import { topics } from './documents/topics.ts';
import type { Route } from './routes.ts';
import { plainPlaces, settingsFields } from './routes.ts';

const localPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The place that a hash names. Never throws: what it does not know is today. */
export function parseRoute(hash: string): Route {
  const { segments, anchor, backup } = splitHash(hash);
  const [room = '', id = '', part = ''] = segments;
  if (segments.length === 1) return parseRoom(room, anchor);
  if (room === 'data') return parseData(segments.slice(1), backup) ?? { place: 'today' };
  if (segments.length === 2) return parsePage(room, id, anchor);
  if (segments.length === 3) return parsePart(room, id, part);
  return { place: 'today' };
}

function parseRoom(room: string, anchor: string | null): Route {
  const plain = plainPlaces.find((place) => place === room);
  if (plain !== undefined) return { place: plain };
  switch (room) {
    case 'settings': {
      const field = settingsFields.find((known) => known === anchor);
      return field === undefined ? { place: room } : { place: room, field };
    }
    case 'delegation':
    case 'balance':
      return { place: room, personId: null };
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

const isKind = (text: string | undefined): text is DocumentKind =>
  documentKinds.some((kind) => kind === text);

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

/** One side of what a page is about, such as the history of a person. */
function parsePart(room: string, id: string, part: string): Route {
  switch (room) {
    case 'checks':
      return parseCheck(id, part);
    case 'plan':
      return localPattern.test(part)
        ? { place: 'plan', seriesId: id, originalLocal: part }
        : { place: 'today' };
    default:
      return parseNamedPart(`${room}/${part}`, id);
  }
}

function parseNamedPart(name: string, id: string): Route {
  switch (name) {
    case 'people/history':
      return { place: 'person-history', personId: id };
    case 'people/feedback':
      return { place: 'person-feedback', personId: id };
    case 'meetings/wrap-up':
      return { place: 'wrap-up', meetingId: id };
    case 'meetings/share':
      return { place: 'share', meetingId: id };
    case 'templates/edit':
      return { place: 'template', templateId: id, isEditing: true };
    case 'helper/review':
      return { place: 'decision-review', decisionId: id };
    case 'calendars/report':
      return { place: 'calendar-report', calendarId: id };
    default:
      return { place: 'today' };
  }
}

function parseCheck(id: string, personId: string | null): Route {
  const checkId = checkIds.find((known) => known === id);
  return checkId === undefined ? { place: 'today' } : { place: 'check', checkId, personId };
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
