import type { Feedback } from '../../documents/feedback.ts';
import type { Meeting } from '../../documents/meeting.ts';
import { nextOccurrence } from '../../series/occurrences.ts';
import { splitSeries, valuesFrom } from '../../series/revise-series.ts';
import { seriesWith } from '../../series/test-data/series-with.ts';
import { addMinutes, localDateOf, localOf } from '../../time/instants.ts';
import { addAction, changeAction } from '../actions.ts';
import type { AgendaChange } from '../change.ts';
import { changeLatePoint } from '../late-points.ts';
import { callOffMeeting, deleteMeeting, holdMeeting, postponeMeeting } from '../meeting-life.ts';
import { newMeeting, startsAt } from '../meeting-times.ts';
import type { PersonFile } from '../person-file.ts';
import { meetingIn, withMeeting, withoutMeetings } from '../person-file.ts';
import { addPoint, changePoint } from '../points.ts';
import { carryOn } from '../settle-file.ts';
import type { PointFate } from '../wrap-up.ts';
import { wrapUpMeeting } from '../wrap-up.ts';
import { meetingWith } from './meeting-with.ts';

/** One thing that a user does; `pick` chooses among what is there. */
export interface Step {
  readonly kind: StepKind;
  readonly pick: number;
  readonly dice: number;
}

export const stepKinds = [
  'point',
  'action',
  'feedback',
  'discuss',
  'keep promise',
  'hold',
  'wrap up',
  'postpone',
  'cancel',
  'skip',
  'delete',
  'cadence',
  'plan',
  'late point',
  'late tick',
  'wait',
] as const;
type StepKind = (typeof stepKinds)[number];

/** A person's file in the course of time, and what must be true of it. */
export interface History {
  readonly file: PersonFile;
  readonly now: string;
  readonly made: number;
  /** The open points as they were raised, and where; by id. */
  readonly points: ReadonlyMap<string, { readonly raisedOn: string; readonly raisedIn: string }>;
  /** The open promises, and where they were made; by id. */
  readonly actions: ReadonlyMap<string, string>;
  /** The texts of all feedback, by id. */
  readonly feedback: ReadonlyMap<string, string>;
}

const zone = 'Europe/Berlin';

/** Somebody who is met on Tuesdays, or without any rhythm, and one plan. */
export function newHistory(isInSeries: boolean): History {
  const alone = { seriesId: null, originalLocal: null };
  return {
    file: {
      ...{ personId: 'person-1', timeZone: zone, durationMinutes: 30, feedback: [] },
      series: isInSeries ? [seriesWith({})] : [],
      meetings: [meetingWith(isInSeries ? {} : alone)],
      otherMeetingIds: new Set(),
    },
    now: '2026-03-02T12:00:00Z',
    made: 0,
    points: new Map(),
    actions: new Map(),
    feedback: new Map(),
  };
}

/** What the file is after one more step, and what must then be true of it. */
export const after = (history: History, step: Step): History => steps[step.kind](history, step);

type Take = (history: History, step: Step) => History;

/** A step that leaves what must be true as it is. */
const inFile =
  (change: (history: History, step: Step) => PersonFile): Take =>
  (history, step) => ({ ...history, file: change(history, step) });

/** A step in some meeting that is planned; none when there is none. */
const inPlanned =
  (take: (history: History, planned: Meeting, step: Step) => History): Take =>
  (history, step) => {
    const isPlanned = ({ status }: Meeting): boolean => status === 'planned';
    const planned = pickFrom(history.file.meetings.filter(isPlanned), step.pick);
    return planned === null ? history : take(history, planned, step);
  };

/** A step in some meeting that was held; none when there is none. */
const inHeld =
  (take: (history: History, held: Meeting, step: Step) => History): Take =>
  (history, step) => {
    const isHeld = ({ status }: Meeting): boolean => status === 'held';
    const held = pickFrom(history.file.meetings.filter(isHeld), step.pick);
    return held === null ? history : take(history, held, step);
  };

const calledOff = (status: 'cancelled' | 'skipped'): Take =>
  inPlanned((history, { id }) => ({
    ...history,
    file: callOffMeeting(history.file, id, { status, now: history.now }),
  }));

