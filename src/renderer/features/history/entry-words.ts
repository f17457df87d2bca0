import type { LucideIcon } from '@lucide/svelte';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Compass from '@lucide/svelte/icons/compass';
import MessageSquareQuote from '@lucide/svelte/icons/message-square-quote';
import Milestone from '@lucide/svelte/icons/milestone';
import Split from '@lucide/svelte/icons/split';
import type { HistoryEntry, HistoryKind } from '../../../domain/history/timeline.ts';
import { m } from '../../../messages/index.ts';
import { levelWords } from '../../../messages/levels.ts';
import { outcomeWords } from '../../../messages/decision-words.ts';

type Of<Kind extends HistoryKind> = Extract<HistoryEntry, { kind: Kind }>;

/** What kind of thing an entry is, in words and as a sign. */
export function entryKind(
  entry: HistoryEntry,
  personName: string,
): { readonly icon: LucideIcon; readonly label: string } {
  switch (entry.kind) {
    case 'meeting':
      return { icon: CalendarDays, label: statusWords(entry) };
    case 'promise':
      return {
        icon: entry.event === 'kept' ? CircleCheck : CircleDashed,
        label: promiseWords(entry, firstName(personName)),
      };
    case 'decision':
      return { icon: Split, label: m.history_decision() };
    case 'helper':
      return { icon: Compass, label: helperWords(entry) };
    case 'level':
      return { icon: Milestone, label: m.history_level({ level: levelWords(entry.level) }) };
    case 'feedback':
      return { icon: MessageSquareQuote, label: feedbackWords(entry) };
    case 'question':
      return { icon: CircleQuestionMark, label: m.history_question() };
  }
}

function statusWords({ status }: Of<'meeting'>): string {
  const words = {
    planned: m.history_not_wrapped_up,
    held: m.history_held,
    cancelled: m.history_cancelled,
    skipped: m.history_skipped,
  };
  return words[status]();
}

function promiseWords({ owner, event }: Of<'promise'>, name: string): string {
  if (event === 'made')
    return owner === 'me' ? m.history_promise_mine() : m.history_promise_theirs({ name });
  return owner === 'me' ? m.history_kept_mine() : m.history_kept_theirs({ name });
}

const helperWords = (entry: Of<'helper'>): string =>
  entry.event === 'reviewed'
    ? m.history_helper_reviewed()
    : m.history_helper_decided({ what: outcomeWords(entry) });

function feedbackWords({ event, feedbackKind }: Of<'feedback'>): string {
  if (event === 'delivered') {
    return feedbackKind === 'positive'
      ? m.history_feedback_positive_given()
      : m.history_feedback_adjusting_given();
  }
  return feedbackKind === 'positive'
    ? m.history_feedback_positive_noticed()
    : m.history_feedback_adjusting_noticed();
}

const firstName = (name: string): string => name.split(/\s/, 1)[0] ?? name;
