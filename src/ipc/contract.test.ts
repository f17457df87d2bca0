import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { CallInput, Channel } from './contract.ts';
import { calls } from './contract.ts';

const id = '0b6f1c1e-3a53-4f5e-9b1f-6a2d9f0c7d11';

const reminderId = `${id}/2026-11-30T10:00/starting`;

const seriesValues = {
  startLocal: '2026-11-30T10:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 30,
  rule: 'FREQ=WEEKLY',
  place: '',
};
const occurrence = { seriesId: id, originalLocal: '2026-11-30T10:00' };

/** One good input of every call; a new call does not compile until it has one here. */
const examples: { readonly [C in Channel]: CallInput<C> } = {
  'app.read': undefined,
  'app.dismissNotice': { noticeId: 'no-tray' },
  'app.rest': { mayGo: true },
  'app.openLink': { url: 'https://example.org' },
  'today.read': undefined,
  'people.list': undefined,
  'people.read': { personId: id },
  'people.meetings': { personId: id },
  'people.add': { name: 'Sam Okafor', relationship: 'report' },
  'people.change': { personId: id, areas: ['Billing'] },
  'people.archive': { personId: id },
  'people.archived': undefined,
  'people.restore': { personId: id },
  'people.extent': { personId: id },
  'people.deleteAll': { personId: id, typedName: 'Sam Okafor' },
  'series.add': { personId: id, ...seriesValues },
  'series.remove': { seriesId: id },
  'series.readChange': occurrence,
  'series.change': { seriesId: id, ...seriesValues },
  'series.split': { ...occurrence, ...seriesValues },
  'series.endOn': { seriesId: id, lastDate: '2026-12-24' },
  'series.moveOne': { ...occurrence, startLocal: '2026-12-01T10:00', durationMinutes: 30 },
  'series.cancelOne': occurrence,
  'series.putBack': occurrence,
  'series.export': { seriesId: id },
  'series.planUndated': { personId: id },
  'meetings.plan': { seriesId: id, originalLocal: '2026-11-30T10:00' },
  'meetings.read': { meetingId: id },
  'meetings.applyTemplate': { meetingId: id, templateId: 'weekly' },
  'meetings.addPoint': { meetingId: id, text: 'Hiring', addedBy: 'me', visibility: 'shared' },
  'meetings.changePoint': { meetingId: id, pointId: id, isDiscussed: true },
  'meetings.movePoint': { meetingId: id, pointId: id, toIndex: 0 },
  'meetings.removePoint': { meetingId: id, pointId: id },
  'meetings.addAction': { meetingId: id, text: 'Ask', owner: 'me', dueOn: '2026-12-01' },
  'meetings.changeAction': { meetingId: id, actionId: id, isDone: true },
  'meetings.removeAction': { meetingId: id, actionId: id },
  'meetings.writeNotes': { meetingId: id, notes: 'x' },
  'calendars.list': undefined,
  'calendars.subscribe': { address: 'webcal://example.org/a.ics' },
  'calendars.importFile': undefined,
  'library.list': undefined,
  'library.addFiles': undefined,
  'library.addFolder': undefined,
  'library.addDropped': {
    folder: 'Notes',
    files: [{ path: 'a/b.md', bytes: new Uint8Array([66]) }],
  },
  'library.remove': { articleId: id },
  'library.removeFolder': { folder: 'Notes' },
  'library.search': { text: 'board' },
  'calendars.importDropped': { fileName: 'a.ics', bytes: new Uint8Array([66]) },
  'calendars.rename': { calendarId: id, name: 'Work' },
  'calendars.preview': { calendarId: id, text: '', isLikelyOnly: true, offset: 0, limit: 50 },
  'calendars.choose': {
    calendarId: id,
    choices: [{ uid: 'a@example.org', whose: { kind: 'person', personId: id } }],
  },
  'calendars.report': { calendarId: id, text: '', outcome: 'taken', offset: 0, limit: 50 },
  'calendars.refresh': { calendarId: id },
  'calendars.remove': { calendarId: id, series: 'keep' },
  'prep.read': { meetingId: id },
  'prep.accept': { meetingId: id, key: 'topic:growth' },
  'prep.dismiss': { meetingId: id, key: 'topic:growth' },
  'prep.snooze': { meetingId: id, key: 'topic:growth' },
  'prep.markDone': { meetingId: id, key: `action:${id}:${id}` },
  'prep.anotherQuestion': { meetingId: id, questionId: 'day-worth-repeating' },
  'prep.notForUs': { meetingId: id, questionId: 'day-worth-repeating' },
  'prep.ownership': { personId: id },
  'meetings.wrapUpView': { meetingId: id },
  'meetings.carried': { meetingId: id },
  'meetings.keepWrapUp': {
    meetingId: id,
    draft: {
      points: [{ id, fate: 'decide', dueOn: null, decision: 'Twice a day' }],
      actions: [{ id, owner: 'me', dueOn: '2026-12-01' }],
      given: [{ id, feedbackKind: 'positive', text: 'The clear hand-over' }],
      ...{ typed: 'The', typedKind: 'adjusting', saidIds: [id] },
      next: { date: '2026-12-01', time: '', minutes: '30' },
    },
  },
  'meetings.wrapUp': {
    meetingId: id,
    points: [
      { kind: 'carry', pointId: id },
      { kind: 'action', pointId: id, owner: 'them', dueOn: '2026-12-01' },
      { kind: 'decision', pointId: id, text: 'Twice a day' },
    ],
    actions: [{ actionId: id, owner: 'me', dueOn: null }],
    feedback: [{ feedbackKind: 'positive', text: 'The clear hand-over' }],
    deliveredFeedbackIds: [id],
    nextTime: { startLocal: '2026-12-01T10:00', durationMinutes: 30 },
  },
  'meetings.postpone': { meetingId: id, startLocal: '2026-12-01T10:00', durationMinutes: 30 },
  'meetings.cancel': { meetingId: id },
  'meetings.skip': { meetingId: id },
  'meetings.delete': { meetingId: id },
  'feedback.list': { personId: id },
  'feedback.add': { personId: id, feedbackKind: 'positive', text: 'Clear notes' },
  'feedback.change': { feedbackId: id, text: 'Clear notes on builds' },
  'feedback.deliver': { feedbackId: id, meetingId: null },
  'feedback.undeliver': { feedbackId: id },
  'feedback.remove': { feedbackId: id },
  'actions.list': { state: 'open' },
  'history.read': { personId: id, year: null },
  'history.search': { personId: id, text: 'builds' },
  'share.read': { meetingId: id },
  'share.copy': { meetingId: id },
  'share.save': { meetingId: id, format: 'pdf' },
  'share.print': { meetingId: id },
  'templates.list': undefined,
  'templates.read': { templateId: 'weekly' },
  'templates.choices': { meetingId: id },
  'templates.add': undefined,
  'templates.save': { templateId: 'weekly', text: '## Notes' },
  'templates.duplicate': { templateId: 'weekly' },
  'templates.reset': { templateId: 'weekly' },
  'templates.remove': { templateId: id },
  'questions.list': { personId: id },
  'questions.ask': { questionId: 'next-proper-break', personId: id },
  'questions.setNotForUs': { questionId: 'next-proper-break', personId: id, isNotForUs: true },
  'guide.list': undefined,
  'guide.read': { pageId: 'two-jobs' },
  'guide.reading': undefined,
  'guide.keepPlace': { pageId: 'two-jobs', portion: 0.5, anchor: 'try-it', isAtEnd: false },
  'guide.setReading': { textStep: 1, paper: 'sepia' },
  'checks.read': { checkId: 'career-fork' },
  'checks.placed': { checkId: 'career-fork', personId: id },
  'checks.sendPoint': { checkId: 'managing-managers', pointId: 'one-area', personId: id },
  'guide.sendPassage': { pageId: 'two-jobs', anchor: null, passage: 'Two jobs.', personId: id },
  'guide.print': { pageId: 'two-jobs' },
  'helper.model': undefined,
  'decisions.run': undefined,
  'decisions.keep': { title: 'The release', personId: id, answers: { clarity: 4 } },
  'decisions.finish': undefined,
  'decisions.list': { personId: null },
  'decisions.read': { decisionId: id },
  'decisions.change': { decisionId: id, chosen: { stance: 'lead', level: 5, reason: 'Asked' } },
  'decisions.send': { decisionId: id, moveId: 'why-it-matters' },
  'decisions.noteLevel': { decisionId: id },
  'decisions.review': {
    ...{ decisionId: id, whatHappened: 'It went out.', process: 'yes', outcome: 'partly' },
    wouldChooseAgain: 'unsure',
  },
  'decisions.remove': { decisionId: id },
  'delegation.read': undefined,
  'delegation.agree': { personId: id, area: 'Builds', level: 5 },
  'delegation.removeEntry': { personId: id, entryId: id },
  'balance.read': { personId: null, step: 'week' },
  'balance.items': { personId: id, step: 'month', on: '2026-11-23', part: 'untagged' },
  'settings.read': undefined,
  'settings.change': { theme: 'dark' },
  'capture.open': undefined,
  'capture.keep': { draftId: id, text: '', personId: null },
  'capture.close': undefined,
  'capture.save': { draftId: id, text: 'Holiday cover', personId: id },
  'desk.read': undefined,
  'desk.setStartsAtLogin': { startsAtLogin: true },
  'desk.setCaptureKeys': { captureKeys: 'Control+Alt+Space' },
  'reminders.inbox': undefined,
  'reminders.markRead': { reminders: [{ id: reminderId, startsAt: '2026-11-30T09:00:00Z' }] },
  'reminders.snooze': { id: reminderId, startsAt: '2026-11-30T09:00:00Z', choice: 5 },
  'reminders.acknowledge': { id: reminderId, startsAt: '2026-11-30T09:00:00Z' },
  'reminders.pause': { until: '2026-11-30T09:00:00Z' },
  'data.read': undefined,
  'data.backup': { backupId: 3 },
  'data.document': { kind: 'meeting', id, version: 7 },
  'data.restoreDocument': { kind: 'person', id, version: null },
  'data.restoreBackup': { backupId: 3 },
  'data.openFolder': { folder: 'set-aside' },
  'undo.list': undefined,
  'undo.undo': { undoId: 'u1' },
};

