import { addAction } from '../../agenda/actions.ts';
import { addPoint, movePoint } from '../../agenda/points.ts';
import { meetingWith, pointWith } from '../../agenda/test-data/meeting-with.ts';
import type { DocumentKind } from '../../documents/document.ts';
import type { Meeting } from '../../documents/meeting.ts';
import type { PageReading } from '../../documents/reading.ts';
import { newReading } from '../../documents/reading.ts';
import { defaultSettings } from '../../documents/settings.ts';
import { seriesWith } from '../../series/test-data/series-with.ts';
import { fc } from '../../test-laws/fast-check.ts';
import type { JsonObject } from '../json.ts';

export type Edit = (document: JsonObject) => JsonObject;

const setField =
  (field: string, value: unknown): Edit =>
  (document) =>
    value === undefined
      ? Object.fromEntries(Object.entries(document).filter(([key]) => key !== field))
      : { ...document, [field]: value };

const fieldEdit = (field: string, values: readonly unknown[]): fc.Arbitrary<Edit> =>
  fc.constantFrom(...values).map((value) => setField(field, value));

const anyValue = fc.jsonValue({ maxDepth: 1 });

/** A field of a later version of the app: any value, taken away as well. */
const unknownField: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.constantFrom('later', 'latest'),
    fc.oneof(
      fc.constant(undefined),
      anyValue,
      fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
      fc.uniqueArray(fc.record({ id: fc.constantFrom('x', 'y', 'z'), value: anyValue }), {
        selector: ({ id }) => id,
      }),
      fc.record({ kind: fc.constantFrom('x', 'y'), value: anyValue }),
    ),
  )
  .map(([field, value]) => setField(field, value));

const items = (document: JsonObject, field: string): readonly JsonObject[] =>
  document[field] as readonly JsonObject[];

/** Removes an item, or changes it if it is there. */
const itemEdit = (
  field: string,
  identity: string,
  identities: readonly string[],
  change: fc.Arbitrary<Edit>,
): fc.Arbitrary<Edit> =>
  fc
    .tuple(fc.constantFrom(...identities), fc.option(change))
    .map(([id, changeItem]) => (document) => ({
      ...document,
      [field]: items(document, field).flatMap((item) => {
        if (item[identity] !== id) return [item];
        return changeItem === null ? [] : [changeItem(item)];
      }),
    }));

const pointIds = ['point-a', 'point-b', 'point-c', 'point-d'];
const wordings = ['pay', 'pay / rise', 'rise / pay', 'rise', 'growth'];
const instants = [null, '2026-03-03T08:10:00Z', '2026-03-03T08:20:00Z'];
const asMeeting =
  (change: (meeting: Meeting) => Meeting): Edit =>
  (document) =>
    change(document as unknown as Meeting);

const pointChange = fc.oneof(
  fieldEdit('text', wordings),
  fieldEdit('stance', [null, 'manage', 'lead']),
  fieldEdit('discussedAt', instants),
  fieldEdit('origin', [
    { kind: 'typed' },
    { kind: 'template', templateId: 'weekly' },
    { kind: 'template', templateId: 'first', later: 1 },
    { kind: 'guide', pageId: 'page-1', anchor: null },
    { kind: 'guide', pageId: 'page-1', anchor: 'heading' },
    { kind: 'action', meetingId: 'meeting-2', actionId: 'action-1' },
    { kind: 'topic', topic: 'growth' },
  ]),
  fieldEdit('topic', [null, 'growth', 'career']),
  fieldEdit('carriedFrom', [null, 'meeting-0', 'meeting-2']),
  fieldEdit('leftAs', [
    null,
    { kind: 'carried', toMeetingId: 'meeting-2', at: '2026-03-03T08:30:00Z' },
    { kind: 'carried', toMeetingId: 'meeting-3', at: '2026-03-03T08:40:00Z' },
    { kind: 'dropped', at: '2026-03-03T08:30:00Z' },
    { kind: 'action', actionId: 'action-1', at: '2026-03-03T08:30:00Z' },
    { kind: 'decision', text: 'pay', at: '2026-03-03T08:30:00Z' },
    { kind: 'decision', text: 'rise', at: '2026-03-03T08:40:00Z' },
  ]),
  unknownField,
);
const addedPoint = fc
  .tuple(fc.constantFrom(...pointIds), fc.constantFrom(...wordings))
  .map(([id, text]) =>
    asMeeting((meeting) =>
      meeting.agenda.some((point) => point.id === id)
        ? meeting
        : addPoint(meeting, {
            ...pointWith({ id, text }),
            raisedOn: '2026-03-01',
          }),
    ),
  );
