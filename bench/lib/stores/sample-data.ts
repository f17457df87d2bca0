import type { Meeting } from '../../../src/domain/documents/meeting.ts';
import type { Person } from '../../../src/domain/documents/person.ts';

const createdAt = '2026-01-05T09:00:00Z';
const sentences = [
  'We went through the release and what is left of it.',
  'The on-call week was heavy; two of the alarms can go.',
  'Zuständigkeit für das Bauwerkzeug geht an das andere Team.',
  'She would like to lead the next migration and wrote down why.',
  'Nothing decided on the hiring plan; I ask again on Thursday.',
];
/** Notes of about 2.5 KB, as a long 1:1 leaves them. */
const sentencesPerMeeting = 46;

const idOf = (kind: string, number: number): string => `${kind}-${String(number).padStart(6, '0')}`;

/** Whom the meetings are with: one person for every fifty of them. The same in every run. */
export function samplePeople(meetings: number): readonly Person[] {
  return Array.from({ length: Math.max(1, meetings / 50) }, (_, index) => ({
    kind: 'person',
    version: 1,
    id: idOf('person', index),
    name: `Person ${String(index)}`,
    relationship: 'report',
    workingStyle: '',
    areas: [],
    timeZone: null,
    createdAt,
    archivedOn: null,
  }));
}

/** Meeting number `index`; `edit` is written into its notes. The same in every run. */
export function sampleMeeting(index: number, edit = 0): Meeting {
  const lines = Array.from(
    { length: sentencesPerMeeting },
    (_, line) => sentences[(index + line * 3) % sentences.length] ?? '',
  );
  const day = `20${String(10 + (index % 16))}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`;
  return {
    kind: 'meeting',
    version: 2,
    id: idOf('meeting', index),
    personId: idOf('person', Math.floor(index / 50)),
    seriesId: null,
    originalLocal: null,
    startLocal: `${day}T10:00`,
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    status: 'held',
    templateId: null,
    agenda: [0, 1, 2, 3].map((point) => ({
      id: idOf('point', index * 4 + point),
      rank: `a${String(point)}`,
      text: sentences[point] ?? '',
      addedBy: 'me',
      stance: null,
      visibility: 'shared',
      origin: { kind: 'typed' },
      carryCount: 0,
      firstRaisedOn: day,
      discussedAt: null,
    })),
    actionItems: [],
    notes: [`Edit ${String(edit)}.`, ...lines].join('\n'),
    privateNotes: '',
    createdAt,
  };
}

const pad = (value: number): string => String(value).padStart(2, '0');
