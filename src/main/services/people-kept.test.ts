import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptWith } from '../../domain/kept/test-data/kept-with.ts';
import type { Document } from '../../domain/documents/document.ts';
import { put } from '../store/test-support/store-bench.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, sentenceOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
let call: TestServices['call'];

beforeEach(async () => {
  services = await startServices();
  ({ call } = services);
});
afterEach(() => services.temporary.dispose());

const write = (...documents: readonly Document[]) => put(services.temporary.store, ...documents);

/** Sam, of whom everything is kept, and a calendar in which somebody else is, too. */
async function writeAll(): Promise<string> {
  let count = 0;
  const kept = keptWith(
    () => `text${count++}`,
    () => `secret${count++}\n# line`,
  );
  const { calendar, ...others } = kept;
  await write(...Object.values(others).flat());
  const kim = {
    id: 'choice-2',
    uid: 'two',
    personId: 'person-2',
    title: 'Kim’s own',
    address: null,
  };
  await write(...calendar.map((one) => ({ ...one, choices: [...one.choices, kim] })));
  return 'person-1';
}

async function saved(personId: string, withPrivate: boolean): Promise<string> {
  services.desk.savesAs = join(services.temporary.folder, 'chosen.md');
  const file = valueOf(await call['people.saveAll']({ personId, withPrivate }));
  expect(file).toEqual({ path: services.desk.savesAs });
  return readFile(services.desk.savesAs, 'utf8');
}

test('everything is one file, with headings in words, the oldest first and what is private apart', async () => {
  expect(await saved(await writeAll(), true)).toMatchInlineSnapshot(`
    "# Everything kept on text0

    Saved from Evenkeel on 23 November 2026. Times without a place are those of Berlin. What is called mine is of whoever wrote this; what is called theirs, of text0.

    ## Profile

    - Name: text0
    - Relationship: Report
    - Time zone: Tokyo
    - Days between 1:1s, as agreed: 14
    - Archived on: 4 March 2026

    ### Areas

    - text2
    - text3

    ### Who decides

    - text5: level 5, Advise, from 1 March 2026

    ### Private

    #### How they like to work

    > secret1
    > # line

    #### Tags

    - secret4 # line

    ## How often you meet

    ### From 3 March 2026

    - How often: Every Tuesday
    - Starts: 3 March 2026 at 09:00
    - Time zone: Berlin
    - Minutes: 30
    - Place: text6

    ## 1:1s

    ### 3 March 2026 at 09:00, Berlin

    - Starts: 3 March 2026 at 09:00
    - Time zone: Berlin
    - Minutes: 30
    - State: Planned

    #### Agenda

    - text7 (mine, decided: text8)

    #### Action items

    - text10 (mine)

    #### Notes

    > text12

    #### Private

    ##### Agenda

    - secret9 # line (mine, private)

    ##### Action items

    - secret11 # line (mine)

    ##### Private notes

    > secret13
    > # line

    ##### Reflection

    > secret14
    > # line

    ##### Wrap-up, as far as it got

    > secret15
    > # line
    > secret16
    > # line
    > secret17
    > # line

    ## Feedback, all of it private

    ### 2 March 2026

    - Kind of feedback: adjusting
    - Noticed on: 2 March 2026

    #### Feedback

    > secret18
    > # line

    ## Decisions, all of them private

    ### 26 October 2026

    > secret19 # line

    - Area: secret20 # line
    - Went with: Lead
    - Delegation level: 3
    - Suggested: Manage
    - To look back on: 23 November 2026

    #### Why otherwise

    > secret21 # line

    #### Looking back

    > secret22
    > # line

    - Decided in the right way: Yes
    - Turned out well: No
    - Would choose the same again: Unsure

    #### What was answered

    - Are ownership, dates and measures clear? 5 of 5, “No, none of them”
    - A question that is asked no more: 2 of 5

    ## From calendars

    ### text23

    - Name: text23
    - Comes from: a file

    #### 1:1s in it

    - text24 (text25)
    "
  `);
  expect(services.desk.offeredName).toBe('text0, everything kept, 2026-11-23.md');
});

test('without what is private only what is shared is in the file, and its name says so', async () => {
  const personId = await writeAll();
  const file = await saved(personId, false);
  expect(file).not.toMatch(/secret|Private|Feedback|Decisions/);
  expect(file).toContain('> text');
  expect(services.desk.offeredName).toBe('text0, without what is private, 2026-11-23.md');
});

test('of three 1:1s the oldest stands first, and who is archived is told of like everybody', async () => {
  const { personId } = await services.addSam();
  const [person] = await services.temporary.store.list('person');
  const [base] = keptWith(
    () => 'text',
    () => 'secret',
  ).meeting;
  if (person === undefined || base === undefined) throw new Error('Nobody was added.');
  const places = ['2026-11-16T10:00', '2026-11-02T10:00', null];
  await write(
    ...places.map((startLocal, index) => ({
      ...{ ...base, id: `sams-meeting-${String(index)}`, personId, startLocal },
      ...{ seriesId: null, originalLocal: null, notes: `note ${String(index)}` },
    })),
  );
  valueOf(await call['people.archive']({ personId }));
  const file = await saved(personId, true);
  expect(file.match(/> note \d/g)).toEqual(['> note 1', '> note 0', '> note 2']);
  expect(file.match(/^### .*$/gm)).toEqual([
    '### From 23 November 2026',
    '### 2 November 2026 at 10:00, Berlin',
    '### 16 November 2026 at 10:00, Berlin',
    '### No date yet',
  ]);
  expect(file).toContain('Archived on: 23 November 2026');
});

test('whoever thinks better of it has no file; one that cannot be written is told of', async () => {
  const { personId } = await services.addSam();
  expect(valueOf(await call['people.saveAll']({ personId, withPrivate: true }))).toBeNull();
  services.desk.savesAs = join(services.temporary.folder, 'not-there', 'chosen.md');
  const refused = await call['people.saveAll']({ personId, withPrivate: true });
  expect(sentenceOf(refused)).toContain('could not be written');
});

test('of somebody who is not there nothing is saved', async () => {
  services.desk.savesAs = join(services.temporary.folder, 'chosen.md');
  const refused = await call['people.saveAll']({ personId: 'nobody-has-this', withPrivate: true });
  expect(errorOf(refused)).toBe('not-found');
  await expect(readFile(services.desk.savesAs)).rejects.toThrow('ENOENT');
});
