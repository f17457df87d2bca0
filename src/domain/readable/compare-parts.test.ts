import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { decisionWith } from '../decision/test-data/decision-with.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Meeting, TalkingPoint } from '../documents/meeting.ts';
import type { Person } from '../documents/person.ts';
import { usualReminders } from '../documents/person.ts';
import type { Series } from '../documents/series.ts';
import { defaultSettings } from '../documents/settings.ts';
import { fc } from '../test-laws/fast-check.ts';
import type { ComparedPart } from './compare-parts.ts';
import { compareDocuments } from './compare-parts.ts';
import { readableParts } from './readable-parts.ts';

const createdAt = '2026-11-23T09:00:00Z';
const meeting = (changes: Partial<Meeting> = {}): Meeting =>
  meetingWith({
    ...{ seriesId: null, originalLocal: null, startLocal: '2026-11-30T10:00' },
    ...{ timeZone: 'Europe/London', createdAt, ...changes },
  });
const point = (text: string, changes: Partial<TalkingPoint> = {}): TalkingPoint =>
  pointWith({ id: `point-${text}`, rank: `a${text}`, text, ...changes });

/** The lines of one part as "was | is", changed ones with an asterisk. */
function drawn(parts: readonly ComparedPart[], name: string): readonly string[] {
  const textOf = (line: { readonly kind: string } | null): string =>
    line === null ? '' : 'text' in line ? String(line.text) : line.kind;
  return (parts.find((part) => part.name === name)?.lines ?? []).map(
    ({ was, is, isChanged }) => `${isChanged ? '*' : ' '}${textOf(was)} | ${textOf(is)}`,
  );
}

test('a wrap-up that was begun reads as what was typed in it so far', () => {
  const parts = readableParts(
    meeting({
      wrapUpDraft: {
        points: [{ id: 'point-1', fate: 'decide', dueOn: null, decision: 'Sam decides' }],
        given: [{ id: 'given-1', feedbackKind: 'positive', text: 'Calm' }],
        ...{ actions: [], typed: 'And clear', typedKind: 'positive', saidIds: [], next: null },
      },
    }),
  );
  expect(parts.at(-1)).toEqual({
    name: 'wrap-up',
    lines: ['Sam decides', 'Calm', 'And clear'].map((text) => ({ kind: 'text', text })),
  });
});

test('a meeting reads as date, agenda, promises, notes and private notes', () => {
  const parts = readableParts(
    meeting({
      agenda: [point('Hiring', { discussedAt: createdAt, carryCount: 2 })],
      actionItems: [
        {
          id: 'action-1',
          rank: 'a0',
          text: 'Ask',
          owner: 'me',
          dueOn: '2026-12-01',
          doneAt: null,
          stance: null,
          fromPointId: null,
          carriedFrom: null,
          createdAt,
        },
      ],
      notes: 'One\n\nTwo',
      privateNotes: 'Mine',
    }),
  );
  expect(parts.map(({ name }) => name)).toEqual([
    'about',
    'agenda',
    'actions',
    'notes',
    'private-notes',
    'reflection',
    'wrap-up',
  ]);
  expect(parts[0]?.lines).toContainEqual({
    kind: 'field',
    field: 'start',
    value: '2026-11-30T10:00',
  });
  expect(parts[1]?.lines).toMatchObject([{ text: 'Hiring', isDiscussed: true, carryCount: 2 }]);
  expect(parts[2]?.lines).toMatchObject([{ text: 'Ask', dueOn: '2026-12-01', isDone: false }]);
  expect(parts[3]?.lines.map((line) => 'text' in line && line.text)).toEqual(['One', '', 'Two']);
  expect(parts[4]?.lines).toEqual([{ kind: 'text', text: 'Mine' }]);
});

