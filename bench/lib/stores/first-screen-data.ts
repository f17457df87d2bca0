import type { Meeting } from '../../../src/domain/documents/meeting.ts';
import { sampleFromLocal, sampleMeeting, samplePeople, sampleSeries } from './sample-data.ts';

/** What the first screen, Today, got to show: the same of every store. */
export interface FirstScreen {
  readonly people: number;
  readonly series: number;
  /** Meetings of the last weeks and those to come. */
  readonly meetings: number;
  /** Promises that are open, however old. */
  readonly promises: number;
}

export const isRecent = ({ startLocal }: Pick<Meeting, 'startLocal'>): boolean =>
  startLocal === null || startLocal >= sampleFromLocal;

export const openPromises = ({ actionItems }: Pick<Meeting, 'actionItems'>): number =>
  actionItems.filter(({ doneAt }) => doneAt === null).length;

/** What must come out for so many meetings. */
export function expectedFirstScreen(count: number): FirstScreen {
  const meetings = Array.from({ length: count }, (_, index) => sampleMeeting(index));
  return {
    people: samplePeople(count).length,
    series: sampleSeries(count).length,
    meetings: meetings.filter(isRecent).length,
    promises: meetings.reduce((sum, meeting) => sum + openPromises(meeting), 0),
  };
}