const movedPoint = fc.tuple(fc.constantFrom(...pointIds), fc.nat(4)).map(([id, place]) =>
  asMeeting((meeting) => {
    const moved = movePoint(meeting, id, place);
    return moved.ok ? moved.meeting : meeting;
  }),
);
const addedAction = fc.constantFrom(...pointIds).map((id) =>
  asMeeting((meeting) =>
    meeting.actionItems.some((action) => action.id === id)
      ? meeting
      : addAction(meeting, {
          ...{ id, text: 'Send', owner: 'me', dueOn: null },
          now: '2026-03-03T08:00:00Z',
        }),
  ),
);
const actionChange = fc.oneof(
  fieldEdit('text', wordings),
  fieldEdit('dueOn', [null, '2026-03-10', '2026-03-17']),
  fieldEdit('doneAt', instants),
  fieldEdit('stance', [null, 'manage', 'lead']),
  fieldEdit('fromPointId', [null, 'point-a']),
  fieldEdit('carriedFrom', [null, 'meeting-0']),
);

const originals = ['2026-03-10T09:00', '2026-03-17T09:00', '2026-03-24T09:00'];
const madeException = fc
  .tuple(fc.constantFrom(...originals), fc.constantFrom(null, 30, 45, 60))
  .map(([originalLocal, durationMinutes]): Edit => (series) => ({
    ...series,
    exceptions: [
      durationMinutes === null
        ? { kind: 'cancelled', originalLocal }
        : { kind: 'moved', originalLocal, startLocal: '2026-03-30T10:00', durationMinutes },
      ...items(series, 'exceptions').filter((one) => one.originalLocal !== originalLocal),
    ],
  }));

const madeChoice = fc.constantFrom(...originals).map((uid): Edit => (calendar) => ({
  ...calendar,
  choices: [
    { id: `choice-${uid.slice(0, 10)}`, uid, personId: 'person-1', title: '1:1', address: null },
    ...items(calendar, 'choices').filter((one) => one.uid !== uid),
  ],
}));

const areas = ['build', 'hiring', 'review'];
/** Words in any order, all of them or some, also with some of them twice. */
const wordsEdit = (field: string): fc.Arbitrary<Edit> =>
  fc
    .oneof(
      fc.shuffledSubarray(areas, { minLength: areas.length }),
      fc.shuffledSubarray(areas),
      fc.array(fc.constantFrom(...areas), { maxLength: 4 }),
    )
    .map((list) => setField(field, list));

