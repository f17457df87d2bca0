import type { MeetingTimes } from '../../domain/agenda/meeting-times.ts';
import { timesAmong } from '../../domain/agenda/meeting-times.ts';
import type { ActionItem } from '../../domain/documents/meeting.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { compareTexts } from '../../domain/compare-texts.ts';
import { addMinutes, epochOf, midnightBefore } from '../../domain/time/instants.ts';
import type { ListedAction } from '../../ipc/views.ts';
import { success } from '../../ipc/result.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Where } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp } from './acts.ts';

/** Promises that were done are listed for a year, if they were made in the year before that or later. */
const yearMinutes = 365 * 24 * 60;

export function createActionsService({
  store,
  clock,
}: Pick<ServiceParts, 'store' | 'clock'>): HandlersOf<'actions'> {
  const listed = async (where: Where): Promise<readonly ListedAction[]> => {
    const [people, series, meetings] = await Promise.all([
      store.summaries('person'),
      store.summaries('series'),
      store.summaries('meeting', where),
    ]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const timesOf = timesAmong(series);
    return meetings.flatMap((meeting) =>
      listedOf(meeting, names.get(meeting.personId) ?? '', timesOf(meeting)),
    );
  };
  return {
    'actions.list': async ({ state }) => {
      const now = timestamp(clock);
      if (state === 'open') {
        const all = await listed({ hasOpenActions: true });
        const people = await store.summaries('person');
        // What is between the user and somebody archived waits in the archive.
        const waiting = new Set(
          people.filter(({ archivedOn }) => archivedOn !== null).map(({ id }) => id),
        );
        const open = all.filter(
          ({ action, personId }) => action.doneAt === null && !waiting.has(personId),
        );
        return success({ now, actions: open.toSorted(byDueDate) });
      }
      const all = await listed({ fromLocal: midnightBefore(addMinutes(now, -2 * yearMinutes)) });
      const from = epochOf(addMinutes(now, -yearMinutes));
      const done = all.filter(({ action }) => doneEpoch(action) >= from);
      return success({ now, actions: done.toSorted(byDoneDate) });
    },
  };
}

function listedOf(
  meeting: MeetingSummary,
  personName: string,
  times: MeetingTimes | null,
): readonly ListedAction[] {
  const { id: meetingId, personId } = meeting;
  const metOn = times?.startLocal.slice(0, 10) ?? null;
  return meeting.actions.map((action) => ({ action, meetingId, personId, personName, metOn }));
}

/** NaN for one that is open, which is in no span of time. */
const doneEpoch = ({ doneAt }: ActionItem): number => (doneAt === null ? NaN : epochOf(doneAt));

/** The overdue come first by themselves; those without a date last, the oldest promise first. */
function byDueDate({ action: one }: ListedAction, { action: other }: ListedAction): number {
  const key = ({ dueOn, createdAt }: ActionItem): string => `${dueOn ?? '9999'} ${createdAt}`;
  return compareTexts(key(one), key(other));
}

const byDoneDate = ({ action: one }: ListedAction, { action: other }: ListedAction): number =>
  doneEpoch(other) - doneEpoch(one);
