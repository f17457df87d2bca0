import { afterEach, beforeEach, expect, test } from 'vitest';
import { decisionWith } from '../../domain/decision/test-data/decision-with.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';
import { put } from './acts.ts';

let services: TestServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

const managing = { clarity: 4, 'outcome-repeatable': 4, direction: 0 } as const;
const handingOver = { closest: 4, readiness: 3, stakes: 3 } as const;

/** A finished decision about Sam, with a level of handing over. */
async function decideAboutSam(): Promise<{ decisionId: string; personId: string }> {
  const { call, addSam } = services;
  const { personId } = await addSam();
  const about = { title: 'The release slips', personId, area: 'Builds' };
  valueOf(await call['decisions.keep']({ ...about, answers: { ...managing, ...handingOver } }));
  return { decisionId: valueOf(await call['decisions.finish'](undefined)).id, personId };
}

const read = async (decisionId: string) =>
  valueOf(await services.call['decisions.read']({ decisionId }));

test('a run is kept answer by answer, and is there to go on with after a restart', async () => {
  const { call } = services;
  expect(valueOf(await call['decisions.run'](undefined)).run).toBeNull();
  valueOf(await call['decisions.keep']({ title: 'The release' }));
  valueOf(await call['decisions.keep']({ answers: { clarity: 4, reach: 2 } }));
  valueOf(await call['decisions.keep']({ answers: { reach: null } }));
  const again = await services.restarted();
  const { run } = valueOf(await again['decisions.run'](undefined));
  expect(run).toMatchObject({ title: 'The release', answers: { clarity: 4 }, finishedAt: null });
});

test('answers that come at once are of one run', async () => {
  const { call } = services;
  await Promise.all(
    ['clarity', 'reach', 'stakes'].map((id) => call['decisions.keep']({ answers: { [id]: 1 } })),
  );
  const { run } = valueOf(await call['decisions.run'](undefined));
  expect(run?.answers).toEqual({ clarity: 1, reach: 1, stakes: 1 });
  expect(await services.temporary.store.summaries('decision')).toHaveLength(1);
});

test('what cannot be finished says why, and keeps what was said', async () => {
  const { call } = services;
  expect(errorOf(await call['decisions.finish'](undefined))).toBe('not-found');
  valueOf(await call['decisions.keep']({ answers: managing }));
  const untitled = await call['decisions.finish'](undefined);
  expect(untitled).toMatchObject({ ok: false, error: { code: 'invalid' } });
  valueOf(await call['decisions.keep']({ title: 'x', answers: { direction: null } }));
  expect(errorOf(await call['decisions.finish'](undefined))).toBe('invalid');
  const { run } = valueOf(await call['decisions.run'](undefined));
  expect(run?.answers).toEqual({ clarity: 4, 'outcome-repeatable': 4 });
});

test('starting over takes the run away, and the way back brings it', async () => {
  const { call } = services;
  const { id } = valueOf(await call['decisions.keep']({ title: 'x', answers: managing }));
  const { undo } = valueOf(await call['decisions.remove']({ decisionId: id }));
  expect(valueOf(await call['decisions.run'](undefined)).run).toBeNull();
  valueOf(await call['undo.undo']({ undoId: undo.id }));
  expect(valueOf(await call['decisions.run'](undefined)).run).toMatchObject({ id, title: 'x' });
});

test('a point goes to the next agenda once, with its stance and the way back', async () => {
  const { call } = services;
  const { decisionId } = await decideAboutSam();
  const input = { decisionId, moveId: 'owner-date-measure' };
  const sent = valueOf(await call['decisions.send'](input));
  const { meeting, decisions } = valueOf(
    await call['meetings.read']({ meetingId: sent.meetingId }),
  );
  expect(meeting).toMatchObject({ status: 'planned', originalLocal: '2026-11-23T10:00' });
  expect(meeting.agenda).toMatchObject([
    { id: sent.itemId, stance: 'manage', origin: { kind: 'decision', decisionId }, addedBy: 'me' },
  ]);
  const link = { itemId: sent.itemId, decisionId, title: 'The release slips' };
  expect(decisions).toEqual([link]);
  expect(valueOf(await call['decisions.send'](input))).toEqual(sent);
  const startsAt = '2026-11-23T09:00:00Z';
  expect((await read(decisionId)).sent).toMatchObject([{ ...sent, kind: 'point', startsAt }]);
});

