import type { Attention, CadenceState } from '../../../domain/people/attention.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';

/** Why somebody stands where they stand in the list, in one plain line. */
export const reasonLine = ({ cadence, promises }: Attention, format: Formatter): string =>
  promises.overdue > 0 && cadence.kind !== 'overdue'
    ? latePromises(promises)
    : cadenceLine(cadence, format);

/** How meeting somebody stands against what was agreed. */
function cadenceLine(cadence: CadenceState, { daysAgo }: Formatter): string {
  if (cadence.kind === 'nothing-agreed') {
    return cadence.daysSince === null
      ? m.people_nothing_agreed()
      : m.people_nothing_agreed_last_met({ ago: daysAgo(cadence.daysSince) });
  }
  const every = m.people_every_days({ count: cadence.cadenceDays });
  switch (cadence.kind) {
    case 'never-met':
      return m.people_agreed_never_met({ every });
    case 'no-next-date':
      return m.people_agreed_no_next({ ago: daysAgo(cadence.daysSince) });
    case 'overdue':
      return m.people_agreed_last_met({ every, ago: daysAgo(cadence.daysSince) });
    case 'on-track':
      return cadence.daysSince === null
        ? m.people_agreed_first_to_come({ every })
        : m.people_agreed_last_met({ every, ago: daysAgo(cadence.daysSince) });
  }
}

/** How late the promises are that are late. */
export const latePromises = ({ overdue, mostDaysOverdue }: Attention['promises']): string =>
  m.people_promises_overdue({
    count: overdue,
    days: m.people_days({ count: mostDaysOverdue }),
  });
