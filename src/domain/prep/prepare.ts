import type { Past } from './fitting-question.ts';
import { fittingQuestion, passOverQuestion } from './fitting-question.ts';
import { leftOpen } from './left-open.ts';
import { nextSteps } from './next-steps.ts';
import { openPromises } from './open-promises.ts';
import { lastTalks, pastTalks } from './past-talks.ts';
import type { PrepInput } from './prep-input.ts';
import { quietTopics, raisedTopics } from './quiet-topics.ts';
import { reviewsDue, sentItemIds } from './reviews-due.ts';
import type {
  LeftOpenSuggestion,
  ReviewSuggestion,
  StepSuggestion,
  Suggestion,
  TopicSuggestion,
} from './suggestion.ts';
import { keyOfPoint } from './suggestion.ts';
import { unsaidFeedback } from './unsaid-feedback.ts';

/** So many quiet topics are enough for one talk; the next come up when one of these has. */
const mostTopics = 3;

/**
 * What to raise at a meeting, in the order in which it is looked at: my open promises, theirs, points
 * left open before, feedback not given yet, topics not touched for long, decisions to look back on, areas to hand over
 * further, and one question. What was carried on is on the agenda already. So is what was accepted,
 * which is known by its origin; what was dismissed does not come back, and what was put off comes back
 * at another meeting.
 */
export function prepare(input: PrepInput): readonly Suggestion[] {
  const { urgent, left, topics, reviews, steps, past } = gather(input);
  const { snoozedSuggestions, agenda } = input.meeting;
  const sent = sentItemIds(input);
  const own = agenda.filter(({ id }) => !sent.has(id));
  const handled = new Set([...snoozedSuggestions, ...own.map(keyOfPoint)]);
  const isToRaise = ({ key }: Suggestion): boolean => !handled.has(key);
  const fresh = [...urgent, ...topics, ...reviews, ...steps].filter(isToRaise);
  const raised = new Set(fresh.map(({ key }) => key));
  const isRaised = (key: string | null): boolean =>
    key !== null && (raised.has(key) || handled.has(key));
  const again = left.filter(isToRaise).filter(({ subject }) => !isRaised(subject));
  const hasQuestion = again.some(({ origin }) => origin.kind === 'question');
  const question = hasQuestion ? null : fittingQuestion(input, past);
  return [
    ...fresh.filter(isPromise),
    ...again,
    ...fresh.filter((one) => !isPromise(one)),
    ...(question === null ? [] : [question]),
  ];
}

const isPromise = ({ group }: Suggestion): boolean =>
  group === 'my-promises' || group === 'their-promises';

/** The suggestions that are put off for this meeting once another question than this is asked for. */
export const askForAnother = (input: PrepInput, questionId: string): readonly string[] =>
  passOverQuestion(input, gather(input).past, questionId);

interface Gathered {
  /** Promises and feedback, whether or not they are on the agenda or put off. */
  readonly urgent: readonly Suggestion[];
  readonly left: readonly LeftOpenSuggestion[];
  readonly topics: readonly TopicSuggestion[];
  readonly reviews: readonly ReviewSuggestion[];
  readonly steps: readonly StepSuggestion[];
  readonly past: Past;
}

function gather(input: PrepInput): Gathered {
  const dismissed = new Set(input.person.dismissedSuggestions);
  const isWelcome = ({ key }: Suggestion): boolean => !dismissed.has(key);
  const urgent = [
    ...openPromises('me', input),
    ...openPromises('them', input),
    ...unsaidFeedback(input),
  ].filter(isWelcome);
  const left = leftOpen(input);
  const others = input.meetings.filter(({ id }) => id !== input.meeting.id);
  const talks = pastTalks(others, input.timeZone);
  const last = lastTalks(talks);
  const steps = nextSteps(input).filter(isWelcome);
  const raised = raisedTopics(input, [...urgent, ...left, ...steps]);
  const quiet = quietTopics(input, last, raised);
  // All quiet topics are covered, dismissed ones too: acting on one must not change the question.
  const covered = [...raised, ...quiet.map(({ topic }) => topic)];
  return {
    urgent,
    left,
    steps,
    reviews: reviewsDue(input).filter(isWelcome),
    topics: quiet.filter(isWelcome).slice(0, mostTopics),
    past: { talks, lastTalks: last, covered, left },
  };
}
