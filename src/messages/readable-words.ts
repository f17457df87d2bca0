import { relationships } from '../domain/documents/relationships.ts';
import type { FieldName, PartName, ReadableLine } from '../domain/readable/readable-parts.ts';
import { weekdays } from '../domain/time/weekdays.ts';
import { decisionStanceNames, reviewAnswerNames } from './decision-words.ts';
import type { Formatter } from './format.ts';
import { m } from './index.ts';
import { levelWords } from './levels.ts';
import { relationshipName } from './relationship-names.ts';
import { recurrenceWords } from './series-words.ts';
import { topicName } from './topic-names.ts';
import { listOf, weekdayName } from './weekday-names.ts';
import { zoneCity } from './zone-city.ts';

const partNames: Record<PartName, () => string> = {
  about: m.data_part_about,
  'working-style': m.data_part_working_style,
  areas: m.data_part_areas,
  levels: m.delegation_overview,
  tags: m.data_part_tags,
  agenda: m.data_part_agenda,
  actions: m.data_part_actions,
  notes: m.data_part_notes,
  'private-notes': m.data_part_private_notes,
  reflection: m.data_part_reflection,
  'wrap-up': m.data_part_wrap_up,
  feedback: m.data_part_feedback,
  reason: m.data_part_reason,
  review: m.data_part_review,
  template: m.data_part_template,
  article: m.data_part_article,
  pages: m.data_part_pages,
  'one-to-ones': m.data_part_one_to_ones,
};

/** What a part of a document is called. */
export const partName = (name: PartName): string => partNames[name]();

/**
 * One line of a document in words: "Who decides? (mine, private, discussed)".
 * @param timeZone that of whoever reads it, for instants
 */
export function lineWords(line: ReadableLine, format: Formatter, timeZone: string): string {
  switch (line.kind) {
    case 'text':
      return line.text;
    case 'field':
      return m.data_line_field({
        field: fieldNames[line.field](),
        value: valueWords(line, format, timeZone),
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
        line.stance !== null && stanceMarks[line.stance](),
        line.carryCount > 0 && m.data_mark_carried({ count: line.carryCount }),
        line.topic !== null && topicName(line.topic),
        line.isDiscussed && m.data_mark_discussed(),
        line.leftAs === 'carried' && m.data_mark_moved_on(),
        line.leftAs === 'dropped' && m.data_mark_dropped(),
        line.leftAs === 'action' && m.data_mark_became_action(),
        line.decision !== null && m.data_mark_decided({ decision: line.decision }),
      ]);
    case 'level':
      return m.data_line_level({
        area: line.area,
        level: levelWords(line.level),
        date: format.date(line.on),
      });
    case 'action':
      return withMarks(line.text, [
        line.owner === 'me' ? m.data_mark_me() : m.data_mark_them(),
        line.stance !== null && stanceMarks[line.stance](),
        line.dueOn !== null && m.data_mark_due({ date: format.date(line.dueOn) }),
        line.isDone && m.data_mark_done(),
      ]);
  }
}

const stanceMarks = {
  manage: m.data_mark_manage,
  lead: m.data_mark_lead,
  none: m.data_mark_neither,
} as const;

const withMarks = (text: string, marks: readonly (string | false)[]): string =>
  `${text} (${marks.filter((mark) => mark !== false).join(', ')})`;

