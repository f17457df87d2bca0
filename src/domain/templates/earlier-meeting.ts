import type { MeetingSummary } from '../documents/summaries.ts';

type Dated = Pick<MeetingSummary, 'id' | 'startLocal' | 'status'>;

export interface EarlierMeeting<M extends Dated> {
  readonly meeting: M;
  /** Whole days between the two dates. */
  readonly daysBefore: number;
}

/**
 * The 1:1 with the same person that comes before this one; null when there is none. What was
 * cancelled or skipped did not take place. Wall times of different zones are compared as they are:
 * it is days that count.
 * @param today the calendar date that stands for a 1:1 without one
 */
export function earlierMeeting<M extends Dated>(
  { id, startLocal }: Pick<Dated, 'id' | 'startLocal'>,
  others: readonly M[],
  today: string,
): EarlierMeeting<M> | null {
  const before = startLocal ?? `${today}T00:00`;
  const taken = ({ status }: M): boolean => status === 'held' || status === 'planned';
  const earlier = others
    .flatMap((meeting) =>
      meeting.startLocal === null ? [] : [{ meeting, local: meeting.startLocal }],
    )
    .filter(({ meeting, local }) => meeting.id !== id && taken(meeting) && local < before);
  const last = earlier.reduce<(typeof earlier)[number] | null>(
    (latest, one) => (latest === null || one.local > latest.local ? one : latest),
    null,
  );
  if (last === null) return null;
  const dateOf = (local: string): Temporal.PlainDate => Temporal.PlainDate.from(local.slice(0, 10));
  return { meeting: last.meeting, daysBefore: dateOf(last.local).until(dateOf(before)).days };
}
