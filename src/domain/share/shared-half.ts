import { isSharedAction, isSharedPoint } from '../agenda/shared.ts';
import type { ActionItem, Meeting, TalkingPoint } from '../documents/meeting.ts';

/** What of a 1:1 may leave this machine, taken out of it and nothing else. */
export interface SharedHalf {
  readonly points: readonly SharedPoint[];
  readonly notes: string;
  readonly actions: readonly Pick<ActionItem, 'text' | 'owner' | 'dueOn' | 'doneAt'>[];
  /** How much stays here, so that a user can see that it does. */
  readonly leftOut: { readonly points: number; readonly actions: number };
}

export interface SharedPoint {
  readonly text: string;
  readonly state: 'open' | 'discussed' | 'carried' | 'dropped' | 'action' | 'decision';
  /** What was decided; null for all other states. */
  readonly decision: string | null;
}

/**
 * Takes the shared half out of a meeting. Private are: private points, points that come from feedback
 * whatever they are marked as, action items that came from one of these (or from a decision, or a point that is
 * not there any more, which may have been one), private notes, reflection and suggestions. The parts that are shared are
 * named one by one: what a later version adds to a meeting stays private until somebody adds it here.
 */
export function sharedHalf({ agenda, notes, actionItems }: Meeting): SharedHalf {
  const points = agenda.filter(isSharedPoint);
  const actions = actionItems.filter((action) => isSharedAction(action, agenda));
  return {
    points: points.map(sharedPoint),
    notes: notes.trim(),
    actions: actions.map(({ text, owner, dueOn, doneAt }) => ({ text, owner, dueOn, doneAt })),
    leftOut: {
      points: agenda.length - points.length,
      actions: actionItems.length - actions.length,
    },
  };
}

function sharedPoint({ text, discussedAt, leftAs }: TalkingPoint): SharedPoint {
  const decision = leftAs?.kind === 'decision' ? leftAs.text : null;
  const state = leftAs?.kind ?? (discussedAt === null ? 'open' : 'discussed');
  return { text, state, decision };
}