const fieldNames: Record<FieldName, () => string> = {
  name: m.data_field_name,
  relationship: m.data_field_relationship,
  'time-zone': m.data_field_time_zone,
  'archived-on': m.data_field_archived_on,
  'cadence-days': m.data_field_cadence_days,
  start: m.data_field_start,
  minutes: m.data_field_minutes,
  status: m.data_field_status,
  'wrapped-up-at': m.data_field_wrapped_up_at,
  'feedback-kind': m.data_field_feedback_kind,
  'noticed-on': m.data_field_noticed_on,
  'delivered-at': m.data_field_delivered_at,
  place: m.data_field_place,
  cancelled: m.data_field_cancelled,
  moved: m.data_field_moved,
  added: m.data_field_added,
  'calendar-source': m.data_field_calendar_source,
  theme: m.data_field_theme,
  paper: m.data_field_paper,
  'text-step': m.data_field_text_step,
  'lead-minutes': m.data_field_lead_minutes,
  prepares: m.reminder_settings_prepares,
  'prepare-at': m.reminder_settings_field_prepare_at,
  'wraps-up': m.reminder_settings_wraps_up,
  'wrap-up-after': m.reminder_settings_field_wrap_up_after,
  repeats: m.reminder_settings_repeats,
  'working-days': m.reminder_settings_working_days,
  'quiet-hours': m.reminder_settings_field_quiet_hours,
  'paused-until': m.reminder_settings_field_paused_until,
  'hides-titles': m.data_field_hides_titles,
  stance: m.data_field_stance,
  level: m.data_field_level,
  'suggested-stance': m.data_field_suggested_stance,
  'suggested-level': m.data_field_suggested_level,
  area: m.data_field_area,
  'review-on': m.data_field_review_on,
  process: m.data_field_process,
  outcome: m.data_field_outcome,
  'choose-again': m.data_field_choose_again,
};

const yesOrNo = { true: m.data_yes, false: m.data_no };
const orNever = { never: m.data_never };

/** The words for values that are kept as a word of the program. */
const values: Partial<Record<FieldName, Readonly<Record<string, () => string>>>> = {
  status: {
    planned: m.app_meeting_planned,
    held: m.app_meeting_held,
    cancelled: m.app_meeting_cancelled,
    skipped: m.app_meeting_skipped,
  },
  'feedback-kind': {
    positive: m.data_feedback_positive,
    adjusting: m.data_feedback_adjusting,
  },
  'calendar-source': {
    file: m.data_calendar_from_file,
    address: m.data_calendar_from_address,
  },
  theme: {
    system: m.app_theme_system,
    light: m.app_theme_light,
    dark: m.app_theme_dark,
    contrast: m.app_theme_contrast,
  },
  paper: {
    app: m.guide_paper_app,
    light: m.guide_paper_light,
    sepia: m.guide_paper_sepia,
    dark: m.guide_paper_dark,
  },
  'hides-titles': yesOrNo,
  prepares: yesOrNo,
  'wraps-up': yesOrNo,
  repeats: yesOrNo,
  'prepare-at': orNever,
  'wrap-up-after': orNever,
  'lead-minutes': orNever,
  stance: decisionStanceNames,
  'suggested-stance': decisionStanceNames,
  process: reviewAnswerNames,
  outcome: reviewAnswerNames,
  'choose-again': reviewAnswerNames,
};

/** Wall times: the same wherever they are read. */
const wallTimes: readonly FieldName[] = ['start', 'cancelled', 'moved', 'added'];
const instants: readonly FieldName[] = ['wrapped-up-at', 'delivered-at', 'paused-until'];
const dates: readonly FieldName[] = ['archived-on', 'noticed-on', 'review-on'];

function valueWords(
  { field, value }: Extract<ReadableLine, { kind: 'field' }>,
  format: Formatter,
  timeZone: string,
): string {
  if (wallTimes.includes(field)) return format.dateAndTime(`${value.slice(0, 16)}:00Z`, 'UTC');
  if (instants.includes(field)) return format.dateAndTime(value, timeZone);
  if (dates.includes(field)) return format.date(value);
  if (field === 'time-zone') return zoneCity(value);
  if (field === 'working-days') return weekdaysWords(value);
  const relationship = relationships.find((known) => field === 'relationship' && known === value);
  if (relationship !== undefined) return relationshipName(relationship);
  return values[field]?.[value]?.() ?? value;
}

/** The weekdays of numbers such as "1 2 3". */
function weekdaysWords(numbers: string): string {
  const chosen = numbers.split(' ');
  const days = weekdays.filter((weekday) => chosen.includes(String(weekday)));
  return listOf(days.map((weekday) => weekdayName(weekday)));
}
