import { startsAt } from '../../domain/agenda/meeting-times.ts';
import type { DecisionModel } from '../../domain/decision/model.ts';
import type { Decision } from '../../domain/documents/decision.ts';
import type { DocumentOf } from '../../domain/documents/document.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { KeptKind } from '../../domain/kept/kept-on-person.ts';
import type { KeptWords } from '../../domain/kept/kept-markdown.ts';
import { localDateOf } from '../../domain/time/instants.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import { lineWords, partName } from '../../messages/readable-words.ts';
import { stepWords } from '../../messages/step-words.ts';
import { zoneCity } from '../../messages/zone-city.ts';

interface KeptMoment {
  readonly name: string;
  readonly withPrivate: boolean;
  readonly format: Formatter;
  /** Where the user is. */
  readonly timeZone: string;
  /** The calendar date there. */
  readonly today: string;
  /** What the helper asks; null when that cannot be read. */
  readonly model: DecisionModel | null;
}

/** The words of the file with all on somebody. */
export function keptWords(moment: KeptMoment): KeptWords {
  const { name, withPrivate, format, timeZone, today, model } = moment;
  return {
    title: withPrivate ? m.people_kept_title({ name }) : m.people_kept_title_shared({ name }),
    intro: m.people_kept_intro({ name, date: format.date(today), city: zoneCity(timeZone) }),
    private: m.people_kept_part_private(),
    section: (kind) => sectionNames[kind](),
    entry: (document) => entryName(document, moment),
    answers: m.people_kept_answers(),
    answersOf: ({ answers }) => answerWords(answers, model),
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

/** Question by question, as they are asked now; one that is asked no more is told of by its answer alone. */
function answerWords(answers: Decision['answers'], model: DecisionModel | null): readonly string[] {
  const scales = new Map(
    model?.questions.flatMap(({ text, scales: own }) =>
      own.map(
        (scale) =>
          [scale.id, { scale, asked: [text, scale.statement ?? ''].join(' ').trim() }] as const,
      ),
    ),
  );
  return Object.entries(answers).map(([id, value]) => {
    const known = scales.get(id);
    if (known === undefined) return m.people_kept_answer_unknown({ number: value + 1 });
    const answer = stepWords(known.scale, value);
    return m.people_kept_answer({ question: known.asked, answer });
  });
}
