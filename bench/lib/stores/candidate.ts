import type { Meeting } from '../../../src/domain/documents/meeting.ts';
import type { FirstScreen } from './first-screen-data.ts';

/** A store under measurement, open on a folder that `fill` has filled. */
export interface OpenCandidate {
  /** Reads a meeting as the screen does in which somebody then edits it. */
  readonly show: (id: string) => Promise<unknown>;
  /** Resolves when this store says that the meeting is saved. */
  readonly save: (meeting: Meeting) => Promise<void>;
  /** Reads what the app's first screen shows. */
  readonly firstScreen: () => Promise<FirstScreen>;
  /** Everything; answers how many meetings there are. */
  readonly loadAll: () => Promise<number>;
  /** Resolves when nothing goes on in the background any more that opening has begun. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Candidate {
  /** Puts so many meetings into an empty folder, by whatever way is fastest. */
  readonly fill: (folder: string, meetings: number) => Promise<void>;
  readonly open: (folder: string) => Promise<OpenCandidate>;
}