const channels = Object.keys(calls) as Channel[];
const takes = (channel: Channel, input: unknown): boolean => v.is(calls[channel].input, input);

test.each(channels)('%s takes a good input', (channel) => {
  expect(takes(channel, examples[channel])).toBe(true);
});

test.each(channels)('%s takes no input of another shape', (channel) => {
  const wrong = [null, 5, 'text', ['x'], () => undefined, { unexpected: true }];
  expect(wrong.filter((input) => takes(channel, input))).toEqual([]);
});

const withFields = channels.filter((channel) => examples[channel] !== undefined);

test.each(withFields)('%s takes no field beyond its own', (channel) => {
  expect(takes(channel, { ...examples[channel], isAdmin: true })).toBe(false);
});

test.each(withFields)('%s takes no field of another type', (channel) => {
  const fields = Object.entries(examples[channel] ?? {});
  const accepted = fields.filter(([name]) =>
    takes(channel, { ...examples[channel], [name]: { wrong: true } }),
  );
  expect(accepted).toEqual([]);
});

test.each(withFields)(
  '%s takes no text where it expects an identity with room for a path',
  (channel) => {
    const ids = Object.keys(examples[channel] ?? {}).filter((name) =>
      [
        'id',
        'personId',
        'seriesId',
        'meetingId',
        'pointId',
        'actionId',
        'feedbackId',
        'decisionId',
        'folder',
      ].includes(name),
    );
    const accepted = ids.filter((name) =>
      takes(channel, { ...examples[channel], [name]: '../../etc/passwd' }),
    );
    expect(accepted).toEqual([]);
  },
);

test('every call whose name takes something away is marked destructive', () => {
  const takingAway = channels.filter((channel) =>
    /\.(remove|archive|delete|restore|reset|cancel|skip|postpone)(?!d)/.test(channel),
  );
  expect(takingAway.length).toBeGreaterThan(0);
  expect(takingAway.filter((channel) => !calls[channel].isDestructive)).toEqual([]);
});