const steps: Readonly<Record<StepKind, Take>> = {
  point: inPlanned(withNewPoint),
  action: inPlanned(withNewAction),
  feedback: inPlanned(withNewFeedback),
  discuss: inPlanned(withDiscussed),
  'keep promise': inPlanned(withKept),
  hold: inPlanned((history, { id }) => ({
    ...history,
    file: holdMeeting(history.file, id, history.now),
  })),
  'wrap up': inPlanned(wrappedUp),
  postpone: inPlanned((history, { id }, { dice }) => ({
    ...history,
    file: postponeMeeting(history.file, id, laterTime(history.now, dice)),
  })),
  cancel: calledOff('cancelled'),
  skip: calledOff('skipped'),
  delete: inFile(({ file, now }, { pick }) => {
    const any = pickFrom(file.meetings, pick);
    return any === null ? file : deleteMeeting(file, any.id, now);
  }),
  cadence: inFile(({ file, now }, { dice }) => withOtherCadence(file, now, dice)),
  plan: inFile(({ file, now }, step) => withPlan(file, now, step)),
  'late point': inHeld((history, held) => {
    const added = withNewPoint(history, held);
    const now = meetingIn(added.file, held.id) ?? held;
    return { ...added, file: carryOn(added.file, now, added.now) };
  }),
  'late tick': inHeld(withLateTick),
  wait: (history, { dice }) => ({
    ...history,
    now: addMinutes(history.now, 60 * (1 + (dice % 300))),
  }),
};

const pickFrom = <T>(from: readonly T[], pick: number): T | null =>
  from[pick % from.length] ?? null;

const laterTime = (now: string, dice: number) => ({
  startLocal: localOf(addMinutes(now, 60 * (1 + dice)), zone),
  durationMinutes: 30 + dice,
});

function withNewPoint(history: History, to: Meeting): History {
  const { file, now, made, points } = history;
  const id = `point-${String(made)}`;
  const raisedOn = localDateOf(now, zone);
  const origin = { kind: 'question', questionId: id } as const;
  const point = { id, text: id, addedBy: 'me', visibility: 'shared', origin, raisedOn } as const;
  return {
    ...history,
    made: made + 1,
    file: withMeeting(file, addPoint(to, point)),
    points: new Map([...points, [id, { raisedOn, raisedIn: to.id }]]),
  };
}

function withNewAction(history: History, to: Meeting): History {
  const { file, now, made, actions } = history;
  const id = `action-${String(made)}`;
  return {
    ...history,
    made: made + 1,
    file: withMeeting(file, addAction(to, { id, text: id, owner: 'me', dueOn: null, now })),
    actions: new Map([...actions, [id, to.id]]),
  };
}

function withNewFeedback(history: History, saidIn: Meeting): History {
  const { file, now, made, feedback } = history;
  const id = `feedback-${String(made)}`;
  const noticed: Feedback = {
    ...{ kind: 'feedback', version: 1, id, personId: 'person-1', feedbackKind: 'positive' },
    ...{ text: id, noticedOn: localDateOf(now, zone), deliveredAt: now, createdAt: now },
    deliveredIn: saidIn.id,
  };
  return {
    ...history,
    made: made + 1,
    file: { ...file, feedback: [...file.feedback, noticed] },
    feedback: new Map([...feedback, [id, id]]),
  };
}

function withDiscussed(history: History, planned: Meeting, { dice }: Step): History {
  const point = pickFrom(
    planned.agenda.filter(({ leftAs }) => leftAs === null),
    dice,
  );
  if (point === null) return history;
  const discussed = changePoint(planned, point.id, { isDiscussed: true }, history.now);
  return {
    ...history,
    file: withChange(history.file, discussed),
    points: without(history.points, [point.id]),
  };
}

function withLateTick({ file, ...history }: History, held: Meeting, { dice }: Step): History {
  const point = pickFrom(
    held.agenda.filter(({ leftAs }) => leftAs?.kind === 'carried'),
    dice,
  );
  if (point === null) return { ...history, file };
  const tick = { pointId: point.id, change: { isDiscussed: true }, now: history.now };
  const ticked = changeLatePoint(file, held, tick);
  if (!ticked.ok) return { ...history, file };
  return { ...history, file: ticked.file, points: without(history.points, [point.id]) };
}

