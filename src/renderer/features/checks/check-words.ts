import type { CheckId } from '../../../domain/checks/check-ids.ts';
import { m } from '../../../messages/index.ts';

/** What each check is called, and what it is for. */
export const checkWords = {
  'career-fork': {
    title: m.check_fork_title,
    introduction: m.check_fork_introduction,
    onPerson: m.check_on_person_fork,
  },
  'managing-managers': {
    title: m.check_managers_title,
    introduction: m.check_managers_introduction,
    onPerson: m.check_on_person_managers,
  },
} as const satisfies Record<
  CheckId,
  Readonly<Record<'title' | 'introduction' | 'onPerson', () => string>>
>;

/** Where the focus goes behind the last question. */
export const checkResultId = 'check-result';
