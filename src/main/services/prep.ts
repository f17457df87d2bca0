import { carriedPoints } from '../../domain/prep/carried-points.ts';
import { askForAnother, prepare } from '../../domain/prep/prepare.ts';
import { recentOwnership } from '../../domain/prep/recent-ownership.ts';
import { success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import { leave, put, timestamp, today, undoable, write } from './acts.ts';
import type { Decide, PrepParts } from './prep-acts.ts';
import {
  accept,
  dismiss,
  markDone,
  onSuggestion,
  prepActs,
  readPreparation,
  suggestionMissing,
  withKey,
} from './prep-acts.ts';

export function createPrepService(parts: PrepParts): HandlersOf<'prep'> {
  const { store, clock, newId, resources } = parts;
  const act = prepActs(parts);
  /** An act by which something disappears. */
  const take = async (meetingId: string, decide: Decide<null>) =>
    undoable(await act(meetingId, decide));
  return {
    'prep.read': async ({ meetingId }) => {
      const [bank, preparation] = await Promise.all([
        resources.questions(),
        readPreparation(parts, store, meetingId),
      ]);
      if (!preparation.ok) return preparation;
      const { input, meeting } = preparation.value;
      const isPlanned = meeting.status === 'planned';
      return success({
        today: today(clock),
        suggestions: isPlanned ? prepare(input) : [],
        carried: isPlanned ? carriedPoints(input) : [],
        questionProblem: bank.ok ? null : bank.error.message,
        ownership: recentOwnership(
          input.meetings,
          input.person.relationship,
          preparation.value.metAt,
        ),
      });
    },
    'prep.accept': async ({ meetingId, key }) => {
      const made = { id: newId(), raisedOn: today(clock), now: timestamp(clock) };
      const decide = onSuggestion(key, (preparation, suggestion) =>
        accept(preparation, suggestion, made),
      );
      return (await act(meetingId, decide)).value;
    },
    'prep.dismiss': ({ meetingId, key }) =>
      take(
        meetingId,
        onSuggestion(key, (preparation, suggestion) =>
          dismiss(preparation, suggestion, timestamp(clock)),
        ),
      ),
    'prep.snooze': ({ meetingId, key }) =>
      take(
        meetingId,
        onSuggestion(key, ({ meeting }) => {
          const snoozedSuggestions = withKey(meeting.snoozedSuggestions, key);
          return write(m.prep_act_snooze(), [put({ ...meeting, snoozedSuggestions })], null);
        }),
      ),
    'prep.markDone': ({ meetingId, key }) =>
      take(
        meetingId,
        onSuggestion(key, (preparation, suggestion) =>
          markDone(suggestion, preparation.reader, timestamp(clock)),
        ),
      ),
    'prep.anotherQuestion': async ({ meetingId, questionId }) => {
      const { value } = await act(meetingId, ({ meeting, input }) => {
        const snoozedSuggestions = [...askForAnother(input, questionId)];
        return write(m.prep_act_another(), [put({ ...meeting, snoozedSuggestions })], null);
      });
      return value;
    },
    'prep.notForUs': ({ meetingId, questionId }) =>
      take(meetingId, ({ person }) => {
        if (person.questionsNotForUs.includes(questionId)) return leave(suggestionMissing());
        const questionsNotForUs = withKey(person.questionsNotForUs, questionId);
        return write(m.prep_act_not_for_us(), [put({ ...person, questionsNotForUs })], null);
      }),
  };
}
