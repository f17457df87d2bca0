import { afterEach, beforeEach, expect, test } from 'vitest';
import type { QuestionEntry } from '../../ipc/views.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

const questionId = 'next-proper-break';
let services: TestServices;

beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

async function entryFor(personId: string | null): Promise<QuestionEntry> {
  const { entries } = valueOf(await services.call['questions.list']({ personId }));
  const entry = entries.find(({ question }) => question.id === questionId);
  if (entry === undefined) throw new Error('The bank has lost a question.');
  return entry;
}

const agendaOf = async (meetingId: string) =>
  valueOf(await services.call['meetings.read']({ meetingId })).meeting;

test('for nobody in particular the bank is there, and nothing was asked', async () => {
  const { entries, situations } = valueOf(
    await services.call['questions.list']({ personId: null }),
  );
  expect(entries.length).toBeGreaterThanOrEqual(160);
  expect(situations.any).not.toBe('');
  expect(await entryFor(null)).toMatchObject({ lastAskedOn: null, onAgendaOf: null });
});

test('a question goes on the next agenda, once, with what it is about', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const { meetingId } = valueOf(await call['questions.ask']({ questionId, personId }));
  const again = valueOf(await call['questions.ask']({ questionId, personId }));
  expect(again.meetingId).toBe(meetingId);
  const { agenda, startLocal } = await agendaOf(meetingId);
  expect(startLocal).toBe('2026-11-23T10:00');
  expect(agenda).toHaveLength(1);
  expect(agenda[0]).toMatchObject({
    origin: { kind: 'question', questionId },
    topic: 'wellbeing',
    addedBy: 'me',
    visibility: 'shared',
  });
  expect(await entryFor(personId)).toMatchObject({ onAgendaOf: meetingId, lastAskedOn: null });
});

test('it was asked once it was talked about, on the day of that 1:1', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const { meetingId } = valueOf(await call['questions.ask']({ questionId, personId }));
  const [point] = (await agendaOf(meetingId)).agenda;
  const pointId = point?.id ?? '';
  valueOf(await call['meetings.changePoint']({ meetingId, pointId, isDiscussed: true }));
  expect(await entryFor(personId)).toMatchObject({ onAgendaOf: null, lastAskedOn: '2026-11-23' });
});

test('the next 1:1 takes it, though nobody has opened its plan and a later one is planned', async () => {
  const { call } = services;
  const { personId, seriesId } = await services.addSam();
  await call['meetings.plan']({ seriesId, originalLocal: '2026-12-07T10:00' });
  const { meetingId } = valueOf(await call['questions.ask']({ questionId, personId }));
  expect(await agendaOf(meetingId)).toMatchObject({ originalLocal: '2026-11-23T10:00' });
  const planned = valueOf(await call['people.read']({ personId })).upcoming[0];
  expect(planned).toMatchObject({ meetingId, openPoints: 1 });
});

test('without any date there is one plan without a date, and it takes all', async () => {
  const { call } = services;
  const ada = valueOf(await call['people.add']({ name: 'Ada', relationship: 'report' }));
  const ask = async (id: string): Promise<string> =>
    valueOf(await call['questions.ask']({ questionId: id, personId: ada.id })).meetingId;
  const meetingId = await ask(questionId);
  expect(await ask('day-worth-repeating')).toBe(meetingId);
  const { agenda, startLocal } = await agendaOf(meetingId);
  expect(startLocal).toBeNull();
  expect(agenda).toHaveLength(2);
});

test('what is not for us is remembered of the person, and taken back', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const set = async (isNotForUs: boolean) =>
    valueOf(await call['questions.setNotForUs']({ questionId, personId, isNotForUs }));
  await set(true);
  await set(true);
  expect((await entryFor(personId)).isNotForUs).toBe(true);
  const { person } = valueOf(await call['people.read']({ personId }));
  expect(person.questionsNotForUs).toEqual([questionId]);
  await set(false);
  expect((await entryFor(personId)).isNotForUs).toBe(false);
});

test('what is not there is said so, and nothing is written', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const nobody = '0b6f1c1e-3a53-4f5e-9b1f-6a2d9f0c7d11';
  const results = [
    await call['questions.list']({ personId: nobody }),
    await call['questions.ask']({ questionId, personId: nobody }),
    await call['questions.ask']({ questionId: 'never-written', personId }),
    await call['questions.setNotForUs']({ questionId, personId: nobody, isNotForUs: true }),
  ];
  expect(results.map(errorOf)).toEqual(['not-found', 'not-found', 'not-found', 'not-found']);
  expect(valueOf(await call['people.read']({ personId })).meetings).toEqual([]);
});
