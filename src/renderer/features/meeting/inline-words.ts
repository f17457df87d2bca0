import type { InlineAction } from '../../../domain/agenda/inline-action.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import { firstName } from './side-switch.ts';

/** How a line was read as an action item: "Sam · send the draft · Fri 27 Nov". */
export function readingWords(
  { owner, text, dueOn }: InlineAction,
  personName: string,
  format: Formatter,
): string {
  const name = owner === 'me' ? m.run_reading_me() : firstName(personName);
  return dueOn === null
    ? m.run_reading_no_due({ owner: name, text })
    : m.run_reading({ owner: name, text, due: format.shortDate(dueOn) });
}
