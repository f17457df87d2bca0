import { startsAt } from '../../domain/agenda/meeting-times.ts';
import type { DocumentOf } from '../../domain/documents/document.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { KeptKind } from '../../domain/kept/kept-on-person.ts';
import type { KeptWords } from '../../domain/kept/kept-markdown.ts';
import { localDateOf } from '../../domain/time/instants.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import { lineWords, partName } from '../../messages/readable-words.ts';
import { zoneCity } from '../../messages/zone-city.ts';

interface KeptMoment {
  readonly name: string;
  readonly withPrivate: boolean;
  readonly format: Formatter;
  /** Where the user is. */
  readonly timeZone: string;
  /** The calendar date there. */
  readonly today: string;
}

/** The words of the file with all on somebody. */
export function keptWords(moment: KeptMoment): KeptWords {
  const { name, withPrivate, format, timeZone, today } = moment;
  return {
    title: withPrivate ? m.people_kept_title({ name }) : m.people_kept_title_shared({ name }),
    intro: m.people_kept_intro({ name, date: format.date(today), city: zoneCity(timeZone) }),
    private: m.people_kept_part_private(),
    section: (kind) => sectionNames[kind](),
    entry: (document) => entryName(document, moment),
    part: partName,
    line: (line) => lineWords(line, format, timeZone),
  };
}

const sectionNames: Record<KeptKind, () => string> = {
  person: m.people_kept_section_person,
  series: m.people_kept_section_series,
  meeting: m.people_kept_section_meetings,
  feedback: m.people_kept_section_feedback,
  decision: m.people_kept_section_decisions,
  calendar: m.people_kept_section_calendars,
};

function entryName(
  document: DocumentOf<KeptKind>,
  { format, timeZone }: Pick<KeptMoment, 'format' | 'timeZone'>,
): string | null {
  switch (document.kind) {
    case 'person':
      return null;
    case 'series':
      return m.people_kept_from({ date: format.date(document.startLocal.slice(0, 10)) });
    case 'meeting':
      return whenWords(document, format);
    case 'feedback':
      return format.date(document.noticedOn);
    case 'decision':
      return format.date(localDateOf(document.createdAt, timeZone));
    case 'calendar':
      return document.name;
  }
}

function whenWords(meeting: Meeting, format: Formatter): string {
  const start = startsAt(meeting);
  if (start === null) return m.share_document_no_date();
  const { timeZone } = meeting;
  return m.people_kept_when({
    time: format.dateAndTime(start, timeZone),
    city: zoneCity(timeZone),
  });
}
