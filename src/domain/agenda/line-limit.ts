/** So many characters at most has a line that is typed: a point, a promise, a decision, feedback. */
export const longestLine = 2000;

/** Whether a line that is typed is longer than it may be. */
export const isTooLong = (text: string): boolean => text.trim().length > longestLine;
