import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// What a data folder holds of Sam, whom one has met for a while: plain files, as a user owns them.

const personId = 'sam-000001';
const seriesId = 'series-000001';

const point = (id: string, text: string, more: object = {}) => ({
  ...{ id: `point-${id}`, rank: `a${id}`, text, addedBy: 'me', stance: null, topic: null },
  ...{ visibility: 'shared', origin: { kind: 'typed' }, carriedFrom: null, carryCount: 0 },
  ...{ firstRaisedOn: '2026-11-02', discussedAt: null, leftAs: null, ...more },
});

const action = (id: string, text: string, owner: 'me' | 'them', dueOn: string | null) => ({
  ...{ id: `action-${id}`, rank: `a${id}`, text, owner, dueOn, doneAt: null },
  ...{ fromPointId: null, carriedFrom: null, createdAt: '2026-11-02T10:20:00Z' },
});

const meeting = (date: string, more: object) => ({
  ...{ kind: 'meeting', version: 3, id: `meeting-${date}`, personId, seriesId },
  ...{ originalLocal: `${date}T10:00`, startLocal: `${date}T10:00`, timeZone: 'Europe/London' },
  ...{ durationMinutes: 30, status: 'held', templateId: null, agenda: [], actionItems: [] },
  ...{ notes: '', privateNotes: '', reflection: '', wrappedUpAt: null, snoozedSuggestions: [] },
  ...{ createdAt: `${date}T09:00:00Z`, ...more },
});

const documents = {
  person: {
    ...{ kind: 'person', version: 2, id: personId, name: 'Sam Okafor', relationship: 'report' },
    ...{ workingStyle: '', areas: [], timeZone: null, createdAt: '2026-01-05T09:00:00Z' },
    ...{ archivedOn: null, cadenceDays: null, tags: [], dismissedSuggestions: [] },
    questionsNotForUs: [],
  },
  'series-series-000001': {
    ...{ kind: 'series', version: 2, id: seriesId, personId, startLocal: '2026-01-05T10:00' },
    ...{ timeZone: 'Europe/London', durationMinutes: 30, rule: 'FREQ=WEEKLY', exceptions: [] },
    ...{ place: '', continues: null, createdAt: '2026-01-05T09:00:00Z' },
  },
  '2026-06-01-meeting-2026-06-01': meeting('2026-06-01', {
    agenda: [
      point('1', 'Where do you want to go?', {
        topic: 'career',
        discussedAt: '2026-06-01T10:10:00Z',
      }),
    ],
  }),
  '2026-11-02-meeting-2026-11-02': meeting('2026-11-02', {
    agenda: [
      point('2', 'The release train', { discussedAt: '2026-11-02T10:05:00Z' }),
      point('3', 'Who answers on call?', { discussedAt: '2026-11-02T10:15:00Z' }),
      point('4', 'A day for the linter', {
        addedBy: 'them',
        discussedAt: '2026-11-02T10:25:00Z',
      }),
    ],
    actionItems: [
      action('1', 'Send the travel policy', 'me', null),
      action('2', 'Ask finance about the training budget', 'me', '2026-11-20'),
      action('3', 'Write up the on-call swap', 'them', '2026-11-30'),
    ],
  }),
  '2026-11-23-meeting-2026-11-23': meeting('2026-11-23', {
    status: 'planned',
    agenda: [
      point('5', 'Holiday cover in December', {
        carriedFrom: 'meeting-2026-11-02',
        carryCount: 2,
      }),
    ],
  }),
  'feedback-feedback-000001': {
    ...{ kind: 'feedback', version: 1, id: 'feedback-000001', personId },
    ...{ feedbackKind: 'positive', text: 'The note on builds was clear.' },
    ...{ noticedOn: '2026-11-17', deliveredAt: null, deliveredIn: null },
    createdAt: '2026-11-17T15:00:00Z',
  },
};

/** Puts Sam's documents into a data folder: three promises, feedback, a quiet topic, a carried point. */
export async function writeSam(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'people', `sam-okafor-${personId}`);
  await mkdir(folder, { recursive: true });
  for (const [name, document] of Object.entries(documents)) {
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(document, null, 2)}\n`);
  }
}
