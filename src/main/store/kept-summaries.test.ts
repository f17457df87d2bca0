import { expect, test } from 'vitest';
import type { DocumentKind } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import { KeptSummaries } from './kept-summaries.ts';
import type { Where } from './store.ts';
import { samplePerson, sampleFeedback } from './test-support/sample-documents.ts';

/** Answers with one person, or with as many as asked, and notes each question. */
function witness(answer: (kind: DocumentKind) => readonly Summary[] = () => [samplePerson()]) {
  const asked: (readonly [DocumentKind, Where?])[] = [];
  const kept = new KeptSummaries((kind, where) => {
    asked.push(where === undefined ? [kind] : [kind, where]);
    return Promise.resolve(answer(kind));
  });
  return { kept, asked };
}

test('what was answered is answered again, with the same objects, however the question is put', async () => {
  const { kept, asked } = witness();
  const first = await kept.read('meeting', { personId: 'a', fromLocal: 'b' });
  expect(await kept.read('meeting', { fromLocal: 'b', personId: 'a' })).toBe(first);
  expect(asked).toHaveLength(1);
  expect(Object.isFrozen(first[0])).toBe(true);
});

test('another kind, another person and no condition are other questions', async () => {
  const { kept, asked } = witness();
  const questions: readonly (readonly [DocumentKind, Where?])[] = [
    ['meeting'],
    ['series'],
    ['meeting', { personId: 'a' }],
    ['meeting', { personId: 'b' }],
    ['meeting', { seriesId: 'a' }],
  ];
  for (const [kind, where] of questions) await kept.read(kind, where);
  expect(asked).toEqual(questions);
});

test('a change is asked for anew; what is of other kinds is kept', async () => {
  const { kept, asked } = witness((kind) => (kind === 'person' ? [samplePerson()] : []));
  await kept.read('person');
  await kept.read('feedback');
  kept.forget([{ kind: 'feedback', id: sampleFeedback().id }]);
  await kept.read('person');
  await kept.read('feedback');
  expect(asked).toEqual([['person'], ['feedback'], ['feedback']]);
});

test('an answer that a change overtook is given once and not kept', async () => {
  let name = 'before';
  const { kept, asked } = witness(() => [samplePerson({ name })]);
  const overtaken = kept.read('person');
  name = 'after';
  kept.forget([{ kind: 'person', id: samplePerson().id }]);
  expect(await overtaken).toMatchObject([{ name: 'before' }]);
  expect(await kept.read('person')).toMatchObject([{ name: 'after' }]);
  expect(asked).toHaveLength(2);
});

test('a question that failed is asked again', async () => {
  let isBroken = true;
  const { kept } = witness(() => {
    if (isBroken) throw new Error('The catalogue is being made anew.');
    return [samplePerson()];
  });
  await expect(kept.read('person')).rejects.toThrow('anew');
  isBroken = false;
  expect(await kept.read('person')).toHaveLength(1);
});

test('only so much is kept: with more the oldest goes, and an answer that is too long never stays', async () => {
  const { kept, asked } = witness((kind) =>
    Array.from({ length: kind === 'meeting' ? 3001 : 1600 }, () => samplePerson()),
  );
  await kept.read('meeting');
  await kept.read('meeting');
  expect(asked).toHaveLength(2);
  await kept.read('person');
  await kept.read('feedback');
  await kept.read('feedback');
  expect(asked).toHaveLength(4);
  await kept.read('person');
  expect(asked).toHaveLength(5);
});

test('answers with nothing in them do not pile up either', async () => {
  const { kept, asked } = witness(() => []);
  const ask = (count: number) => kept.read('meeting', { originalLocal: String(count) });
  for (let count = 0; count <= 3000; count += 1) await ask(count);
  await ask(0);
  expect(asked).toHaveLength(3002);
});
