import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { FieldName, ReadableLine } from '../../../domain/readable/readable-parts.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { BackupView, DataView, DocumentView } from '../../../ipc/views.ts';
import { createFormatter } from '../../../messages/format.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import BackupScreen from './BackupScreen.svelte';
import { byDay } from './by-day.ts';
import DataScreen from './DataScreen.svelte';
import { lineWords } from '../../../messages/readable-words.ts';
import { documentName } from './document-words.ts';
import DocumentScreen from './DocumentScreen.svelte';

const format = createFormatter('en-GB');
const document1 = {
  ref: { kind: 'meeting', id: 'meeting-one' },
  personName: 'Sam Okafor',
  onDate: '2026-11-30',
  title: null,
} as const;
const undo = { id: 'undo-1', label: 'Restore a 1:1 with Sam Okafor' };

const healthy: DataView = {
  dataFolder: '/home/robin/evenkeel',
  localFolder: '/home/robin/local',
  readOnlyReason: null,
  problems: [],
  setAside: [],
  pictures: { count: 0, byteCount: 0 },
  backups: [],
  removed: [],
};

async function showData(view: DataView) {
  const bridge = new FakeBridge()
    .answer('data.read', () => success(view))
    .answer('data.restoreDocument', () => success({ value: null, undo }))
    .answer('data.openFolder', ({ folder }) =>
      folder === 'data' ? success(null) : failure('unavailable', 'No file manager.'),
    );
  const app = await loadedApp(bridge);
  return { bridge, app, screen: render(DataScreen, { context: appContext(app) }) };
}

test('that nothing is wrong is said plainly, in every section', async () => {
  const { screen } = await showData(healthy);
  const section = async (name: string) => (await screen.findByRole('region', { name })).textContent;
  expect(await section('What needs attention')).toContain('Nothing.');
  expect(await section('Set aside')).toContain('Nothing has been set aside.');
  expect(await section('Backups')).toContain('There is none yet.');
  expect(await section('Removed')).toContain('remembers nothing');
});

test('problems, copies, read-only and why are told', async () => {
  const { screen } = await showData({
    ...healthy,
    readOnlyReason: 'A newer version has written it.',
    problems: [{ id: 'damaged', message: 'person.json could not be read.' }],
    setAside: [
      {
        name: 'person.sam.0a.json',
        at: '2026-11-23T09:00:00Z',
        byteCount: 1536,
        reason: 'second-version',
      },
    ],
    removed: [{ document: document1, removedAt: '2026-11-23T09:00:00Z' }],
  });
  expect(await screen.findByText(/A newer version has written it/)).toBeTruthy();
  expect(screen.getByText(/person.json could not be read/)).toBeTruthy();
  expect(screen.getByText(/second version of a document/)).toBeTruthy();
  expect(screen.getByText('23 November 2026 at 10:00, 2 kilobytes')).toBeTruthy();
  // What cannot be done is not offered; a look is.
  expect(screen.queryByRole('button', { name: /^Bring back/ })).toBeNull();
  expect(screen.getByRole('link', { name: /^Look/ })).toBeTruthy();
});

test('folders are opened by name, and a failure is said beside the button', async () => {
  const { bridge, screen } = await showData(healthy);
  await fireEvent.click(await screen.findByRole('button', { name: 'Open the local folder' }));
  expect((await screen.findByRole('alert')).textContent).toContain('No file manager.');
  expect(bridge.inputsOf('data.openFolder')).toEqual([{ folder: 'local' }]);
});

test('what was removed is brought back as it was last, the focus goes to the heading', async () => {
  const removed = [{ document: document1, removedAt: '2026-11-23T09:00:00Z' }];
  const { bridge, app, screen } = await showData({ ...healthy, removed });
  await fireEvent.click(await screen.findByRole('button', { name: /^Bring back Sam Okafor, 1:1/ }));
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });
  expect(bridge.inputsOf('data.restoreDocument')).toEqual([
    { kind: 'meeting', id: 'meeting-one', version: null },
  ]);
  expect(app.undo.moment).toEqual({ kind: 'offered', label: undo.label });
});

