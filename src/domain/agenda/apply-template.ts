import type { Meeting, Stance } from '../documents/meeting.ts';
import type { Template } from '../templates/template-file.ts';
import { addPoint } from './points.ts';

/** What an agenda takes from a template: its points in order. */
export interface AgendaTemplate {
  readonly id: string;
  readonly points: readonly {
    readonly text: string;
    /** What the template suggests that it is mostly about; null for nothing. */
    readonly stance: Stance | null;
  }[];
}

/** What a template gives to an agenda: each point with the stance of its section. */
export const agendaOf = ({ id, sections }: Pick<Template, 'id' | 'sections'>): AgendaTemplate => ({
  id,
  points: sections.flatMap(({ stance, points }) => points.map((text) => ({ text, stance }))),
});

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
  for (const point of template.points) {
    const text = point.text.trim();
    if (text === '' || seen.has(wordsOf(text))) continue;
    seen.add(wordsOf(text));
    planned = addPoint(planned, {
      id: newId(),
      text,
      stance: point.stance,
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