function withKept(history: History, planned: Meeting, { dice }: Step): History {
  const action = pickFrom(planned.actionItems, dice);
  if (action === null) return history;
  const kept = changeAction(planned, action.id, { isDone: true }, history.now);
  return {
    ...history,
    file: withChange(history.file, kept),
    actions: without(history.actions, [action.id]),
  };
}

/** Drops, promises, decides and carries, by turns; sometimes moves the next date. */
function wrappedUp(history: History, planned: Meeting, { dice }: Step): History {
  const { file, now, made, points, actions, feedback } = history;
  const fates = planned.agenda.map(({ id: pointId }, index): PointFate => {
    const kind = (['carry', 'drop', 'action', 'decision'] as const)[(dice + index) % 4] ?? 'carry';
    if (kind === 'decision') return { kind, pointId, text: 'So be it' };
    if (kind !== 'action') return { kind, pointId };
    return { kind, pointId, owner: 'them', dueOn: null, actionId: `of-${pointId}` };
  });
  const said = `feedback-${String(made)}`;
  const closed = fates.filter(({ kind, pointId }) => kind !== 'carry' && points.has(pointId));
  const promised = closed.filter(({ kind }) => kind === 'action');
  const wrapUp = {
    ...{ points: fates, actions: [], deliveredFeedbackIds: [] },
    feedback: [{ id: said, feedbackKind: 'adjusting', text: said } as const],
    nextTime: dice % 3 === 0 ? laterTime(now, dice) : null,
  };
  return {
    ...history,
    made: made + 1,
    file: wrapUpMeeting(file, planned.id, wrapUp, { now, today: localDateOf(now, zone) }),
    points: without(
      points,
      closed.map(({ pointId }) => pointId),
    ),
    actions: new Map([
      ...actions,
      ...promised.map(({ pointId }) => [`of-${pointId}`, planned.id] as const),
    ]),
    feedback: new Map([...feedback, [said, said]]),
  };
}

/** The rhythm changes from one of its dates on; where that cannot be, it stays. */
function withOtherCadence(file: PersonFile, now: string, dice: number): PersonFile {
  const series = file.series.at(-1);
  const next = series === undefined ? null : nextOccurrence(series, addMinutes(now, 60 * dice));
  if (series === undefined || next === null) return file;
  const { originalLocal } = next;
  const values = valuesFrom(series, originalLocal);
  if (values === null) return file;
  const meetings = file.meetings.filter(({ seriesId }) => seriesId === series.id);
  const rules = ['FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=MONTHLY', 'FREQ=WEEKLY;BYDAY=TH'];
  const rule = rules[dice % rules.length] ?? null;
  const id = `series-${String(file.series.length + 1)}`;
  const begun = { id, values: { ...values, rule } };
  const revision = splitSeries({ series, meetings, now }, originalLocal, begun);
  if (!revision.ok) return file;
  const others = file.series.filter((one) => one !== series);
  const changed = { ...file, series: [...others, ...revision.series] };
  return withoutMeetings(revision.meetings.reduce(withMeeting, changed), revision.emptyIds);
}

function withPlan(file: PersonFile, now: string, { pick, dice }: Step): PersonFile {
  const series = pickFrom(file.series, pick);
  const occurrence =
    series === null ? null : nextOccurrence(series, addMinutes(now, 60 * 24 * (dice % 30)));
  if (occurrence === null) return file;
  const isPlanned = file.meetings.some(
    ({ seriesId, originalLocal }) =>
      seriesId === occurrence.seriesId && originalLocal === occurrence.originalLocal,
  );
  const id = `planned-${String(file.meetings.length)}-${occurrence.originalLocal.replaceAll(/\D/g, '')}`;
  return isPlanned ? file : withMeeting(file, newMeeting(occurrence, { id, now }));
}

function withChange(file: PersonFile, change: AgendaChange): PersonFile {
  return change.ok ? withMeeting(file, change.meeting) : file;
}

function without<V>(map: ReadonlyMap<string, V>, ids: readonly string[]): ReadonlyMap<string, V> {
  return new Map([...map].filter(([id]) => !ids.includes(id)));
}

/** Whether a meeting has no date, for counting plans. */
export const isUndated = (meeting: Meeting): boolean =>
  meeting.status === 'planned' && startsAt(meeting) === null;
