// What screens read, area by area. Instants are UTC in ISO 8601; `…Local` is a wall time in the zone
// beside it.

export type * from './views/actions.ts';
export type * from './views/app.ts';
export type * from './views/balance.ts';
export type * from './views/calendars.ts';
export type * from './views/capture.ts';
export type * from './views/checks.ts';
export type * from './views/data.ts';
export type * from './views/decisions.ts';
export type * from './views/delegation.ts';
export type * from './views/desk.ts';
export type * from './views/feedback.ts';
export type * from './views/guide.ts';
export type * from './views/history.ts';
export type * from './views/library.ts';
export type * from './views/meetings.ts';
export type * from './views/people.ts';
export type * from './views/prep.ts';
export type * from './views/questions.ts';
export type * from './views/reminders.ts';
export type * from './views/series.ts';
export type * from './views/share.ts';
export type * from './views/templates.ts';
export type * from './views/today.ts';
export type * from './views/undo.ts';
