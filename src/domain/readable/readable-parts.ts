import type { Document } from '../documents/document.ts';
import type { Article } from '../documents/article.ts';
import type { CalendarDocument } from '../documents/calendar.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Person } from '../documents/person.ts';
import type { Reading } from '../documents/reading.ts';
import type { Series } from '../documents/series.ts';
import type { Settings } from '../documents/settings.ts';
import { decisionParts } from './decision-parts.ts';
import { meetingParts } from './meeting-parts.ts';
import type { ReadableLine, ReadablePart } from './readable-lines.ts';
import { field, textLines } from './readable-lines.ts';

export type { FieldName, PartName, ReadableLine, ReadablePart } from './readable-lines.ts';

/** A document as somebody reads it, part by part; parts with nothing in them are there, empty. */
export function readableParts(document: Document): readonly ReadablePart[] {
  switch (document.kind) {
    case 'person':
      return personParts(document);
    case 'series':
      return [{ name: 'about', lines: seriesLines(document) }];
    case 'meeting':
      return meetingParts(document);
    case 'feedback':
      return feedbackParts(document);
    case 'decision':
      return decisionParts(document);
    case 'template':
      return [{ name: 'template', lines: textLines(document.text) }];
    case 'reading':
      return readingParts(document);
    case 'calendar':
      return calendarParts(document);
    case 'article':
      return articleParts(document);
    case 'settings':
      return [{ name: 'about', lines: settingsLines(document) }];
  }
}

function personParts(person: Person): readonly ReadablePart[] {
  const { name, relationship, timeZone, archivedOn, cadenceDays } = person;
  return [
    {
      name: 'about',
      lines: [
        ...field('name', name),
        ...field('relationship', relationship),
        ...field('time-zone', timeZone),
        ...field('cadence-days', cadenceDays === null ? null : String(cadenceDays)),
        ...field('archived-on', archivedOn),
        ...choiceLines(person.reminders),
      ],
    },
    { name: 'working-style', lines: textLines(person.workingStyle) },
    { name: 'areas', lines: person.areas.map((text) => ({ kind: 'text', text })) },
    {
      name: 'levels',
      lines: person.delegations.map(({ area, level, on }) => ({ kind: 'level', area, level, on })),
    },
    { name: 'tags', lines: person.tags.map((text) => ({ kind: 'text', text })) },
  ];
}

function seriesLines(series: Series): readonly ReadableLine[] {
  const { rule, startLocal, timeZone, durationMinutes, place, exceptions } = series;
  return [
    { kind: 'rule', rule, startLocal },
    ...field('start', startLocal),
    ...field('time-zone', timeZone),
    ...field('minutes', String(durationMinutes)),
    ...field('place', place),
    ...exceptions.flatMap((exception) =>
      exception.kind === 'cancelled'
        ? field('cancelled', exception.originalLocal)
        : field(exception.kind, exception.startLocal),
    ),
  ];
}

function feedbackParts(feedback: Feedback): readonly ReadablePart[] {
  const { feedbackKind, noticedOn, deliveredAt, text } = feedback;
  return [
    {
      name: 'about',
      lines: [
        ...field('feedback-kind', feedbackKind),
        ...field('noticed-on', noticedOn),
        ...field('delivered-at', deliveredAt),
      ],
    },
    { name: 'feedback', lines: textLines(text) },
  ];
}

function readingParts({ paper, textStep, pages }: Reading): readonly ReadablePart[] {
  const percent = (portion: number): string => `${String(Math.round(portion * 100))} %`;
  return [
    {
      name: 'about',
      lines: [...field('paper', paper), ...field('text-step', String(textStep))],
    },
    {
      name: 'pages',
      lines: pages.map(({ id, portion }) => ({ kind: 'text', text: `${id}: ${percent(portion)}` })),
    },
  ];
}

function articleParts({ title, folder, path, tags, text }: Article): readonly ReadablePart[] {
  const place = folder === '' ? path : `${folder}/${path}`;
  return [
    {
      name: 'about',
      lines: [...field('name', title), ...field('place', place)],
    },
    { name: 'tags', lines: tags.map((tag) => ({ kind: 'text', text: tag })) },
    { name: 'article', lines: textLines(text) },
  ];
}

/** Where it comes from is said, its address is not: somebody may look on. */
function calendarParts({ name, url, choices }: CalendarDocument): readonly ReadablePart[] {
  const source = url === null ? 'file' : 'address';
  return [
    { name: 'about', lines: [...field('name', name), ...field('calendar-source', source)] },
    {
      name: 'one-to-ones',
      lines: choices
        .filter(({ personId }) => personId !== null)
        .map(({ title, address }) => ({
          kind: 'text',
          text: address === null ? title : `${title} (${address})`,
        })),
    },
  ];
}

/** Where a person's reminders are as usual, nothing is said. */
const choiceLines = (reminders: Person['reminders']): readonly ReadableLine[] => [
  ...field('prepares', textOf(reminders.prepares)),
  ...field('lead-minutes', minutesText(reminders.startingLeadMinutes)),
  ...field('wraps-up', textOf(reminders.wrapsUp)),
];

const settingsLines = (settings: Settings): readonly ReadableLine[] => [
  ...field('theme', settings.theme),
  ...field('prepare-at', settings.prepareAt ?? 'never'),
  ...field('lead-minutes', minutesText(settings.startingLeadMinutes)),
  ...field('repeats', String(settings.repeatsUntilAcknowledged)),
  ...field('wrap-up-after', textOf(settings.wrapUpAfterMinutes) ?? 'never'),
  ...field('working-days', settings.workingDays.join(' ')),
  ...field('quiet-hours', quietText(settings.quietHours)),
  ...field('paused-until', settings.remindersPausedUntil),
  ...field('hides-titles', String(settings.hidesTitles)),
];

const textOf = (value: boolean | number | null): string | null =>
  value === null ? null : String(value);

/** Minutes as they are written; no minutes at all are a choice of their own. */
const minutesText = (minutes: readonly number[] | null): string | null =>
  minutes?.length === 0 ? 'never' : (minutes?.join(', ') ?? null);

const quietText = (quietHours: Settings['quietHours']): string | null =>
  quietHours === null ? null : `${quietHours.from}–${quietHours.until}`;
