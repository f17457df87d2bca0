import { talkedAboutAt } from '../agenda/points.ts';
import type { DecisionStance, DelegationLevelNumber } from '../decision/choices.ts';
import { outcomeOf } from '../decision/outcome.ts';
import type { Decision } from '../documents/decision.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { ActionItem, Meeting, Side, TalkingPoint, Visibility } from '../documents/meeting.ts';
import type { Person } from '../documents/person.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { epochOf, instantOf, localDateOf } from '../time/instants.ts';

/** A point of a past meeting, and what became of it there. */
interface PastPoint {
  readonly id: string;
  readonly text: string;
  readonly visibility: Visibility;
  readonly fate: 'discussed' | 'carried' | 'dropped' | 'open';
}

/** What every entry says: when it was (UTC), and in which meeting; null for outside of any. */
interface Moment {
  /** Tells the entries of one timeline apart. */
  readonly key: string;
  readonly at: string;
  readonly meetingId: string | null;
}

/** One thing that happened with a person. */
export type HistoryEntry = Moment &
  (
    | {
        readonly kind: 'meeting';
        readonly status: Meeting['status'];
        readonly points: readonly PastPoint[];
        readonly hasNotes: boolean;
      }
    | {
        readonly kind: 'promise';
        readonly event: 'made' | 'kept';
        readonly text: string;
        readonly owner: Side;
        readonly dueOn: string | null;
      }
    | { readonly kind: 'decision'; readonly text: string; readonly about: string }
    | {
        readonly kind: 'feedback';
        readonly event: 'noticed' | 'delivered';
        readonly feedbackKind: Feedback['feedbackKind'];
        readonly text: string;
      }
    | { readonly kind: 'question'; readonly text: string }
    | {
        /** The helper: what was decided, or looked back on. */
        readonly kind: 'helper';
        readonly event: 'decided' | 'reviewed';
        readonly decisionId: string;
        readonly text: string;
        readonly stance: DecisionStance;
        readonly level: DelegationLevelNumber | null;
      }
    | {
        /** A level that was agreed for an area. */
        readonly kind: 'level';
        readonly text: string;
        readonly level: DelegationLevelNumber;
        /** The decision that it comes from, as long as it is there. */
        readonly decisionId: string | null;
      }
  );

export type HistoryKind = HistoryEntry['kind'];

/** What of a meeting makes entries; of its summary too, whose points may come without their texts. */
type PastMeeting = Pick<MeetingSummary, 'id' | 'status' | 'points' | 'actions' | 'hasNotes'>;
type SummaryPoint = PastMeeting['points'][number];

/**
 * What happened in a meeting: itself, what was promised, kept, decided and asked. In no order.
 * @param startsAt its instant; a meeting without one is no entry of its own, and what is in it is
 */
export function entriesOfMeeting(
  meeting: PastMeeting,
  startsAt: string | null,
): readonly HistoryEntry[] {
  return [
    ...(startsAt === null ? [] : [entryOfMeeting(meeting, startsAt)]),
    ...meeting.actions.flatMap((action) => entriesOfAction(action, meeting.id)),
    ...meeting.points.flatMap((point) => entriesOfPoint(point, meeting.id)),
  ];
}

/** What was noticed of a person, on the day it was said; on that of noticing until then. */
export function entryOfFeedback(feedback: Feedback, timeZone: string): HistoryEntry {
  const { id, deliveredAt, deliveredIn, feedbackKind, text } = feedback;
  return {
    kind: 'feedback',
    key: `feedback ${id}`,
    at: deliveredAt ?? noticedAt(feedback, timeZone),
    meetingId: deliveredAt === null ? null : deliveredIn,
    event: deliveredAt === null ? 'noticed' : 'delivered',
    feedbackKind,
    text,
  };
}

/** What was decided about a person with the helper, and looked back on. */
export function entriesOfDecision(decision: Decision, timeZone: string): readonly HistoryEntry[] {
  const { id, title, finishedAt, review } = decision;
  const outcome = outcomeOf(decision);
  if (finishedAt === null || outcome === null) return [];
  const about = {
    kind: 'helper',
    meetingId: null,
    decisionId: id,
    text: title,
    ...outcome,
  } as const;
  const decided = { ...about, key: `decided ${id}`, at: finishedAt, event: 'decided' } as const;
  if (review === null) return [decided];
  // Its day is known, not its hour: from the beginning of the day on it has happened.
  const day = instantOf(`${review.on}T00:00`, timeZone);
  const at = epochOf(day) > epochOf(finishedAt) ? day : finishedAt;
  return [{ ...about, key: `reviewed ${id}`, at, event: 'reviewed' }, decided];
}

