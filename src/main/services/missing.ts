import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';

/** That there is nobody of an id any more. */
export const personMissing = (): Result<never> => failure('not-found', m.main_person_missing());

/** That there is no 1:1 of an id any more. */
export const meetingMissing = (): Result<never> => failure('not-found', m.main_meeting_missing());

/** That there is no series of an id any more. */
export const seriesMissing = (): Result<never> => failure('not-found', m.main_series_missing());
