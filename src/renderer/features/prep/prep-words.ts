import type { Suggestion } from '../../../domain/prep/suggestion.ts';
import { daysSince } from '../../../domain/time/dates.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import { topicName } from '../../../messages/topic-names.ts';

/** What is said below a suggestion. */
interface ReasonWords {
  /** Where it comes from, and how old it is. */
  readonly reason: string;
  /** What makes it pressing, or says what kind it is; null for neither. */
  readonly due: { readonly text: string; readonly isOverdue: boolean } | null;
}

/** Says why something is suggested; `today` is a calendar date. */
export function reasonWords(
  suggestion: Suggestion,
  { format, today }: { readonly format: Formatter; readonly today: string },
): ReasonWords {
  switch (suggestion.group) {
    case 'my-promises':
    case 'their-promises':
      return {
        reason: m.prep_promised({ when: format.daysAgo(suggestion.ageDays) }),
        due: dueWords(suggestion, format, today),
      };
    case 'left-open':
      return { reason: leftOpenWords(suggestion, format), due: null };
    case 'feedback':
      return {
        reason: m.prep_noticed({ when: format.daysAgo(suggestion.ageDays) }),
        due: {
          text: suggestion.feedbackKind === 'positive' ? m.prep_positive() : m.prep_adjusting(),
          isOverdue: false,
        },
      };
    case 'topics':
      return { reason: m.prep_talked({ when: format.daysAgo(suggestion.ageDays) }), due: null };
    case 'reviews':
      return {
        reason:
          suggestion.ageDays === 0
            ? m.prep_review_soon()
            : m.prep_review_due({ when: format.daysAgo(suggestion.ageDays) }),
        due: null,
      };
    case 'steps':
      return { reason: m.prep_step_went_well({ count: suggestion.wentWell }), due: null };
    case 'question':
      return { reason: questionWords(suggestion, format, today), due: null };
  }
}

function dueWords(
  { dueOn, isOverdue }: { readonly dueOn: string | null; readonly isOverdue: boolean },
  format: Formatter,
  today: string,
): ReasonWords['due'] {
  if (dueOn === null) return null;
  if (dueOn === today) return { text: m.prep_due_today(), isOverdue };
  const date = format.date(dueOn);
  return { text: isOverdue ? m.prep_overdue({ date }) : m.prep_due({ date }), isOverdue };
}

function leftOpenWords(
  { carryCount, ageDays, source }: Extract<Suggestion, { group: 'left-open' }>,
  format: Formatter,
): string {
  return [
    ...(carryCount === 0 ? [] : [m.wrap_up_carried({ count: carryCount })]),
    m.prep_raised({ when: format.daysAgo(ageDays) }),
    ...(source === null ? [m.prep_left_undated()] : []),
  ].join(', ');
}

function questionWords(
  { reason }: Extract<Suggestion, { group: 'question' }>,
  format: Formatter,
  today: string,
): string {
  const ago = (date: string): string => format.daysAgo(daysSince(date, today));
  switch (reason.kind) {
    case 'situation':
      return m.prep_for_situation();
    case 'goes-deeper':
      return m.prep_goes_deeper({ when: ago(reason.askedOn) });
    case 'asked-longest-ago':
      return m.prep_asked({ when: ago(reason.askedOn) });
    case 'topic-untouched': {
      const topic = capitalised(topicName(reason.topic));
      return reason.sinceDays === null
        ? m.prep_new_topic({ topic })
        : m.prep_old_topic({ topic, when: format.daysAgo(reason.sinceDays) });
    }
  }
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