/**
 * Who decides what from when on, as it was agreed; of its day, the hour is not known.
 * @param decisions those that can be read on; a level may come from one that is gone
 */
export function entriesOfLevels(
  { delegations }: Pick<Person, 'delegations'>,
  decisions: readonly Pick<Decision, 'id'>[],
  timeZone: string,
): readonly HistoryEntry[] {
  return delegations.map(({ id, area: text, level, on, decisionId }) => ({
    ...{ kind: 'level', key: `level ${id}`, meetingId: null, text, level },
    at: instantOf(`${on}T00:00`, timeZone),
    decisionId: decisions.find((decision) => decision.id === decisionId)?.id ?? null,
  }));
}

/** Those entries that had happened by `now`, newest first; those of one instant keep their order. */
export function newestFirst(
  entries: readonly HistoryEntry[],
  now: string,
): readonly HistoryEntry[] {
  const latest = epochOf(now);
  return entries
    .map((entry) => ({ entry, epoch: epochOf(entry.at) }))
    .filter(({ epoch }) => epoch <= latest)
    .sort((one, other) => other.epoch - one.epoch)
    .map(({ entry }) => entry);
}

/** A month such as 2026-11, and what happened in it. */
export interface HistoryMonth {
  readonly month: string;
  readonly entries: readonly HistoryEntry[];
}

/** The entries by the month in which they were where the user is; their order stays. */
export function byMonth(
  entries: readonly HistoryEntry[],
  timeZone: string,
): readonly HistoryMonth[] {
  const months = Map.groupBy(entries, ({ at }) => localDateOf(at, timeZone).slice(0, 7));
  return [...months].map(([month, own]) => ({ month, entries: own }));
}

function entryOfMeeting(meeting: PastMeeting, startsAt: string): HistoryEntry {
  const { id, status, points, hasNotes } = meeting;
  return {
    kind: 'meeting',
    key: `meeting ${id}`,
    at: startsAt,
    meetingId: id,
    status,
    hasNotes,
    points: points.map((point) => ({
      id: point.id,
      text: point.text ?? '',
      visibility: point.visibility,
      fate: fateOf(point),
    })),
  };
}

function fateOf(point: Pick<TalkingPoint, 'discussedAt' | 'leftAs'>): PastPoint['fate'] {
  if (talkedAboutAt(point) !== null) return 'discussed';
  const left = point.leftAs?.kind;
  return left === 'carried' || left === 'dropped' ? left : 'open';
}

function entriesOfAction(action: ActionItem, meetingId: string): readonly HistoryEntry[] {
  const { id, text, owner, dueOn, createdAt, doneAt } = action;
  const about = { kind: 'promise', meetingId, text, owner, dueOn } as const;
  const made = { ...about, key: `made ${id}`, at: createdAt, event: 'made' } as const;
  if (doneAt === null) return [made];
  return [made, { ...about, key: `kept ${id}`, at: doneAt, event: 'kept' }];
}

function entriesOfPoint(point: SummaryPoint, meetingId: string): readonly HistoryEntry[] {
  const { id, origin, leftAs } = point;
  const text = point.text ?? '';
  const askedAt = origin.kind === 'question' ? talkedAboutAt(point) : null;
  return [
    ...(askedAt === null
      ? []
      : [{ kind: 'question', key: `question ${id}`, at: askedAt, meetingId, text } as const]),
    ...(leftAs?.kind === 'decision'
      ? [
          {
            kind: 'decision',
            key: `decision ${id}`,
            at: leftAs.at,
            meetingId,
            text: leftAs.text,
            about: text,
          } as const,
        ]
      : []),
  ];
}

/** Noticing has a date alone: the moment of writing it down, if that was the day, else its noon. */
function noticedAt({ noticedOn, createdAt }: Feedback, timeZone: string): string {
  if (localDateOf(createdAt, timeZone) === noticedOn) return createdAt;
  return instantOf(`${noticedOn}T12:00`, timeZone);
}
