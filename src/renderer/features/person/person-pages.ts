import { m } from '../../../messages/index.ts';

/** The pages of one person, in the order of the tabs. To add one: its place and its name. */
export const personPages = [
  { place: 'person', name: m.people_page_overview },
  { place: 'person-history', name: m.people_page_history },
  { place: 'person-feedback', name: m.people_page_feedback },
] as const;