test('fields with nothing in them are no lines', () => {
  const person: Person = {
    kind: 'person',
    version: 3,
    id: 'person-1',
    name: 'Sam Okafor',
    relationship: 'report',
    workingStyle: '',
    areas: ['Builds'],
    timeZone: null,
    createdAt,
    archivedOn: null,
    cadenceDays: null,
    tags: [],
    dismissedSuggestions: [],
    questionsNotForUs: [],
    reminders: usualReminders,
    delegations: [{ id: 'agreed-1', area: 'Builds', level: 4, on: '2026-11-20', decisionId: null }],
  };
  expect(readableParts(person)).toEqual([
    {
      name: 'about',
      lines: [
        { kind: 'field', field: 'name', value: 'Sam Okafor' },
        { kind: 'field', field: 'relationship', value: 'report' },
      ],
    },
    { name: 'working-style', lines: [] },
    { name: 'areas', lines: [{ kind: 'text', text: 'Builds' }] },
    { name: 'levels', lines: [{ kind: 'level', area: 'Builds', level: 4, on: '2026-11-20' }] },
    { name: 'tags', lines: [] },
  ]);
});

test('feedback reads as its kind, its dates and its words, a template as its text', () => {
  const feedback: Feedback = {
    ...{ kind: 'feedback', version: 1, id: 'feedback-1', personId: 'person-1', createdAt },
    ...{ feedbackKind: 'adjusting', text: 'One\nTwo', noticedOn: '2026-11-23' },
    ...{ deliveredAt: null, deliveredIn: null },
  };
  expect(readableParts(feedback)).toEqual([
    {
      name: 'about',
      lines: [
        { kind: 'field', field: 'feedback-kind', value: 'adjusting' },
        { kind: 'field', field: 'noticed-on', value: '2026-11-23' },
      ],
    },
    {
      name: 'feedback',
      lines: [
        { kind: 'text', text: 'One' },
        { kind: 'text', text: 'Two' },
      ],
    },
  ]);
  const template = { kind: 'template', version: 1, id: 'template-1', replaces: null } as const;
  expect(readableParts({ ...template, text: '---', createdAt })).toEqual([
    { name: 'template', lines: [{ kind: 'text', text: '---' }] },
  ]);
});

test('a record of the helper reads as what was chosen, why, and what came of it', () => {
  const chosen = { stance: 'lead', level: 5, reason: 'They asked' } as const;
  const review = { on: '2026-12-21', process: 'yes', outcome: 'too-early' } as const;
  const decision = decisionWith({
    ...{ area: 'Builds', chosen },
    review: { ...review, whatHappened: 'Two releases', wouldChooseAgain: 'unsure' },
  });
  const [about, reason, back] = readableParts(decision);
  expect(about?.lines).toEqual([
    { kind: 'text', text: 'The release slips' },
    { kind: 'field', field: 'area', value: 'Builds' },
    { kind: 'field', field: 'stance', value: 'lead' },
    { kind: 'field', field: 'level', value: '5' },
    { kind: 'field', field: 'suggested-stance', value: 'manage' },
    { kind: 'field', field: 'review-on', value: '2026-11-23' },
  ]);
  expect(reason).toEqual({ name: 'reason', lines: [{ kind: 'text', text: 'They asked' }] });
  expect(back?.lines).toEqual([
    { kind: 'text', text: 'Two releases' },
    { kind: 'field', field: 'process', value: 'yes' },
    { kind: 'field', field: 'outcome', value: 'too-early' },
    { kind: 'field', field: 'choose-again', value: 'unsure' },
  ]);
});

test('a calendar reads as its name and its 1:1s, never as its address', () => {
  const choices = [
    { id: 'choice-1', uid: 'a', personId: 'person-1', title: 'Sam 1:1', address: null },
    { id: 'choice-2', uid: 'b', personId: null, title: 'Stand-up', address: null },
  ];
  const url = 'https://calendar.example.org/secret.ics';
  const parts = readableParts({
    ...{ kind: 'calendar', version: 1, id: 'calendar-1', name: 'Work', url, choices, createdAt },
  });
  expect(parts[1]).toEqual({
    name: 'one-to-ones',
    lines: [{ kind: 'text', text: 'Sam 1:1' }],
  });
  expect(JSON.stringify(parts)).not.toContain('secret');
});

test('a decision that became of a point is read with it', () => {
  const leftAs = { kind: 'decision', text: 'Twice a day', at: createdAt } as const;
  const [, agenda] = readableParts(meeting({ agenda: [point('Builds', { leftAs })] }));
  expect(agenda?.lines).toMatchObject([{ leftAs: 'decision', decision: 'Twice a day' }]);
});

