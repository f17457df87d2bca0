import type { Series } from '../documents/series.ts';

/** The identity of a series in other calendars, which stays whatever becomes of it. */
export const uidOf = ({ id }: Pick<Series, 'id'>): string => `${id}@evenkeel.invalid`;
