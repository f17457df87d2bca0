import type { JsonObject } from '../merge/json.ts';
import { isJsonArray, isJsonObject } from '../merge/json.ts';
import type { DocumentKind } from './document.ts';
import { ranksByPlace } from './ranks.ts';

/** Makes a document of version n one of version n + 1. Pure; keeps fields that it does not know. */
export type Migration = (document: JsonObject) => JsonObject;

/**
 * The way of every kind from its first version to the present one: the first leads from 1 to 2. A
 * migration that has shipped is never changed. With each comes a file in fixtures/, a document of
 * the version that it began with, which stays for ever.
 */
export const migrations: Readonly<Record<DocumentKind, readonly Migration[]>> = {
  person: [addChoices, addReminders],
  series: [addContinues, addCalendar],
  meeting: [rankItems, followItems, addWrapUpDraft, addActionStance],
  feedback: [],
  decision: [],
  template: [],
  reading: [],
  calendar: [],
  article: [],
  settings: [addStages],
};

/** From 1 to 2: the items of a meeting's lists say themselves where they stand. */
function rankItems(meeting: JsonObject): JsonObject {
  const { agenda, actionItems } = meeting;
  return { ...meeting, agenda: rankedByPlace(agenda), actionItems: rankedByPlace(actionItems) };
}

function rankedByPlace(list: unknown): unknown {
  if (!isJsonArray(list)) return list;
  const ranks = ranksByPlace(list.length);
  return list.map((item, place) => (isJsonObject(item) ? { ...item, rank: ranks[place] } : item));
}

/** From 1 to 2: what was agreed with a person, and what is not to be suggested for them. */
function addChoices(person: JsonObject): JsonObject {
  return {
    ...person,
    cadenceDays: null,
    tags: [],
    dismissedSuggestions: [],
    questionsNotForUs: [],
  };
}

/** From 2 to 3: how a person's 1:1s are reminded of, and what is agreed about who decides. */
function addReminders(person: JsonObject): JsonObject {
  return {
    ...person,
    reminders: { startingLeadMinutes: null, prepares: null, wrapsUp: null },
    delegations: [],
  };
}

/** From 1 to 2: reminders of preparing and wrapping up, and when none is to come. */
function addStages(settings: JsonObject): JsonObject {
  return {
    ...settings,
    prepareAt: '16:00',
    wrapUpAfterMinutes: 5,
    quietHours: null,
    workingDays: [1, 2, 3, 4, 5],
    remindersPausedUntil: null,
    repeatsUntilAcknowledged: false,
  };
}

/** From 1 to 2: a series says which one it goes on from. */
function addContinues(series: JsonObject): JsonObject {
  return { ...series, continues: null };
}

/** From 2 to 3: a series says which calendar it comes from. */
function addCalendar(series: JsonObject): JsonObject {
  return { ...series, calendar: null };
}

/** From 2 to 3: points and action items say what became of them, and where they came from. */
function followItems(meeting: JsonObject): JsonObject {
  return {
    ...meeting,
    agenda: eachItem(meeting.agenda, followPoint),
    actionItems: eachItem(meeting.actionItems, (action) => ({
      ...action,
      fromPointId: null,
      carriedFrom: null,
    })),
    reflection: '',
    wrappedUpAt: null,
    snoozedSuggestions: [],
  };
}

/** From 3 to 4: a wrap-up that was begun can be gone on with later. */
function addWrapUpDraft(meeting: JsonObject): JsonObject {
  return { ...meeting, wrapUpDraft: null };
}

/** From 4 to 5: action items can say what they are mostly about; nothing is guessed for the old ones. */
function addActionStance(meeting: JsonObject): JsonObject {
  const actionItems = eachItem(meeting.actionItems, (action) => ({ ...action, stance: null }));
  return { ...meeting, actionItems };
}

/** That a point was carried is no origin any more: what brought it up in the first place is. */
function followPoint(point: JsonObject): JsonObject {
  const { origin } = point;
  const followed = { ...point, topic: null, carriedFrom: null, leftAs: null };
  if (!isJsonObject(origin)) return followed;
  if (origin.kind === 'carried') {
    return { ...followed, origin: { kind: 'typed' }, carriedFrom: origin.meetingId };
  }
  return origin.kind === 'guide' ? { ...followed, origin: { ...origin, anchor: null } } : followed;
}

function eachItem(list: unknown, change: (item: JsonObject) => JsonObject): unknown {
  if (!isJsonArray(list)) return list;
  return list.map((item) => (isJsonObject(item) ? change(item) : item));
}

/**
 * Leads a document to the present version; one of a version that is not known stays as it is.
 * @param steps the way from version 1 on
 */
export function migrate(document: JsonObject, steps: readonly Migration[]): JsonObject {
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return document;
  return steps
    .slice(version - 1)
    .reduce<JsonObject>(
      (before, step, index) => ({ ...step(before), version: version + index + 1 }),
      document,
    );
}