/** One change of a document of each kind, by the hand of a user or of a later version of the app. */
export const editsOf: Readonly<Record<DocumentKind, fc.Arbitrary<Edit>>> = {
  meeting: fc.oneof(
    fieldEdit('status', ['planned', 'held', 'skipped']),
    fieldEdit('durationMinutes', [5, 30, 45]),
    fieldEdit('startLocal', [null, '2026-03-03T09:00', '2026-03-04T09:00']),
    fieldEdit('wrappedUpAt', instants),
    wordsEdit('snoozedSuggestions'),
    unknownField,
    addedPoint,
    movedPoint,
    itemEdit('agenda', 'id', pointIds, pointChange),
    addedAction,
    itemEdit('actionItems', 'id', pointIds, actionChange),
  ),
  series: fc.oneof(
    fieldEdit('rule', [null, 'FREQ=WEEKLY', 'FREQ=DAILY']),
    fieldEdit('continues', [null, 'series-0', 'series-2']),
    unknownField,
    madeException,
    itemEdit('exceptions', 'originalLocal', originals, unknownField),
  ),
  person: fc.oneof(
    fieldEdit('name', ['Sam', 'Sam Okafor', 'Samuel']),
    fieldEdit('timeZone', [null, 'Europe/Berlin', 'Europe/London']),
    fieldEdit('archivedOn', [null, '2026-03-01']),
    unknownField,
    fieldEdit('cadenceDays', [null, 7, 14]),
    { arbitrary: wordsEdit('areas'), weight: 6 },
    { arbitrary: wordsEdit('tags'), weight: 3 },
    wordsEdit('dismissedSuggestions'),
    wordsEdit('questionsNotForUs'),
    fieldEdit('reminders', [
      { startingLeadMinutes: null, prepares: null, wrapsUp: null },
      { startingLeadMinutes: [5], prepares: null, wrapsUp: false },
    ]),
  ),
  feedback: fc.oneof(
    fieldEdit('feedbackKind', ['positive', 'adjusting']),
    fieldEdit('noticedOn', ['2026-03-01', '2026-03-02', '2026-03-03']),
    fieldEdit('deliveredAt', instants),
    fieldEdit('deliveredIn', [null, 'meeting-1', 'meeting-2']),
    unknownField,
  ),
  decision: fc.oneof(
    fieldEdit('title', ['The release', 'The release train']),
    fieldEdit('personId', [null, 'person-1']),
    fieldEdit('area', [null, 'Builds', 'Hiring']),
    fieldEdit('answers', [{}, { clarity: 4 }, { clarity: 2, direction: 1 }]),
    fieldEdit('reviewOn', [null, '2026-03-30', '2026-04-06']),
    fieldEdit('finishedAt', instants),
    unknownField,
  ),
  template: fc.oneof(fieldEdit('replaces', [null, 'weekly', 'career']), unknownField),
  reading: fc.oneof(
    fieldEdit('textStep', [-1, 0, 1, 2]),
    fieldEdit('paper', ['app', 'sepia', 'dark']),
    fieldEdit('pages', [
      [],
      [pageReading('one', 0.1)],
      [pageReading('one', 0.4), pageReading('two', 1)],
    ]),
    unknownField,
  ),
  article: fc.oneof(
    fieldEdit('title', ['One', 'Two', 'Three']),
    fieldEdit('tags', [[], ['a'], ['b', 'a']]),
    unknownField,
  ),
  calendar: fc.oneof(
    fieldEdit('name', ['Work', 'Team', 'Home']),
    fieldEdit('url', [null, 'https://calendar.example.org/a.ics']),
    unknownField,
    madeChoice,
    itemEdit('choices', 'uid', originals, fieldEdit('personId', [null, 'person-1', 'person-2'])),
  ),
  settings: fc.oneof(
    fieldEdit('theme', ['system', 'dark', 'light']),
    fieldEdit('startingLeadMinutes', [[], [10], [5], [10, 5], [5, 10]]),
    fieldEdit('hidesTitles', [true, false]),
    unknownField,
  ),
};

function pageReading(id: string, portion: number): PageReading {
  return { id, portion, anchor: null, stoppedAt: '2026-11-23T09:00:00Z', readAt: null };
}

/** A document of each kind, as new. */
export const newDocuments: Readonly<Record<DocumentKind, JsonObject>> = {
  meeting: meetingWith({ id: 'meeting-1', seriesId: 'series-1', personId: 'person-1' }),
  series: seriesWith({}),
  person: {
    kind: 'person',
    version: 3,
    id: 'person-1',
    name: 'Sam',
    relationship: 'report',
    workingStyle: '',
    areas,
    timeZone: null,
    createdAt: '2026-01-01T00:00:00Z',
    archivedOn: null,
    cadenceDays: null,
    tags: areas,
    dismissedSuggestions: [],
    questionsNotForUs: [],
    reminders: { startingLeadMinutes: null, prepares: null, wrapsUp: null },
    delegations: [],
  },
  feedback: {
    kind: 'feedback',
    version: 1,
    id: 'feedback-1',
    personId: 'person-1',
    feedbackKind: 'positive',
    text: '',
    noticedOn: '2026-03-01',
    deliveredAt: null,
    deliveredIn: null,
    createdAt: '2026-03-01T00:00:00Z',
  },
  decision: {
    ...{ kind: 'decision', version: 1, id: 'decision-1', personId: null, title: '', area: null },
    ...{ answers: {}, modelVersion: 2, suggested: null, chosen: null, sent: [], reviewOn: null },
    ...{ review: null, createdAt: '2026-03-01T00:00:00Z', finishedAt: null },
  },
  template: {
    kind: 'template',
    version: 1,
    id: 'template-1',
    replaces: null,
    text: '',
    createdAt: '2026-01-01T00:00:00Z',
  },
  reading: newReading,
  article: {
    ...{ kind: 'article', version: 1, id: 'article-1', folder: '', path: 'one.md', title: 'One' },
    ...{ description: '', tags: [], problem: null, text: '', pictures: [] },
    addedAt: '2026-01-01T00:00:00Z',
  },
  calendar: {
    ...{ kind: 'calendar', version: 1, id: 'calendar-1', name: 'Work', url: null, choices: [] },
    createdAt: '2026-01-01T00:00:00Z',
  },
  settings: defaultSettings,
};
