import { settleUndone } from '../../domain/agenda/settle-undone.ts';
import type { UndoneMeeting } from '../../domain/agenda/undone-meeting.ts';
import { settleFeedback } from '../../domain/feedback/feedback-changes.ts';
import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { ArticleSummary, MeetingSummary } from '../../domain/documents/summaries.ts';
import { isJsonObject, isSameJson } from '../../domain/merge/json.ts';
import { mergeVersions } from '../../domain/merge/merge-versions.ts';
import { mergeThreeWay } from '../../domain/merge/three-way.ts';
import type { ActChange, ActRecord } from './act-record.ts';
import { checkDocument } from './disk-shape.ts';
import type { Change } from './store.ts';

type Current = (ref: DocumentRef) => Document | null;

/** The documents as they are until an act is taken back. */
interface Surroundings {
  readonly current: Current;
  readonly isThere: (ref: DocumentRef) => boolean;
  /** All meetings with one person. */
  readonly meetingsWith: (personId: string) => readonly MeetingSummary[];
  /** All documents of the library. */
  readonly articles: () => readonly ArticleSummary[];
  /** The instant, UTC, ISO 8601. */
  readonly now: string;
}

/** What a change is when its act is taken back. */
interface TakenBack {
  readonly change: ActChange;
  readonly found: Document | null;
  /** Null when the document is to be gone. */
  readonly undone: Document | null;
}

/**
 * The changes that take an act back and leave alone what was changed, or removed, since.
 * @returns null when what it took away can only come back to a person on whom everything was deleted since
 */
export function changesToUndo(
  record: ActRecord,
  surroundings: Surroundings,
): readonly Change[] | null {
  const { current, isThere } = surroundings;
  const taken = record.changes.map((change) => takeBack(change, current(change)));
  const willBeThere = (ref: DocumentRef): boolean => {
    const own = taken.find(({ change }) => change.kind === ref.kind && change.id === ref.id);
    return own === undefined ? isThere(ref) : own.undone !== null;
  };
  const homeless = taken.filter(({ found, undone }) => {
    const personId = found === null && undone !== null ? personIdOf(undone) : null;
    return personId !== null && !willBeThere({ kind: 'person', id: personId });
  });
  const coming = taken.filter(
    (one) => !homeless.includes(one) && !isAddedAnew(one, surroundings, willBeThere),
  );
  if (coming.length === 0 && homeless.length > 0) return null;
  const meetings = settledMeetings(coming, surroundings);
  const settledFeedback = (undone: Document | null): Document | null =>
    undone?.kind === 'feedback'
      ? settleFeedback(undone, (id) => meetings.has(id) || willBeThere({ kind: 'meeting', id }))
      : undone;
  return coming
    .filter(({ found, undone }) => found !== null || undone !== null)
    .map(({ change: { kind, id }, undone }) =>
      changeTo({ kind, id }, meetings.get(id) ?? settledFeedback(undone)),
    );
}

function takeBack(change: ActChange, found: Document | null): TakenBack {
  const { before, after } = change;
  // Nobody who takes back a word wants the document back that they deleted later, person and all.
  if (after !== null && found === null) return { change, found, undone: null };
  const merged = mergeThreeWay(after ?? undefined, found ?? undefined, before ?? undefined);
  return { change, found, undone: isJsonObject(merged) ? checkDocument(merged) : null };
}

/** Whether a document of the library that would come back was added again under another id. */
function isAddedAnew(
  { found, undone }: TakenBack,
  { articles }: Surroundings,
  willBeThere: (ref: DocumentRef) => boolean,
): boolean {
  if (found !== null || undone?.kind !== 'article') return false;
  const { folder, path } = undone;
  return articles().some(
    (other) => other.folder === folder && other.path === path && willBeThere(other),
  );
}

const personIdOf = (document: Document): string | null =>
  'personId' in document && typeof document.personId === 'string' ? document.personId : null;

/** The meetings that come back, by id, with nothing in them that is elsewhere by now. */
function settledMeetings(
  coming: readonly TakenBack[],
  { meetingsWith, now }: Surroundings,
): ReadonlyMap<string, Meeting> {
  const meetings = coming
    .filter(({ change }) => change.kind === 'meeting')
    .map(({ change, found, undone }): UndoneMeeting => {
      const [before, after] = [meetingOf(change.before), meetingOf(change.after)];
      return { before, after, found: meetingOf(found), undone: meetingOf(undone) };
    });
  const people = new Set(
    meetings.flatMap(({ found, undone }) => (undone ?? found)?.personId ?? []),
  );
  const ids = new Set(coming.map(({ change }) => change.id));
  const others = [...people].flatMap(meetingsWith).filter(({ id }) => !ids.has(id));
  return new Map(settleUndone(meetings, others, now).map((meeting) => [meeting.id, meeting]));
}

const meetingOf = (document: Document | null): Meeting | null =>
  document?.kind === 'meeting' ? document : null;

/**
 * The changes that lead acts which a crash interrupted to their end. What somebody else made of a
 * document meanwhile stays, where it does not contradict.
 * @param records oldest first
 */
export function changesToFinish(
  records: readonly ActRecord[],
  current: Current,
): readonly Change[] {
  const chains = Map.groupBy(
    records.flatMap(({ changes }) => changes),
    ({ kind, id }) => `${kind} ${id}`,
  );
  return [...chains.values()].flatMap((chain) => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (first === undefined || last === undefined) return [];
    const found = current(first);
    // However far its file got, the rest is still to be done; what is none of the acts' is somebody's own.
    const base = isStage(chain, found) ? found : first.before;
    const document = mergeVersions(base ?? undefined, found ?? undefined, last.after ?? undefined);
    return [changeTo(first, document)];
  });
}

/** Whether a document is what one of a row of acts found or left; null, where it was not there, as well. */
const isStage = (chain: readonly ActChange[], found: Document | null): boolean =>
  chain.some(({ before, after }) => isSameJson(before, found) || isSameJson(after, found));

/** The change that leaves a document as a merge made it; undefined when it is to be gone. */
function changeTo({ kind, id }: DocumentRef, document: unknown): Change {
  return isJsonObject(document)
    ? { kind: 'put', document: checkDocument(document) }
    : { kind: 'remove', ref: { kind, id } };
}
