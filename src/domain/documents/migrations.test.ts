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