test('a series tells its rule and its exceptions', () => {
  const series: Series = {
    kind: 'series',
    version: 3,
    id: 'series-1',
    personId: 'person-1',
    startLocal: '2026-11-23T10:00',
    timeZone: 'Europe/London',
    durationMinutes: 30,
    rule: 'FREQ=WEEKLY',
    exceptions: [{ kind: 'cancelled', originalLocal: '2026-11-30T10:00' }],
    place: '',
    continues: null,
    calendar: null,
    createdAt,
  };
  const [about] = readableParts(series);
  expect(about?.lines[0]).toEqual({
    kind: 'rule',
    rule: 'FREQ=WEEKLY',
    startLocal: '2026-11-23T10:00',
  });
  expect(about?.lines.at(-1)).toMatchObject({ field: 'cancelled', value: '2026-11-30T10:00' });
});

test('what differs stands beside what took its place, what stayed beside itself', () => {
  const parts = compareDocuments(
    meeting({ notes: 'One\nTwo\nThree' }),
    meeting({ notes: 'One\n2\n2b\nThree\nFour' }),
  );
  expect(drawn(parts, 'notes')).toEqual([
    ' One | One',
    '*Two | 2',
    '* | 2b',
    ' Three | Three',
    '* | Four',
  ]);
});

test('a point that was discussed since is a line that changed', () => {
  const parts = compareDocuments(
    meeting({ agenda: [point('Hiring')] }),
    meeting({ agenda: [point('Hiring', { discussedAt: createdAt })] }),
  );
  expect(drawn(parts, 'agenda')).toEqual(['*Hiring | Hiring']);
});

test('empty parts are left out; a part that has come or gone is shown', () => {
  const parts = compareDocuments(meeting({ notes: 'Gone' }), meeting({ privateNotes: 'Come' }));
  expect(parts.map(({ name }) => name)).toEqual(['about', 'notes', 'private-notes']);
  expect(drawn(parts, 'notes')).toEqual(['*Gone | ']);
  expect(drawn(parts, 'private-notes')).toEqual(['* | Come']);
});

test('of a document that is not there any more nothing is marked', () => {
  const parts = compareDocuments(meeting({ notes: 'One' }), null);
  expect(parts.flatMap(({ lines }) => lines).some(({ isChanged }) => isChanged)).toBe(false);
  expect(drawn(parts, 'notes')).toEqual([' One | ']);
});

test('both sides can be read whole from any comparison, in their order', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (was, is) => {
      const [before, after] = [was.join('\n'), is.join('\n')];
      const lines = compareDocuments(meeting({ notes: before }), meeting({ notes: after })).find(
        ({ name }) => name === 'notes',
      )?.lines;
      const side = (which: 'was' | 'is'): string =>
        (lines ?? [])
          .flatMap((line) => line[which] ?? [])
          .map((line) => ('text' in line ? line.text : ''))
          .join('\n');
      expect([side('was'), side('is')]).toEqual([before, after]);
      expect((lines ?? []).some(({ isChanged }) => isChanged)).toBe(before !== after);
    }),
  );
});

test('of settings, what says when reminders come is read too; never is a word of its own', () => {
  const lines = (settings: Partial<typeof defaultSettings>): unknown =>
    readableParts({ ...defaultSettings, ...settings }).flatMap((part) =>
      part.lines.map((line) =>
        line.kind === 'field' ? `${line.field}: ${line.value}` : line.kind,
      ),
    );
  expect(lines({})).toEqual([
    'theme: system',
    'prepare-at: 16:00',
    'lead-minutes: 10',
    'repeats: false',
    'wrap-up-after: 5',
    'working-days: 1 2 3 4 5',
    'hides-titles: false',
  ]);
  const other = {
    ...{ prepareAt: null, startingLeadMinutes: [], wrapUpAfterMinutes: null },
    quietHours: { from: '18:00', until: '08:00' },
    remindersPausedUntil: '2026-11-23T12:00:00Z',
  };
  expect(lines(other)).toEqual(
    expect.arrayContaining([
      'prepare-at: never',
      'lead-minutes: never',
      'wrap-up-after: never',
      'quiet-hours: 18:00–08:00',
      'paused-until: 2026-11-23T12:00:00Z',
    ]),
  );
});
