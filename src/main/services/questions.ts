import { addPoint } from '../../domain/agenda/points.ts';
import { askedInMeetings, waitingQuestions } from '../../domain/questions/asked-in-meetings.ts';
import type { QuestionBank } from '../../domain/questions/question-bank.ts';
import { readQuestionHistory } from '../../domain/questions/question-history.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { QuestionBankView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, today, write } from './acts.ts';
import { personMissing } from './missing.ts';
import { nextPlan } from './next-plan.ts';
import type { Resources } from './resources.ts';

type QuestionParts = ServiceParts & { readonly resources: Resources };

export function createQuestionsService(parts: QuestionParts): HandlersOf<'questions'> {
  const { store, clock, resources } = parts;
  return {
    'questions.list': async ({ personId }) => {
      const bank = await resources.questions();
      if (!bank.ok) return bank;
      if (personId === null) return success(viewForNobody(bank.value));
      return viewFor(store, bank.value, personId, today(clock));
    },
    'questions.ask': async (input) => {
      const bank = await resources.questions();
      if (!bank.ok) return bank;
      return (await store.act((reader) => ask(parts, reader, bank.value, input))).value;
    },
    'questions.setNotForUs': async (input) =>
      (await store.act((reader) => setNotForUs(reader, input))).value,
  };
}

function viewForNobody({ questions, situations }: QuestionBank): QuestionBankView {
  const entries = questions.map((question) => ({
    question,
    lastAskedOn: null,
    onAgendaOf: null,
    isNotForUs: false,
  }));
  return { entries, situations };
}

async function viewFor(
  reader: StoreReader,
  { questions, situations }: QuestionBank,
  personId: string,
  date: string,
): Promise<Result<QuestionBankView>> {
  const [person, meetings] = await Promise.all([
    reader.read('person', personId),
    reader.summaries('meeting', { personId }),
  ]);
  if (person === null) return personMissing();
  const history = readQuestionHistory(questions, askedInMeetings(meetings), {}, date);
  const waiting = waitingQuestions(meetings);
  const notForUs = new Set(person.questionsNotForUs);
  const entries = questions.map((question) => ({
    question,
    lastAskedOn: history.lastAsked(question.id),
    onAgendaOf: waiting.get(question.id) ?? null,
    isNotForUs: notForUs.has(question.id),
  }));
  return success({ entries, situations });
}

/** Puts a question on the next agenda, unless it waits on one. */
async function ask(
  parts: QuestionParts,
  reader: StoreReader,
  { questions }: QuestionBank,
  { questionId, personId }: CheckedInput<'questions.ask'>,
): Promise<Decided<Result<{ readonly meetingId: string }>>> {
  const question = questions.find(({ id }) => id === questionId);
  if (question === undefined) return leave(failure('not-found', m.main_question_missing()));
  const [person, meetings] = await Promise.all([
    reader.read('person', personId),
    reader.summaries('meeting', { personId }),
  ]);
  if (person === null) return leave(personMissing());
  const waitingIn = waitingQuestions(meetings).get(questionId);
  if (waitingIn !== undefined) return leave(success({ meetingId: waitingIn }));
  const { text, topic, stance } = question;
  const plan = addPoint(await nextPlan(parts, reader, personId), {
    id: parts.newId(),
    ...{ text, topic, stance },
    addedBy: 'me',
    visibility: 'shared',
    origin: { kind: 'question', questionId },
    raisedOn: today(parts.clock),
  });
  return write(m.main_act_add_point(), [put(plan)], { meetingId: plan.id });
}

async function setNotForUs(
  reader: StoreReader,
  { questionId, personId, isNotForUs }: CheckedInput<'questions.setNotForUs'>,
): Promise<Decided<Result<null>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  const others = person.questionsNotForUs.filter((id) => id !== questionId);
  const questionsNotForUs = isNotForUs ? [...others, questionId] : others;
  if (questionsNotForUs.length === person.questionsNotForUs.length) return leave(success(null));
  const label = m.main_act_change_person({ name: person.name });
  return write(label, [put({ ...person, questionsNotForUs })], null);
}
