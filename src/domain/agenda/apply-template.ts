import type { Meeting } from '../documents/meeting.ts';
import { addPoint } from './points.ts';

/** What an agenda takes from a template: its points in order. */
export interface AgendaTemplate {
  readonly id: string;
  readonly points: readonly string[];
}

/** What makes the points new; `raisedOn` is a calendar date. */
export interface ApplyTemplateOptions {
  readonly newId: () => string;
  readonly raisedOn: string;
}

/**
 * Adds a template's points below those that are there. A point whose words are on the agenda
 * already, whoever wrote them, is not added again: applying a template twice is applying it once.
 */
export function applyTemplate(
  meeting: Meeting,
  template: AgendaTemplate,
  { newId, raisedOn }: ApplyTemplateOptions,
): Meeting {
  const seen = new Set(meeting.agenda.map(({ text }) => wordsOf(text)));
  let planned: Meeting = { ...meeting, templateId: template.id };
  for (const text of template.points.map((point) => point.trim())) {
    if (text === '' || seen.has(wordsOf(text))) continue;
    seen.add(wordsOf(text));
    planned = addPoint(planned, {
      id: newId(),
      text,
      addedBy: 'me',
      visibility: 'shared',
      origin: { kind: 'template', templateId: template.id },
      raisedOn,
    });
  }
  return planned;
}

/** A text as people compare it: case and spacing do not make another point. */
function wordsOf(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
