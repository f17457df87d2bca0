import * as v from 'valibot';
import { textField } from '../../domain/documents/fields.ts';
import type { TemplateChoices, TemplateSummary, TemplateView } from '../views/templates.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { meetingId, nothing } from './inputs.ts';

const templateId = v.strictObject({ templateId: v.string() });

/** The calls whose names begin with `templates.`. */
export const templatesCalls = {
  'templates.list': call<readonly TemplateSummary[]>()(nothing),
  'templates.read': call<TemplateView>()(templateId),
  /** What to start one 1:1 from, with what fits it first. */
  'templates.choices': call<TemplateChoices>()(meetingId),
  'templates.add': call<TemplateView>()(nothing),
  /** Writes a text, usable or not; a shipped template gets a document that stands in for it. */
  'templates.save': call<null>()(v.strictObject({ templateId: v.string(), text: textField })),
  'templates.duplicate': call<TemplateView>()(templateId),
  /** Takes the changes of a shipped template away. */
  'templates.reset': destructive<null>()(templateId),
  /** Removes one of the user's own. */
  'templates.remove': destructive<null>()(templateId),
} as const satisfies CallsOf<'templates'>;