test('an action goes there too, leads back, and can be sent again once it was taken away', async () => {
  const { call } = services;
  const { decisionId } = await decideAboutSam();
  const input = { decisionId, moveId: 'write-the-plan' };
  const { meetingId, itemId } = valueOf(await call['decisions.send'](input));
  const view = valueOf(await call['meetings.read']({ meetingId }));
  expect(view.meeting.actionItems).toMatchObject([{ id: itemId, owner: 'me', stance: 'manage' }]);
  expect(view.decisions).toMatchObject([{ itemId, decisionId }]);
  valueOf(await call['meetings.removeAction']({ meetingId, actionId: itemId }));
  expect((await read(decisionId)).sent).toEqual([]);
  expect(valueOf(await call['decisions.send'](input)).itemId).not.toBe(itemId);
});

test('what the user is to do after a decision about somebody is not shared with them, nor suggested so', async () => {
  const { call } = services;
  const { decisionId } = await decideAboutSam();
  const input = { decisionId, moveId: 'write-the-plan' };
  const { meetingId, itemId } = valueOf(await call['decisions.send'](input));
  const share = valueOf(await call['share.read']({ meetingId }));
  expect(share).toMatchObject({ leftOut: { actions: 1 } });
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  expect(share.markdown).not.toContain(meeting.actionItems[0]?.text);
  valueOf(await call['decisions.remove']({ decisionId }));
  valueOf(await call['meetings.delete']({ meetingId }));
  const next = valueOf(
    await call['meetings.plan']({
      seriesId: meeting.seriesId ?? '',
      originalLocal: '2026-11-30T10:00',
    }),
  );
  expect(next.meeting.actionItems).toMatchObject([{ id: itemId }]);
  const later = valueOf(await call['share.read']({ meetingId: next.meeting.id }));
  expect(later).toMatchObject({ leftOut: { actions: 1 } });
});

test('a move is found in the meeting that it was carried to', async () => {
  const { call } = services;
  const { decisionId } = await decideAboutSam();
  const { meetingId } = valueOf(
    await call['decisions.send']({ decisionId, moveId: 'owner-date-measure' }),
  );
  services.clock.set('2026-11-23T09:40:00Z');
  const nothing = { points: [], actions: [], feedback: [], deliveredFeedbackIds: [] };
  valueOf(await call['meetings.wrapUp']({ meetingId, ...nothing, nextTime: null }));
  const { sent } = await read(decisionId);
  expect(sent).toMatchObject([{ startsAt: '2026-11-30T09:00:00Z' }]);
  expect(sent[0]?.meetingId).not.toBe(meetingId);
});

test('moves need somebody, follow what was chosen, and fix whom it is about', async () => {
  const { call } = services;
  const { decisionId, personId } = await decideAboutSam();
  const chosen = { stance: 'lead', level: 5, reason: 'Sam asked' } as const;
  valueOf(await call['decisions.change']({ decisionId, personId: null, chosen }));
  const lead = { decisionId, moveId: 'where-should-it-go' };
  expect(errorOf(await call['decisions.send'](lead))).toBe('invalid');
  valueOf(await call['decisions.change']({ decisionId, personId }));
  const managed = { decisionId, moveId: 'owner-date-measure' };
  expect(errorOf(await call['decisions.send'](managed))).toBe('not-found');
  const { meetingId } = valueOf(await call['decisions.send'](lead));
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  expect(meeting.agenda[0]?.stance).toBe('lead');
  expect(errorOf(await call['decisions.change']({ decisionId, personId: null }))).toBe('invalid');
  const { decision } = await read(decisionId);
  expect(decision).toMatchObject({ personId, chosen, suggested: { stance: 'manage', level: 6 } });
});

test('the level is noted with the person once, and anew when another is chosen', async () => {
  const { call } = services;
  const { decisionId, personId } = await decideAboutSam();
  valueOf(await call['decisions.noteLevel']({ decisionId }));
  valueOf(await call['decisions.noteLevel']({ decisionId }));
  const delegations = async () =>
    valueOf(await call['people.read']({ personId })).person.delegations;
  const noted = { area: 'Builds', on: '2026-11-23', decisionId };
  expect(await delegations()).toMatchObject([{ ...noted, level: 6 }]);
  expect((await read(decisionId)).isLevelNoted).toBe(true);
  const chosen = { stance: 'lead', level: 7, reason: 'Sam asked' } as const;
  valueOf(await call['decisions.change']({ decisionId, chosen }));
  expect((await read(decisionId)).isLevelNoted).toBe(false);
  valueOf(await call['decisions.noteLevel']({ decisionId }));
  expect(await delegations()).toMatchObject([{ level: 6 }, { ...noted, level: 7 }]);
  valueOf(await call['decisions.change']({ decisionId, area: null }));
  expect(errorOf(await call['decisions.noteLevel']({ decisionId }))).toBe('invalid');
});

