import { readdir, readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { JsonObject } from '../merge/json.ts';
import { isJsonObject } from '../merge/json.ts';
import { documentSchemas } from './document.ts';
import type { DocumentKind } from './document.ts';
import { migrate, migrations } from './migrations.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const kinds = Object.keys(documentSchemas) as DocumentKind[];

test('a document goes every step from its version on, and says where it has come to', () => {
  const steps = [
    (document: JsonObject) => ({ ...document, two: true }),
    (document: JsonObject) => ({ ...document, three: true }),
  ];
  expect(migrate({ version: 1, kept: 'x' }, steps)).toEqual({
    version: 3,
    kept: 'x',
    two: true,
    three: true,
  });
  expect(migrate({ version: 2 }, steps)).toEqual({ version: 3, three: true });
});

test.each([3, 4, 0, -1, 1.5, 'one', null])('version %s is left as it is', (version) => {
  const steps = [(document: JsonObject) => document, (document: JsonObject) => document];
  expect(migrate({ version }, steps)).toEqual({ version });
});

test.each(kinds)('every version of a %s that ever was can be read', async (kind) => {
  const schema = documentSchemas[kind];
  const present = schema.entries.version.literal;
  expect(migrations[kind]).toHaveLength(present - 1);
  const names = (await readdir(fixtures)).filter((name) => name.startsWith(`${kind}-`));
  const expected = Array.from(
    { length: present },
    (_, index) => `${kind}-${String(index + 1)}.json`,
  );
  expect(names.sort()).toEqual(expected);
  for (const name of names) {
    const document: unknown = JSON.parse(await readFile(new URL(name, fixtures), 'utf8'));
    if (!isJsonObject(document)) throw new Error(`${name} holds no document.`);
    const migrated = migrate(document, migrations[kind]);
    expect(migrated.version).toBe(present);
    expect(v.safeParse(schema, migrated).success, name).toBe(true);
    expect(migrated).toMatchObject({ unknownField: 'stays' });
  }
});

test('the items of a first meeting get ranks by their places, and keep what is not known', () => {
  const item = (id: string): JsonObject => ({ id, unknownField: 'stays' });
  const first = { version: 1, agenda: [item('b'), item('a')], actionItems: [item('c')] };
  expect(migrate(first, migrations.meeting.slice(0, 1))).toEqual({
    version: 2,
    agenda: [
      { ...item('b'), rank: 'a0' },
      { ...item('a'), rank: 'a1' },
    ],
    actionItems: [{ ...item('c'), rank: 'a0' }],
  });
});

test('that a point was carried says where from, and is no origin any more', () => {
  const point = (id: string, origin: JsonObject): JsonObject => ({ id, origin, later: 'stays' });
  const second = {
    version: 2,
    agenda: [
      point('a', { kind: 'carried', meetingId: 'meeting-0', pointId: 'point-0' }),
      point('b', { kind: 'guide', pageId: 'page' }),
      point('c', { kind: 'template', templateId: 'weekly' }),
    ],
    actionItems: [{ id: 'd' }],
  };
  const blank = { topic: null, carriedFrom: null, leftAs: null };
  expect(migrate(second, migrations.meeting.slice(0, 2))).toEqual({
    version: 3,
    agenda: [
      { ...point('a', { kind: 'typed' }), ...blank, carriedFrom: 'meeting-0' },
      { ...point('b', { kind: 'guide', pageId: 'page', anchor: null }), ...blank },
      { ...point('c', { kind: 'template', templateId: 'weekly' }), ...blank },
    ],
    actionItems: [{ id: 'd', fromPointId: null, carriedFrom: null }],
    reflection: '',
    wrappedUpAt: null,
    snoozedSuggestions: [],
  });
});

test('nothing is guessed of what the action items of a fourth meeting are about', () => {
  const point = { id: 'a', stance: 'lead' };
  const fourth = { version: 4, agenda: [point], actionItems: [{ id: 'b', fromPointId: 'a' }] };
  expect(migrate(fourth, migrations.meeting.slice(0, 4))).toEqual({
    version: 5,
    agenda: [point],
    actionItems: [{ id: 'b', fromPointId: 'a', stance: null }],
  });
});

test('tags are kept once each', async () => {
  const file = await readFile(new URL('person-3.json', fixtures), 'utf8');
  const person = v.parse(documentSchemas.person, JSON.parse(file));
  const tags = ['build', 'review', 'build '];
  expect(v.parse(documentSchemas.person, { ...person, tags }).tags).toEqual(['build', 'review']);
});

test('a meeting that was edited by hand is read in the order of its ranks', async () => {
  const file = await readFile(new URL('meeting-5.json', fixtures), 'utf8');
  const document = v.parse(documentSchemas.meeting, JSON.parse(file));
  const reversed = { ...document, agenda: document.agenda.toReversed() };
  expect(v.parse(documentSchemas.meeting, reversed)).toEqual(document);
  expect(document.agenda.map(({ text }) => text)).toEqual(['Builds', 'Hiring']);
  const unranked = document.agenda.toReversed().map((point) => ({ ...point, rank: undefined }));
  const read = v.parse(documentSchemas.meeting, { ...document, agenda: unranked });
  expect(read.agenda.map(({ text }) => text)).toEqual(['Hiring', 'Builds']);
});

test('exceptions of a series are read in the order of the wall times they replace', async () => {
  const file = await readFile(new URL('series-3.json', fixtures), 'utf8');
  const series = v.parse(documentSchemas.series, JSON.parse(file));
  const reversed = { ...series, exceptions: series.exceptions.toReversed() };
  expect(v.parse(documentSchemas.series, reversed)).toEqual(series);
});
