import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ledgerMigrations, parseLedger } from './ledger-schema.ts';

const fixtures = new URL('./fixtures/', import.meta.url);

async function fixture(version: number): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`ledger-${String(version)}.json`, fixtures), 'utf8'));
}

test('every version of a ledger that ever was can be read, with what it does not know', async () => {
  const versions = ledgerMigrations.length + 1;
  expect(await readdir(fixtures)).toHaveLength(versions);
  for (let version = 1; version <= versions; version += 1) {
    const ledger = parseLedger(await fixture(version));
    expect(ledger).toMatchObject({ version: versions, unknownField: 'stays' });
    expect(ledger.entries[0]).toMatchObject({ unknownField: 'stays' });
  }
});

test('what a ledger of the first version says is old news: read, and answered', async () => {
  const { entries } = parseLedger(await fixture(1));
  expect(entries).toMatchObject([
    { readAt: '2026-11-23T08:50:00Z', snoozedUntil: '2026-11-23T09:10:00Z' },
    { readAt: '2026-11-21T08:00:00Z', missedAt: '2026-11-21T08:00:00Z' },
  ]);
});

test.each([{ version: 3 }, { version: 1 }, [], 'ledger', null])('%j is no ledger', (value) => {
  expect(() => parseLedger(value)).toThrow();
});
