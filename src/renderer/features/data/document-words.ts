import type { PartName } from '../../../domain/readable/readable-parts.ts';
import type { NamedDocument } from '../../../ipc/views.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';

/** What a document is called: "Sam Okafor, 1:1 on 30 November 2026". */
export function documentName(
  { ref, personName, onDate, title }: NamedDocument,
  format: Formatter,
): string {
  const name = personName ?? m.data_name_unknown();
  switch (ref.kind) {
    case 'person':
      return name;
    case 'series':
      return m.data_name_series({ name });
    case 'meeting':
      return onDate === null
        ? m.data_name_meeting_undated({ name })
        : m.data_name_meeting({ name, date: format.date(onDate) });
    case 'feedback':
      return onDate === null
        ? m.data_name_feedback_undated({ name })
        : m.data_name_feedback({ name, date: format.date(onDate) });
    case 'decision':
      return decisionName(title, personName);
    case 'template':
      return title === null ? m.data_name_template_untitled() : m.data_name_template({ title });
    case 'reading':
      return m.data_name_reading();
    case 'article':
      return m.data_name_article({ title: title ?? '' });
    case 'calendar':
      return m.data_name_calendar({ name: title ?? '' });
    case 'settings':
      return m.data_name_settings();
  }
}

function decisionName(title: string | null, name: string | null): string {
  if (title === null) return m.data_name_decision_untitled();
  return name === null ? m.data_name_decision({ title }) : m.data_name_decision_of({ title, name });
}

interface VeilWords {
  readonly show: () => string;
  readonly hide: () => string;
}

const veils: Partial<Record<PartName, VeilWords>> = {
  'private-notes': { show: m.data_private_show, hide: m.data_private_hide },
  reflection: { show: m.data_reflection_show, hide: m.data_reflection_hide },
  'wrap-up': { show: m.data_wrap_up_show, hide: m.data_wrap_up_hide },
  feedback: { show: m.data_feedback_show, hide: m.data_feedback_hide },
};

/** The words for showing a part that is for the user's eyes alone; null for one that always shows. */
export const veilWords = (name: PartName): VeilWords | null => veils[name] ?? null;
