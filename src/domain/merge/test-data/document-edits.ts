import fc from 'fast-check';
import { addAction } from '../../agenda/actions.ts';
import { addPoint, movePoint } from '../../agenda/points.ts';
import { meetingWith, pointWith } from '../../agenda/test-data/meeting-with.ts';
import type { DocumentKind } from '../../documents/document.ts';
import type { Meeting } from '../../documents/meeting.ts';
import { defaultSettings } from '../../documents/settings.ts';
import { seriesWith } from '../../series/test-data/series-with.ts';
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
    { kind: 'guide', pageId: 'page-1' },
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

const areas = ['build', 'hiring', 'review'];
const areasEdit = fc
  .oneof(
    fc.shuffledSubarray(areas, { minLength: areas.length }),
    fc.shuffledSubarray(areas),
    // With some of them twice.
    fc.array(fc.constantFrom(...areas), { maxLength: 4 }),
  )
  .map((list) => setField('areas', list));

/** One change of a document of each kind, by the hand of a user or of a later version of the app. */
export const editsOf: Readonly<Record<DocumentKind, fc.Arbitrary<Edit>>> = {
  meeting: fc.oneof(
    fieldEdit('status', ['planned', 'held', 'skipped']),
    fieldEdit('durationMinutes', [5, 30, 45]),
    fieldEdit('startLocal', [null, '2026-03-03T09:00', '2026-03-04T09:00']),
    unknownField,
    addedPoint,
    movedPoint,
    itemEdit('agenda', 'id', pointIds, pointChange),
    addedAction,
    itemEdit('actionItems', 'id', pointIds, actionChange),
  ),
  series: fc.oneof(
    fieldEdit('rule', [null, 'FREQ=WEEKLY', 'FREQ=DAILY']),
    unknownField,
    madeException,
    itemEdit('exceptions', 'originalLocal', originals, unknownField),
  ),
  person: fc.oneof(
    fieldEdit('name', ['Sam', 'Sam Okafor', 'Samuel']),
    fieldEdit('timeZone', [null, 'Europe/Berlin', 'Europe/London']),
    fieldEdit('archivedOn', [null, '2026-03-01']),
    unknownField,
    { arbitrary: areasEdit, weight: 6 },
  ),
  settings: fc.oneof(
    fieldEdit('theme', ['system', 'dark', 'light']),
    fieldEdit('startingLeadMinutes', [[], [10], [5], [10, 5], [5, 10]]),
    fieldEdit('hidesTitles', [true, false]),
    unknownField,
  ),
};

/** A document of each kind, as new. */
export const newDocuments: Readonly<Record<DocumentKind, JsonObject>> = {
  meeting: meetingWith({ id: 'meeting-1', seriesId: 'series-1', personId: 'person-1' }),
  series: seriesWith({}),
  person: {
    kind: 'person',
    version: 1,
    id: 'person-1',
    name: 'Sam',
    relationship: 'report',
    workingStyle: '',
    areas,
    timeZone: null,
    createdAt: '2026-01-01T00:00:00Z',
    archivedOn: null,
  },
  settings: defaultSettings,
};
