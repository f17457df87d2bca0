import {
  beginRun,
  changeRecord,
  changeRun,
  finishRun,
  reviewDecision,
} from '../decision/decision-changes.ts';
import type { DecisionModel } from '../decision/model.ts';
import { outcomeOf } from '../decision/outcome.ts';
import type { Decision } from '../documents/decision.ts';
import type { Delegation, Person } from '../documents/person.ts';
import { addMinutes, epochOf, localDateOf } from '../time/instants.ts';
import type { DecisionStory } from './stories/decision-stories.ts';
import { handovers } from './stories/decision-stories.ts';

const dayMinutes = 24 * 60;
/** A run of the helper takes about so long. */
const runMinutes = 2;

interface Parts {
  readonly model: DecisionModel;
  readonly now: string;
  /** The user's own zone. */
  readonly timeZone: string;
  readonly newId: (kind: string) => string;
}

interface Decided {
  readonly person: Person;
  readonly decisions: readonly Decision[];
}

/** What was decided about somebody with the helper, and who decides what since; from their arrival on. */
export function decidedAbout(person: Person, parts: Parts): Decided {
  const { decisions = [], agreements = [] } = handovers[person.name] ?? {};
  const isSince = ({ daysAgo }: { readonly daysAgo: number }): boolean =>
    epochOf(daysBefore(parts.now, daysAgo)) > epochOf(person.createdAt);
  const told = decisions.filter(isSince).map((story) => ({
    story,
    decision: tell(story, person.id, parts),
  }));
  const agreed = agreements.filter(isSince).map(({ area, level, daysAgo }) => {
    const on = localDateOf(daysBefore(parts.now, daysAgo), parts.timeZone);
    return { id: parts.newId('delegation'), area, level, on, decisionId: null };
  });
  const noted = told
    .filter(({ story }) => story.isNoted === true)
    .flatMap(({ decision }) => levelOf(decision, parts));
  return {
    person: { ...person, delegations: [...agreed, ...noted] },
    decisions: told.map(({ decision }) => decision),
  };
}

const daysBefore = (now: string, days: number): string => addMinutes(now, -days * dayMinutes);

/** As the app would have it: begun, answered, finished, overruled, looked back on. */
function tell(story: DecisionStory, personId: string, parts: Parts): Decision {
  const { model, now, timeZone, newId } = parts;
  const { title, area, answers, chosen = null, review } = story;
  const begunAt = daysBefore(now, story.daysAgo);
  const begun = beginRun(model, { id: newId('decision'), now: begunAt });
  const run = changeRun(begun, { title, personId, area, answers });
  const when = { now: addMinutes(begunAt, runMinutes), today: localDateOf(begunAt, timeZone) };
  const finished = finishRun(run, model, when);
  if (!finished.ok) throw new Error(`The decision “${title}” cannot be finished.`);
  const decided = changeRecord(finished.decision, { chosen });
  const { reviewOn } = decided;
  if (review === undefined || reviewOn === null) return decided;
  return reviewDecision(decided, { ...review, on: reviewOn });
}

function levelOf(decision: Decision, { newId, timeZone }: Parts): readonly Delegation[] {
  const level = outcomeOf(decision)?.level ?? null;
  const { area, createdAt, id: decisionId } = decision;
  if (level === null || area === null) return [];
  return [
    { id: newId('delegation'), area, level, on: localDateOf(createdAt, timeZone), decisionId },
  ];
}
