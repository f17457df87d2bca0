/** The short checks, each a file under resources/checks. Apart from the schema, for the routes. */
export const checkIds = ['career-fork', 'managing-managers'] as const;

export type CheckId = (typeof checkIds)[number];
