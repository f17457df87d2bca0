import {
  beginRun,
  changeRecord,
  changeRun,
  finishRun,
  reviewDecision,
  runUnderWay,
} from '../../domain/decision/decision-changes.ts';
import type { RecordChange } from '../../domain/decision/decision-changes.ts';
import type { DecisionModel } from '../../domain/decision/model.ts';
import type { Decision } from '../../domain/documents/decision.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, remove, timestamp, today, undoable, write } from './acts.ts';
import { noteLevel, sendMove } from './decision-moves.ts';
import { decisionPeople, decisionsView, decisionView } from './decision-views.ts';
import type { Resources } from './resources.ts';

type DecisionParts = ServiceParts & { readonly resources: Pick<Resources, 'model'> };
type Decide<T> = (
  decision: Decision,
  reader: StoreReader,
) => Decided<Result<T>> | Promise<Decided<Result<T>>>;

export function createDecisionsService(parts: DecisionParts): HandlersOf<'decisions'> {
  const { store, clock } = parts;
  return {
    ...createRunCalls(parts),
    'decisions.list': async ({ personId }) =>
      success(await decisionsView(store, personId, today(clock))),
    'decisions.read': async ({ decisionId }) => {
      const decision = await store.read('decision', decisionId);
      return decision === null
        ? missing()
        : success(await decisionView(decision, store, today(clock)));
    },
    ...createRecordCalls(parts),
  };
}

type RunCalls = Pick<
  HandlersOf<'decisions'>,
  'decisions.run' | 'decisions.keep' | 'decisions.finish'
>;

/** The run that is under way: there is one at most that is gone on with. */
function createRunCalls(parts: DecisionParts): RunCalls {
  const { store, resources } = parts;
  return {
    'decisions.run': async () => {
      const [run, people] = await Promise.all([readRun(store), decisionPeople(store)]);
      return success({ run, people });
    },
    'decisions.keep': async (change) => {
      const model = await resources.model();
      if (!model.ok) return model;
      return (await store.act((reader) => keep(parts, reader, model.value, change))).value;
    },
    'decisions.finish': async () => {
      const model = await resources.model();
      if (!model.ok) return model;
      return (await store.act((reader) => finish(parts, reader, model.value))).value;
    },
  };
}

type RecordCalls = Omit<
  HandlersOf<'decisions'>,
  keyof RunCalls | 'decisions.list' | 'decisions.read'
>;

function createRecordCalls(parts: DecisionParts): RecordCalls {
  const { store, clock, resources } = parts;
  const act = <T>(decisionId: string, decide: Decide<T>) =>
    store.act((reader) => onDecision(reader, decisionId, decide));
  return {
    'decisions.change': async ({ decisionId, ...change }) =>
      (await act(decisionId, (decision) => changeOne(decision, change))).value,
    'decisions.send': async ({ decisionId, moveId }) => {
      const model = await resources.model();
      if (!model.ok) return model;
      const send: Decide<{ readonly meetingId: string; readonly itemId: string }> = (
        decision,
        reader,
      ) => sendMove(parts, reader, model.value, { decision, moveId });
      return (await act(decisionId, send)).value;
    },
    'decisions.noteLevel': async ({ decisionId }) =>
      (await act(decisionId, (decision, reader) => noteLevel(parts, reader, decision))).value,
    'decisions.review': async ({ decisionId, ...said }) =>
      (
        await act(decisionId, (decision) => {
          if (decision.finishedAt === null) return leave(failure('invalid', m.decision_not_yet()));
          const reviewed = reviewDecision(decision, { ...said, on: today(clock) });
          return write(m.decision_act_review({ title: decision.title }), [put(reviewed)], reviewed);
        })
      ).value,
    'decisions.remove': async ({ decisionId }) =>
      undoable(
        await act(decisionId, ({ title, finishedAt }) => {
          const label = finishedAt === null ? m.decision_act_start_over() : removeLabel(title);
          return write(label, [remove('decision', decisionId)], null);
        }),
      ),
  };
}

const missing = (): Result<never> => failure('not-found', m.decision_missing());
const removeLabel = (title: string): string => m.decision_act_remove({ title });

function changeOne(decision: Decision, change: RecordChange): Decided<Result<Decision>> {
  const { personId = decision.personId } = change;
  // Its moves are on that person's agenda, and lead back from there.
  if (personId !== decision.personId && decision.sent.length > 0) {
    return leave(failure('invalid', m.decision_person_stays()));
  }
  const changed = changeRecord(decision, change);
  return write(m.decision_act_change(), [put(changed)], changed);
}

async function onDecision<T>(
  reader: StoreReader,
  decisionId: string,
  decide: Decide<T>,
): Promise<Decided<Result<T>>> {
  const decision = await reader.read('decision', decisionId);
  return decision === null ? leave(missing()) : decide(decision, reader);
}

const readRun = async (reader: StoreReader): Promise<Decision | null> =>
  runUnderWay(await reader.summaries('decision'));

async function keep(
  { clock, newId }: DecisionParts,
  reader: StoreReader,
  model: DecisionModel,
  change: CheckedInput<'decisions.keep'>,
): Promise<Decided<Result<Decision>>> {
  const begun = await readRun(reader);
  const run = begun ?? beginRun(model, { id: newId(), now: timestamp(clock) });
  const kept = changeRun(run, change);
  return write(m.decision_act_answer(), [put(kept)], kept);
}

async function finish(
  { clock }: DecisionParts,
  reader: StoreReader,
  model: DecisionModel,
): Promise<Decided<Result<Decision>>> {
  const run = await readRun(reader);
  if (run === null) return leave(missing());
  const finished = finishRun(run, model, { now: timestamp(clock), today: today(clock) });
  if (!finished.ok) {
    const needsTitle = finished.problem === 'no-title';
    const sentence = needsTitle ? m.decision_needs_title() : m.decision_needs_stance();
    return leave(failure('invalid', sentence));
  }
  const { decision } = finished;
  return write(m.decision_act_finish({ title: decision.title }), [put(decision)], decision);
}
