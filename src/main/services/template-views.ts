import type { TemplateEntry } from '../../domain/templates/template-list.ts';
import type { TemplateSummary, TemplateView } from '../../ipc/views.ts';

/** What lists show of a template. */
export function templateSummary({ id, source, title, parsed }: TemplateEntry): TemplateSummary {
  if (!parsed.ok) {
    const { reason, line } = parsed;
    return { id, source, title, isUsable: false, reason, line };
  }
  const { summary, when, durationMinutes } = parsed.value;
  return { id, source, title, isUsable: true, summary, when, durationMinutes };
}

/** What the page of a template shows. */
export function templateView(entry: TemplateEntry): TemplateView {
  const { parsed, text } = entry;
  return {
    summary: templateSummary(entry),
    text,
    sections: parsed.ok ? parsed.value.sections : [],
    avoid: parsed.ok ? parsed.value.avoid : [],
  };
}
