import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { decisionWith } from '../decision/test-data/decision-with.ts';
import type { Decision, DecisionReview } from '../documents/decision.ts';
import type { Delegation } from '../documents/person.ts';
import { acceptSuggestion } from './accept.ts';
import { prepare } from './prepare.ts';
import type { PrepInput } from './prep-input.ts';
import { prepWith, today } from './test-data/prep-with.ts';

const good = { process: 'yes', outcome: 'yes' } as const;

/** A handover of the builds at level 4, looked back on. */
function handover(
  on: string,
  said: Partial<DecisionReview> = good,
  change: Partial<Decision> = {},
): Decision {
  const review = { on, whatHappened: '', ...good, wouldChooseAgain: 'yes' as const, ...said };
  const chosen = { stance: 'leave', level: 4, reason: 'x' } as const;
  return decisionWith({ id: `decision-${on}`, area: 'Builds', chosen, review, ...change });
}

const agreed = (on: string, level: Delegation['level'] = 4): Delegation => ({
  ...{ id: `agreed-${on}`, area: 'Builds', level, on, decisionId: null },
});

const lastGood = handover('2026-11-16');
const twoGood = [handover('2026-11-02'), lastGood];

function stepsIn(
  decisions: readonly Decision[],
  delegations: Delegation[] = [],
  more: Partial<PrepInput> = {},
) {
  const person = { ...prepWith({}).person, delegations };
  return prepare(prepWith({ person, decisions, ...more })).filter(({ group }) => group === 'steps');
}

test('two handovers that went well suggest the next level, with the last one as the source', () => {
  expect(stepsIn(twoGood)).toMatchObject([
    {
      ...{ key: 'level:builds:5', text: 'Raise Builds to 5', visibility: 'private' },
      ...{ topic: 'delegation', wentWell: 2, decisionId: 'decision-2026-11-16' },
      origin: { decisionId: 'decision-2026-11-16', raises: { area: 'Builds', level: 5 } },
    },
  ]);
});

test.each([
  ['a single one', [handover('2026-11-16')]],
  ['a way that was not right', [...twoGood, handover('2026-11-20', { process: 'partly' })]],
  ['an outcome that was not good', [...twoGood, handover('2026-11-20', { outcome: 'no' })]],
  ['an outcome too early to say', [...twoGood, handover('2026-11-20', { outcome: 'too-early' })]],
  ['one good one since a bad one', [handover('2026-11-02', { outcome: 'no' }), lastGood]],
  ['two of different areas', [lastGood, handover('2026-11-02', good, { area: 'On call' })]],
  ['two without a level', twoGood.map((one) => ({ ...one, chosen: null }))],
  ['two of no area', twoGood.map((one) => ({ ...one, area: null }))],
])('%s suggests nothing', (_what, decisions) => {
  expect(stepsIn(decisions)).toEqual([]);
});

test('what went badly long ago does not count against what went well since', () => {
  const decisions = [handover('2026-10-01', { outcome: 'no' }), ...twoGood];
  expect(stepsIn(decisions)).toMatchObject([{ wentWell: 2 }]);
});

test('the level of the ledger is the one that is raised, and the last is not', () => {
  expect(stepsIn(twoGood, [agreed('2026-10-01', 6)])).toMatchObject([{ key: 'level:builds:7' }]);
  expect(stepsIn(twoGood, [agreed('2026-10-01', 7)])).toEqual([]);
});

test('a level rests for a month, and what was looked back on before it does not count', () => {
  expect(stepsIn(twoGood, [agreed('2026-10-25')])).toEqual([]);
  expect(stepsIn(twoGood, [agreed('2026-10-24')])).toHaveLength(1);
  const early = [handover('2026-10-23'), handover('2026-11-16')];
  expect(stepsIn(early, [agreed('2026-10-24')])).toEqual([]);
  // Said again, it is no other level.
  expect(stepsIn(twoGood, [agreed('2026-10-01'), agreed('2026-11-10')])).toHaveLength(1);
});

test('accepted, put off or dismissed it goes; the review of the same decision is another matter', () => {
  const key = 'level:builds:5';
  const startLocal = `${today}T10:00`;
  const [step] = stepsIn(twoGood);
  if (step === undefined) throw new Error('nothing suggested');
  const plan = acceptSuggestion(meetingWith({ startLocal }), step, { id: 'p', raisedOn: today });
  expect(stepsIn(twoGood, [], { meeting: plan })).toEqual([]);
  const putOff = meetingWith({ startLocal, snoozedSuggestions: [key] });
  expect(stepsIn(twoGood, [], { meeting: putOff })).toEqual([]);
  const person = { ...prepWith({}).person, dismissedSuggestions: [key] };
  expect(stepsIn(twoGood, [], { person })).toEqual([]);
  const origin = { kind: 'decision', decisionId: 'decision-2026-11-16' } as const;
  const lookedBack = meetingWith({ startLocal, agenda: [pointWith({ id: 'point-1', origin })] });
  expect(stepsIn(twoGood, [], { meeting: lookedBack })).toHaveLength(1);
});

test('accepting it leaves the other suggestions as they are', () => {
  const input = prepWith({ decisions: [...twoGood, decisionWith()] });
  const [step] = prepare(input).filter(({ group }) => group === 'steps');
  if (step === undefined) throw new Error('nothing suggested');
  const meeting = acceptSuggestion(meetingWith({ startLocal: `${today}T10:00` }), step, {
    ...{ id: 'p', raisedOn: today },
  });
  expect(prepare({ ...input, meeting })).toEqual(
    prepare(input).filter((one) => one !== step && one.key !== step.key),
  );
});
