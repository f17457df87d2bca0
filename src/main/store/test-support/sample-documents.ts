import { meetingWith, pointWith } from '../../../domain/agenda/test-data/meeting-with.ts';
import type { Decision } from '../../../domain/documents/decision.ts';
import type { Article } from '../../../domain/documents/article.ts';
import type { CalendarDocument } from '../../../domain/documents/calendar.ts';
import type { Feedback } from '../../../domain/documents/feedback.ts';
import type { Meeting, TalkingPoint } from '../../../domain/documents/meeting.ts';
import type { Person } from '../../../domain/documents/person.ts';
import { usualReminders } from '../../../domain/documents/person.ts';
import type { Series } from '../../../domain/documents/series.ts';
import type { Reading } from '../../../domain/documents/reading.ts';
import { newReading } from '../../../domain/documents/reading.ts';
import type { TemplateDocument } from '../../../domain/documents/template.ts';

const createdAt = '2026-11-23T09:00:00Z';

/** A person with an id made of the name's first part: "sam-000001". */
export const samplePerson = (changes: Partial<Person> = {}): Person => ({
  kind: 'person',
  version: 3,
  id: 'sam-000001',
  name: 'Sam Okafor',
  relationship: 'report',
  workingStyle: 'Mornings.\nWritten first.',
  areas: ['Builds'],
  timeZone: null,
  createdAt,
  archivedOn: null,
  cadenceDays: null,
  tags: [],
  dismissedSuggestions: [],
  questionsNotForUs: [],
  reminders: usualReminders,
  delegations: [],
  ...changes,
});

export const sampleSeries = (changes: Partial<Series> = {}): Series => ({
  kind: 'series',
  version: 3,
  id: 'series-000001',
  personId: 'sam-000001',
  startLocal: '2026-11-30T10:00',
  timeZone: 'Europe/London',
  durationMinutes: 30,
  rule: 'FREQ=WEEKLY',
  exceptions: [],
  place: '',
  continues: null,
  calendar: null,
  createdAt,
  ...changes,
});

export const samplePoint = (id: string, text = id): TalkingPoint =>
  pointWith({ id: `point-${id}`, rank: `a${id}`, text, firstRaisedOn: '2026-11-23' });

export const sampleMeeting = (changes: Partial<Meeting> = {}): Meeting =>
  meetingWith({
    ...{ id: 'meeting-000001', personId: 'sam-000001', seriesId: 'series-000001' },
    ...{ originalLocal: '2026-11-30T10:00', startLocal: '2026-11-30T10:00' },
    ...{ timeZone: 'Europe/London', createdAt, ...changes },
  });

export const sampleFeedback = (changes: Partial<Feedback> = {}): Feedback => ({
  kind: 'feedback',
  version: 1,
  id: 'feedback-000001',
  personId: 'sam-000001',
  feedbackKind: 'positive',
  text: 'The note on builds\nwas clear.',
  noticedOn: '2026-11-23',
  deliveredAt: null,
  deliveredIn: null,
  createdAt,
  ...changes,
});

export const sampleReading = (changes: Partial<Reading> = {}): Reading => ({
  ...newReading,
  pages: [{ id: 'opening', portion: 0.5, anchor: null, stoppedAt: createdAt, readAt: null }],
  ...changes,
});

export const sampleCalendar = (changes: Partial<CalendarDocument> = {}): CalendarDocument => ({
  ...{ kind: 'calendar', version: 1, id: 'calendar-000001', name: 'Work', url: null, createdAt },
  choices: [],
  ...changes,
});

export const sampleArticle = (changes: Partial<Article> = {}): Article => ({
  ...{ kind: 'article', version: 1, id: 'article-000001', folder: 'Notes', path: 'one.md' },
  ...{ title: 'Zürich Notes', description: '', tags: ['trips'], problem: null, pictures: [] },
  ...{ text: '# Zürich Notes\n\nBy the lake.\n', addedAt: createdAt },
  ...changes,
});

export const sampleTemplate = (changes: Partial<TemplateDocument> = {}): TemplateDocument => ({
  kind: 'template',
  version: 1,
  id: 'template-000001',
  replaces: null,
  text: '---\ntitle: Hard Talk\n---\n\n## First\n\n- [ ] What happened?\n',
  createdAt,
  ...changes,
});

export const sampleDecision = (changes: Partial<Decision> = {}): Decision => ({
  kind: 'decision',
  version: 1,
  id: 'decision-000001',
  personId: 'sam-000001',
  title: 'The release slips',
  area: null,
  answers: { clarity: 4 },
  modelVersion: 2,
  suggested: null,
  chosen: null,
  sent: [],
  reviewOn: null,
  review: null,
  createdAt,
  finishedAt: null,
  ...changes,
});
