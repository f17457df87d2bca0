import { addAction } from '../../domain/agenda/actions.ts';
import { addPoint } from '../../domain/agenda/points.ts';
import { withSent } from '../../domain/decision/decision-changes.ts';
import type { DecisionModel, Move } from '../../domain/decision/model.ts';
import { chooseMoves, stanceOfMove } from '../../domain/decision/moves.ts';
import { outcomeOf } from '../../domain/decision/outcome.ts';
import type { Decision } from '../../domain/documents/decision.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, timestamp, today, write } from './acts.ts';
import { decisionView, isLevelNoted } from './decision-views.ts';
import { nextPlan } from './next-plan.ts';

interface Sent {
  readonly meetingId: string;
  readonly itemId: string;
}

/** Puts a move on the next agenda of whom a decision is about; one that is there stays the one. */
export async function sendMove(
  parts: ServiceParts,
  reader: StoreReader,
  model: DecisionModel,
  { decision, moveId }: { readonly decision: Decision; readonly moveId: string },
): Promise<Decided<Result<Sent>>> {
  const { personId } = decision;
  const person = personId === null ? null : await reader.read('person', personId);
  if (person === null) return leave(failure('invalid', m.decision_nobody_to_send_to()));
  const stance = outcomeOf(decision)?.stance ?? null;
  const move = chooseMoves(model, stance, decision.suggested?.flags ?? []).find(
    ({ id }) => id === moveId,
  );
  if (move === undefined) return leave(failure('not-found', m.decision_move_missing()));
  const { sent } = await decisionView(decision, reader, today(parts.clock));
  const known = sent.find((one) => one.moveId === moveId);
  if (known !== undefined) {
    return leave(success({ meetingId: known.meetingId, itemId: known.itemId }));
  }
  const [itemId, id] = [parts.newId(), parts.newId()];
  const before = await nextPlan(parts, reader, person.id);
  const plan = withMove(before, move, { itemId, decision, clock: parts.clock });
  const kind = move.as;
  const changed = withSent(decision, { id, moveId, meetingId: plan.id, itemId, kind });
  const label = m.decision_act_send({ name: person.name });
  return write(label, [put(plan), put(changed)], { meetingId: plan.id, itemId });
}

function withMove(
  plan: Meeting,
  move: Move,
  given: Pick<ServiceParts, 'clock'> & { readonly itemId: string; readonly decision: Decision },
): Meeting {
  const { itemId: id, decision, clock } = given;
  const { text } = move;
  const stance = stanceOfMove(move, outcomeOf(decision)?.stance ?? null);
  if (move.as === 'action') {
    const { owner } = move;
    // What was decided about somebody is for the user's eyes: so is what comes of it.
    const from = { fromPointId: decision.id, dueOn: null, now: timestamp(clock) };
    return addAction(plan, { id, text, owner, stance, ...from });
  }
  return addPoint(plan, {
    ...{ id, text, addedBy: 'me', visibility: move.visibility },
    origin: { kind: 'decision', decisionId: decision.id },
    stance,
    raisedOn: today(clock),
  });
}

/** Writes down with the person how far the decision hands its area over. */
export async function noteLevel(
  { clock, newId }: ServiceParts,
  reader: StoreReader,
  decision: Decision,
): Promise<Decided<Result<null>>> {
  const { personId, area } = decision;
  const level = outcomeOf(decision)?.level ?? null;
  const person = personId === null ? null : await reader.read('person', personId);
  if (person === null || area === null || level === null) {
    return leave(failure('invalid', m.decision_no_level_to_note()));
  }
  if (isLevelNoted(person, decision)) return leave(success(null));
  const noted = { id: newId(), area, level, on: today(clock), decisionId: decision.id };
  const changed = { ...person, delegations: [...person.delegations, noted] };
  return write(m.decision_act_note_level({ area, name: person.name }), [put(changed)], null);
}
