import type { FieldName, PartName, ReadableLine } from '../../../domain/readable/readable-parts.ts';
import { relationships } from '../../../domain/documents/relationships.ts';
import type { NamedDocument } from '../../../ipc/views.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import { relationshipName } from '../people/relationship-names.ts';
import { recurrenceWords } from '../series/series-words.ts';
import { zoneCity } from '../series/zones.ts';

/** What a document is called: "Sam Okafor, 1:1 on 30 November 2026". */
export function documentName(
  { ref, personName, onDate }: NamedDocument,
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
    case 'settings':
      return m.data_name_settings();
  }
}

const partNames: Record<PartName, () => string> = {
  about: m.data_part_about,
  'working-style': m.data_part_working_style,
  areas: m.data_part_areas,
  agenda: m.data_part_agenda,
  actions: m.data_part_actions,
  notes: m.data_part_notes,
  'private-notes': m.data_part_private_notes,
};

export const partName = (name: PartName): string => partNames[name]();

/** One line of a document in words: "Who decides? (mine, private, discussed)". */
export function lineWords(line: ReadableLine, format: Formatter): string {
  switch (line.kind) {
    case 'text':
      return line.text;
    case 'field':
      return m.data_line_field({
        field: fieldNames[line.field](),
        value: valueWords(line.field, line.value, format),
      });
    case 'rule':
      return m.data_line_field({
        field: m.data_field_rule(),
        value: recurrenceWords(line, format),
      });
    case 'point':
      return withMarks(line.text, [
        line.addedBy === 'me' ? m.data_mark_me() : m.data_mark_them(),
        line.visibility === 'private' && m.data_mark_private(),
        line.stance === 'manage' && m.data_mark_manage(),
        line.stance === 'lead' && m.data_mark_lead(),
        line.carryCount > 0 && m.data_mark_carried({ count: line.carryCount }),
        line.isDiscussed && m.data_mark_discussed(),
      ]);
    case 'action':
      return withMarks(line.text, [
        line.owner === 'me' ? m.data_mark_me() : m.data_mark_them(),
        line.dueOn !== null && m.data_mark_due({ date: format.date(line.dueOn) }),
        line.isDone && m.data_mark_done(),
      ]);
  }
}

const withMarks = (text: string, marks: readonly (string | false)[]): string =>
  `${text} (${marks.filter((mark) => mark !== false).join(', ')})`;

const fieldNames: Record<FieldName, () => string> = {
  name: m.data_field_name,
  relationship: m.data_field_relationship,
  'time-zone': m.data_field_time_zone,
  'archived-on': m.data_field_archived_on,
  start: m.data_field_start,
  minutes: m.data_field_minutes,
  status: m.data_field_status,
  place: m.data_field_place,
  cancelled: m.data_field_cancelled,
  moved: m.data_field_moved,
  theme: m.data_field_theme,
  'lead-minutes': m.data_field_lead_minutes,
  'hides-titles': m.data_field_hides_titles,
};

/** The words for values that are kept as a word of the program. */
const values: Partial<Record<FieldName, Readonly<Record<string, () => string>>>> = {
  status: {
    planned: m.app_meeting_planned,
    held: m.app_meeting_held,
    cancelled: m.app_meeting_cancelled,
    skipped: m.app_meeting_skipped,
  },
  theme: {
    system: m.app_theme_system,
    light: m.app_theme_light,
    dark: m.app_theme_dark,
    contrast: m.app_theme_contrast,
  },
  'hides-titles': { true: m.data_yes, false: m.data_no },
};

/** Wall times: the same wherever they are read. */
const wallTimes: readonly FieldName[] = ['start', 'cancelled', 'moved'];

function valueWords(field: FieldName, value: string, format: Formatter): string {
  if (wallTimes.includes(field)) return format.dateAndTime(`${value.slice(0, 16)}:00Z`, 'UTC');
  if (field === 'archived-on') return format.date(value);
  if (field === 'time-zone') return zoneCity(value);
  const relationship = relationships.find((known) => field === 'relationship' && known === value);
  if (relationship !== undefined) return relationshipName(relationship);
  return values[field]?.[value]?.() ?? value;
}