test('on its day it comes up in Today and the preparation, until it was looked back on', async () => {
  const { call, clock } = services;
  const { decisionId, personId } = await decideAboutSam();
  const due = async () => valueOf(await call['today.read'](undefined)).dueReviews;
  expect((await read(decisionId)).decision.reviewOn).toBe('2026-12-21');
  expect(await due()).toEqual([]);
  clock.set('2026-12-21T08:00:00Z');
  const title = 'The release slips';
  const reviewOn = '2026-12-21';
  expect(await due()).toEqual([{ decisionId, title, personName: 'Sam Okafor', reviewOn }]);
  const [series] = valueOf(await call['people.read']({ personId })).series;
  const occurrence = { seriesId: series?.id ?? '', originalLocal: '2026-12-21T10:00' };
  const { meeting } = valueOf(await call['meetings.plan'](occurrence));
  const prep = valueOf(await call['prep.read']({ meetingId: meeting.id }));
  const key = `decision:${decisionId}`;
  expect(prep.suggestions.find((one) => one.key === key)?.text).toBe(`Looking back: ${title}`);
  const point = valueOf(await call['prep.accept']({ meetingId: meeting.id, key }));
  expect(point).toMatchObject({ visibility: 'private', origin: { kind: 'decision', decisionId } });
  const said = { whatHappened: 'On time', process: 'yes', outcome: 'partly' } as const;
  valueOf(await call['decisions.review']({ decisionId, ...said, wouldChooseAgain: 'yes' }));
  expect(await due()).toEqual([]);
  const { review } = (await read(decisionId)).decision;
  expect(review).toEqual({ ...said, wouldChooseAgain: 'yes', on: '2026-12-21' });
});

test('a review is for what is finished, and waits while the person is in the archive', async () => {
  const { call, clock } = services;
  const { personId } = await decideAboutSam();
  const { id } = valueOf(await call['decisions.keep']({ title: 'Another' }));
  const said = { whatHappened: '', process: 'yes', outcome: 'yes' } as const;
  const early = { decisionId: id, ...said, wouldChooseAgain: 'yes' } as const;
  expect(errorOf(await call['decisions.review'](early))).toBe('invalid');
  clock.set('2026-12-21T08:00:00Z');
  valueOf(await call['people.archive']({ personId }));
  expect(valueOf(await call['today.read'](undefined)).dueReviews).toEqual([]);
});

test('lists what was decided, about one person too, and tells it in their history', async () => {
  const { call, temporary } = services;
  const { decisionId, personId } = await decideAboutSam();
  const nobodys = decisionWith({ id: 'nobodys-1', personId: null });
  await temporary.store.act(() =>
    Promise.resolve({ act: { label: 'Put', changes: [put(nobodys)] }, value: null }),
  );
  valueOf(await call['decisions.keep']({ title: 'Under way', personId }));
  const idsOf = async (about: string | null) =>
    valueOf(await call['decisions.list']({ personId: about })).decisions.map(
      ({ decision }) => decision.id,
    );
  expect(await idsOf(null)).toEqual([decisionId, 'nobodys-1']);
  expect(await idsOf(personId)).toEqual([decisionId]);
  services.clock.set('2026-11-23T08:01:00Z');
  const { entries } = valueOf(await call['history.read']({ personId, year: null }));
  expect(entries).toMatchObject([{ kind: 'helper', event: 'decided', decisionId }]);
  const found = async () =>
    valueOf(await call['history.search']({ personId, text: 'release' })).entries;
  await expect.poll(found).toMatchObject([{ decisionId }]);
});

test('deleting everything on a person deletes what was decided about them', async () => {
  const { call, temporary } = services;
  const { personId } = await decideAboutSam();
  expect(valueOf(await call['people.extent']({ personId })).decisions).toBe(1);
  valueOf(await call['people.deleteAll']({ personId, typedName: 'Sam Okafor' }));
  expect(await temporary.store.summaries('decision')).toEqual([]);
});