test('everything is restored only once it is confirmed', async () => {
  const view: BackupView = {
    backup: { id: 3, at: '2026-11-23T09:00:00Z', reason: 'scheduled' },
    changes: [
      { document: document1, version: 7, isRemoved: false },
      {
        document: {
          ref: { kind: 'settings', id: 'settings' },
          personName: null,
          onDate: null,
          title: null,
        },
        version: 8,
        isRemoved: false,
      },
    ],
    isReadOnly: false,
  };
  const bridge = new FakeBridge()
    .answer('data.backup', () => success(view))
    .answer('data.restoreBackup', () => success({ value: null, undo }));
  const app = await loadedApp(bridge);
  const props = { backupId: 3 };
  const screen = render(BackupScreen, { props, context: appContext(app) });
  await fireEvent.click(await screen.findByRole('button', { name: 'Restore everything' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('2 documents become what they were on Monday 23 November');
  expect(dialog.textContent).toContain('What you have made since stays. You can undo this.');
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.inputsOf('data.restoreBackup')).toEqual([]);
  await fireEvent.click(screen.getByRole('button', { name: 'Restore everything' }));
  const [, confirm] = screen.getAllByRole('button', { name: 'Restore everything' });
  if (confirm) await fireEvent.click(confirm);
  expect(bridge.inputsOf('data.restoreBackup')).toEqual([{ backupId: 3 }]);
});

test('private notes are not on the page until they are asked for', async () => {
  const view: DocumentView = {
    document: document1,
    version: 7,
    writtenAt: '2026-11-23T09:00:00Z',
    state: 'changed',
    parts: [
      {
        name: 'private-notes',
        lines: [{ was: { kind: 'text', text: 'A rise' }, is: null, isChanged: true }],
      },
    ],
    versions: [
      { number: 9, at: '2026-11-23T10:00:00Z' },
      { number: 7, at: '2026-11-23T09:00:00Z' },
    ],
    isReadOnly: false,
  };
  const app = await loadedApp(new FakeBridge().answer('data.document', () => success(view)));
  const route = { place: 'data-document', ...document1.ref, version: 7, backupId: null } as const;
  const screen = render(DocumentScreen, { props: { route }, context: appContext(app) });
  const show = await screen.findByRole('button', { name: 'Show private notes' });
  expect(screen.queryByText('A rise')).toBeNull();
  expect(screen.getByText('It has been changed since: one line differs.')).toBeTruthy();
  await fireEvent.click(show);
  expect(screen.getByRole('cell', { name: /Only then: A rise/ })).toBeTruthy();
  const versions = screen.getByRole('region', { name: 'Versions' });
  expect(versions.textContent).toMatch(/11:00 as it is now.*10:00 shown here/s);
});

test('a reflection and feedback are not on the page until they are asked for, either', async () => {
  const line = (text: string) => ({ was: { kind: 'text', text } as const, is: null });
  const view: DocumentView = {
    document: { ...document1, ref: { kind: 'feedback', id: 'feedback-one' } },
    version: 7,
    writtenAt: '2026-11-23T09:00:00Z',
    state: 'removed',
    parts: [
      { name: 'feedback', lines: [{ ...line('A clear note'), isChanged: false }] },
      { name: 'reflection', lines: [{ ...line('Calm'), isChanged: false }] },
    ],
    versions: [{ number: 7, at: '2026-11-23T09:00:00Z' }],
    isReadOnly: false,
  };
  const app = await loadedApp(new FakeBridge().answer('data.document', () => success(view)));
  const ref = view.document.ref;
  const route = { place: 'data-document', ...ref, version: 7, backupId: null } as const;
  const screen = render(DocumentScreen, { props: { route }, context: appContext(app) });
  const show = await screen.findByRole('button', { name: 'Show feedback' });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(
    'Sam Okafor, feedback of 30 November 2026',
  );
  expect(screen.queryByText('A clear note')).toBeNull();
  expect(screen.queryByText('Calm')).toBeNull();
  await fireEvent.click(show);
  expect(screen.getByText('A clear note')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Show reflection' }));
  expect(screen.getByText('Calm')).toBeTruthy();
});

test('a template is called by its title, where it has one', () => {
  const template = { ref: { kind: 'template', id: 'template-one' } } as const;
  const named = (title: string | null) =>
    documentName({ ...template, personName: null, onDate: null, title }, format);
  expect(named('Weekly')).toBe('Template “Weekly”');
  expect(named(null)).toBe('Template without a title');
});

test('lines are words, with all that could differ in them', () => {
  const words = (line: ReadableLine) => lineWords(line, format, 'Europe/Berlin');
  const point = { text: 'Who decides?', addedBy: 'me', visibility: 'private' } as const;
  expect(
    words({
      ...{ kind: 'point', ...point, stance: 'lead', topic: 'growth', carryCount: 2 },
      ...{ isDiscussed: true, leftAs: null, decision: null },
    }),
  ).toBe('Who decides? (mine, private, lead, carried over 2 times, growth, discussed)');
  const left = (leftAs: 'carried' | 'dropped' | 'action' | 'decision', decision: string | null) =>
    words({
      ...{ kind: 'point', ...point, stance: null, topic: null, carryCount: 0 },
      ...{ isDiscussed: false, leftAs, decision },
    });
  expect(left('carried', null)).toContain('(mine, private, moved on to another 1:1)');
  expect(left('dropped', null)).toContain('(mine, private, dropped)');
  expect(left('action', null)).toContain('(mine, private, became an action item)');
  expect(left('decision', 'Sam')).toContain('(mine, private, decided: Sam)');
  const said = { kind: 'action', text: 'Ask', owner: 'them', dueOn: '2026-12-01' } as const;
  const action = { ...said, stance: null };
  expect(words({ ...action, isDone: false })).toBe('Ask (theirs, due 1 December 2026)');
  expect(words({ ...action, stance: 'none', isDone: false })).toContain(
    '(theirs, neither to manage nor to lead, due',
  );
  const field = (name: FieldName, value: string) => words({ kind: 'field', field: name, value });
  expect(field('start', '2026-11-30T10:00')).toBe('Starts: 30 November 2026 at 10:00');
  expect(field('relationship', 'report')).toBe('Relationship: Report');
  expect(field('hides-titles', 'true')).toBe('Hide names in notifications: yes');
  expect(field('minutes', '30')).toBe('Minutes: 30');
  expect(field('lead-minutes', 'never')).toBe('Minutes before a 1:1: never');
  expect(field('prepare-at', '16:00')).toBe('Time to prepare, on the working day before: 16:00');
  expect(field('wraps-up', 'false')).toBe('Remind me to wrap up: no');
  expect(field('working-days', '1 2 7')).toBe('Working days: Monday, Tuesday, and Sunday');
  expect(field('paused-until', '2026-11-30T10:00:00Z')).toBe(
    'Reminders paused until: 30 November 2026 at 11:00',
  );
  expect(field('wrapped-up-at', '2026-11-30T10:00:00Z')).toBe(
    'Wrapped up: 30 November 2026 at 11:00',
  );
  expect(field('noticed-on', '2026-11-30')).toBe('Noticed on: 30 November 2026');
  expect(field('feedback-kind', 'adjusting')).toBe('Kind of feedback: adjusting');
});

test('backups stand under the day of this machine', () => {
  const backup = (id: number, at: string) => ({ id, at, reason: 'scheduled' }) as const;
  const backups = [backup(3, '2026-11-24T00:30:00Z'), backup(2, '2026-11-23T23:30:00Z')];
  expect(byDay(backups, format, 'Europe/Berlin').map(({ day }) => day)).toEqual([
    'Tuesday 24 November',
  ]);
  expect(byDay(backups, format, 'UTC').map(({ backups: made }) => made.length)).toEqual([1, 1]);
});

test('unused pictures are moved aside once that was confirmed, and it is said how many did', async () => {
  let pictures = { count: 3, byteCount: 2_400_000 };
  const bridge = new FakeBridge()
    .answer('data.read', () => success({ ...healthy, pictures }))
    .answer('data.setAsidePictures', () => {
      pictures = { count: 0, byteCount: 0 };
      return success({ count: 3, byteCount: 2_400_000 });
    });
  const app = await loadedApp(bridge);
  const screen = render(DataScreen, { context: appContext(app) });
  expect(await screen.findByText('3 pictures, 2 megabytes.')).toBeTruthy();
  const button = screen.getByRole('button', { name: 'Move unused pictures out' });
  await fireEvent.click(button);
  expect(screen.getByText(/Other computers that share the data folder/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(bridge.inputsOf('data.setAsidePictures')).toEqual([]);
  await fireEvent.click(button);
  await fireEvent.click(screen.getByRole('button', { name: 'Move them' }));
  expect(
    await screen.findByText(/3 pictures were moved to the local folder, 2 megabytes/),
  ).toBeTruthy();
  await waitFor(() => {
    expect(screen.getByText('0 pictures, 0 bytes.')).toBeTruthy();
  });
});

test('where there are no pictures nothing is said of them', async () => {
  const { screen } = await showData(healthy);
  await screen.findByText('Backups');
  expect(screen.queryByText('Pictures of the library')).toBeNull();
});
