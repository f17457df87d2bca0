import type { Topic } from '../documents/topics.ts';
import type { PickedQuestion, PickInput } from '../questions/pick-question.ts';
import { pickQuestion } from '../questions/pick-question.ts';
import type { ParticularSituation } from '../questions/situations.ts';
import { daysSince } from '../time/dates.ts';
import type { PastTalk } from './past-talks.ts';
import { isLater } from './past-talks.ts';
import type { PrepInput } from './prep-input.ts';
import { preparedFor } from './prep-input.ts';
import type { LeftOpenSuggestion, QuestionSuggestion, Source } from './suggestion.ts';
import { keyOf, questionIdsIn } from './suggestion.ts';

/** What a question depends on beside the input. */
export interface Past {
  readonly talks: readonly PastTalk[];
  /** For each topic the last time that it was talked about. */
  readonly lastTalks: ReadonlyMap<Topic, Source>;
  /** Topics that come up anyway, by the agenda or by another suggestion. */
  readonly covered: readonly Topic[];
  /** Points left open before, which are not asked a second time. */
  readonly left: readonly LeftOpenSuggestion[];
}

/**
 * One question for this meeting; null when none fits, or when one is on the agenda already. A topic
 * that comes up anyway counts as touched, so that the question opens another one.
 */
export function fittingQuestion(input: PrepInput, past: Past): QuestionSuggestion | null {
  if (input.meeting.agenda.some(({ origin }) => origin.kind === 'question')) return null;
  const picked = pickQuestion(pickInput(input, past));
  return picked === null ? null : suggestionOf(picked, input, past);
}

/**
 * The suggestions put off for this meeting once another question was asked for: the one in hand is
 * passed over. When all that fit have been, it begins again.
 */
export function passOverQuestion(
  input: PrepInput,
  past: Past,
  questionId: string,
): readonly string[] {
  const key = keyOf({ kind: 'question', questionId });
  const snoozed = new Set([...input.meeting.snoozedSuggestions, key]);
  const meeting = { ...input.meeting, snoozedSuggestions: [...snoozed] };
  const next = fittingQuestion({ ...input, meeting }, past);
  if (next === null || !snoozed.has(next.key)) return [...snoozed];
  const isOther = (one: string): boolean => questionIdsIn([one]).length === 0;
  return [...[...snoozed].filter(isOther), key];
}

function pickInput(input: PrepInput, { talks, lastTalks, covered, left }: Past): PickInput {
  const { person, meeting, questions } = input;
  const today = preparedFor(input);
  const touched = [...lastTalks].map(([topic, { on }]) => [topic, on] as const);
  return {
    questions,
    relationship: person.relationship,
    asked: talks.flatMap(({ point: { origin }, source }) =>
      origin.kind === 'question' ? [{ questionId: origin.questionId, on: source.on }] : [],
    ),
    notForUs: [...person.questionsNotForUs, ...questionIdsIn(person.dismissedSuggestions)],
    topicsTouched: Object.fromEntries([
      ...touched,
      ...covered.map((topic) => [topic, today] as const),
    ]),
    today,
    situation: situationOf(input),
    skip: questionIdsIn([
      ...meeting.snoozedSuggestions,
      ...left.flatMap(({ subject }) => subject ?? []),
    ]),
    seed: meeting.id,
  };
}

/** Templates that are made for a moment for which there are questions of their own. */
const situations: ReadonlyMap<string, ParticularSituation> = new Map([
  ['first-week', 'first-meeting'],
  ['pressure', 'under-pressure'],
  ['return', 'return-from-leave'],
  ['change', 'reorganisation'],
  ['stay-and-exit', 'stay-or-exit'],
]);

/** A meeting without such a template is an ordinary one: that it is the first that is noted here
 * does not say that the two have only just met. */
const situationOf = ({ meeting: { templateId } }: PrepInput): ParticularSituation | null =>
  situations.get(templateId ?? '') ?? null;

function suggestionOf(
  { question, reason }: PickedQuestion,
  input: PrepInput,
  past: Past,
): QuestionSuggestion {
  const { id: questionId, text, topic, stance } = question;
  const origin = { kind: 'question', questionId } as const;
  return {
    group: 'question',
    key: keyOf(origin),
    visibility: 'shared',
    ...{ text, topic, stance, origin, questionId },
    reason: reason.kind === 'topic-untouched' ? untouched(topic, input, past) : reason,
    source: sourceOf({ question, reason }, past),
  };
}

/** How long ago in truth: what only counts as touched was not. */
function untouched(topic: Topic, input: PrepInput, { lastTalks }: Past): PickedQuestion['reason'] {
  const on = lastTalks.get(topic)?.on;
  const sinceDays = on === undefined ? null : daysSince(on, preparedFor(input));
  return { kind: 'topic-untouched', topic, sinceDays };
}

/** The meeting that the reason speaks of. */
function sourceOf({ question, reason }: PickedQuestion, past: Past): Source | null {
  switch (reason.kind) {
    case 'situation':
      return null;
    case 'topic-untouched':
      return past.lastTalks.get(reason.topic) ?? null;
    case 'goes-deeper':
      return whereAsked(reason.questionId, past);
    case 'asked-longest-ago':
      return whereAsked(question.id, past);
  }
}

function whereAsked(questionId: string, { talks }: Past): Source | null {
  return talks
    .filter(
      ({ point: { origin } }) => origin.kind === 'question' && origin.questionId === questionId,
    )
    .map(({ source }) => source)
    .reduce<Source | null>(
      (last, source) => (last === null || isLater(source, last) ? source : last),
      null,
    );
}
