import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { decisionWith } from '../decision/test-data/decision-with.ts';
import { prepare } from './prepare.ts';
import type { PrepInput } from './prep-input.ts';
import { feedbackWith, prepWith, today } from './test-data/prep-with.ts';

const reviewsIn = (given: Partial<PrepInput>) =>
  prepare(prepWith(given)).filter(({ group }) => group === 'reviews');
const origin = { kind: 'decision', decisionId: 'decision-1' } as const;

test('a decision whose day has come by the meeting is to be looked back on, after feedback', () => {
  const later = decisionWith({ id: 'decision-2', reviewOn: '2026-11-30' });
  const decisions = [decisionWith(), later];
  expect(reviewsIn({ decisions })).toMatchObject([
    {
      ...{ key: 'decision:decision-1', text: 'Look back: The release slips', stance: 'manage' },
      ...{ visibility: 'private', decisionId: 'decision-1', ageDays: 0, origin },
    },
  ]);
  const meeting = meetingWith({ id: 'meeting-now', startLocal: '2026-11-30T10:00' });
  expect(reviewsIn({ decisions, meeting })).toHaveLength(2);
  const feedback = [feedbackWith({ id: 'f' })];
  const groups = prepare(prepWith({ decisions, feedback })).map(({ group }) => group);
  expect(groups).toEqual(['feedback', 'reviews']);
});

test('it goes once it is on the agenda, dismissed or put off, and not for a move that was sent', () => {
  const startLocal = `${today}T10:00`;
  const meeting = meetingWith({ startLocal, agenda: [pointWith({ id: 'point-1', origin })] });
  expect(reviewsIn({ decisions: [decisionWith()], meeting })).toEqual([]);
  const sent = { id: 'sent-1', moveId: 'move', meetingId: 'meeting-1', itemId: 'point-1' } as const;
  const withMove = decisionWith({ sent: [{ ...sent, kind: 'point' }] });
  expect(reviewsIn({ decisions: [withMove], meeting })).toHaveLength(1);
  const person = prepWith({}).person;
  const dismissedSuggestions = ['decision:decision-1'];
  expect(
    reviewsIn({ decisions: [decisionWith()], person: { ...person, dismissedSuggestions } }),
  ).toEqual([]);
});
