import { daysBetween } from '../time/dates.ts';

/** What is known of meeting one person. Dates are calendar dates where the user is. */
export interface Contact {
  /** In how many days the two agreed to meet again; null when nothing is agreed. */
  readonly cadenceDays: number | null;
  /** Null while no 1:1 that took place is known. */
  readonly lastMetOn: string | null;
  /** Null while no 1:1 is to come. */
  readonly nextOn: string | null;
  /** When each open promise of either side is due; null for one without a date. */
  readonly promisesDueOn: readonly (string | null)[];
  readonly today: string;
}

/** How meeting somebody stands against what was agreed. Days are whole calendar days. */
export type CadenceState =
  | {
      readonly kind: 'overdue';
      readonly cadenceDays: number;
      readonly daysSince: number;
      readonly daysOverdue: number;
    }
  /** Agreed, and yet there neither was a 1:1 nor is one to come. */
  | { readonly kind: 'never-met'; readonly cadenceDays: number }
  /** Agreed and kept until now, and none is to come. */
  | { readonly kind: 'no-next-date'; readonly cadenceDays: number; readonly daysSince: number }
  | {
      readonly kind: 'on-track';
      readonly cadenceDays: number;
      /** Null before the first 1:1. */
      readonly daysSince: number | null;
    }
  | { readonly kind: 'nothing-agreed'; readonly daysSince: number | null };

/** What a person needs of the user, without any judgement of either. */
export interface Attention {
  readonly cadence: CadenceState;
  readonly promises: {
    readonly open: number;
    readonly overdue: number;
    /** Of the one that is overdue for longest; 0 without any. */
    readonly mostDaysOverdue: number;
  };
}

/** Holds what is known of meeting somebody against what was agreed with them. */
export function attentionFor(contact: Contact): Attention {
  const daysOverdue = contact.promisesDueOn.flatMap((dueOn) => {
    const days = dueOn === null ? 0 : daysBetween(dueOn, contact.today);
    return days > 0 ? [days] : [];
  });
  return {
    cadence: cadenceState(contact),
    promises: {
      open: contact.promisesDueOn.length,
      overdue: daysOverdue.length,
      mostDaysOverdue: Math.max(0, ...daysOverdue),
    },
  };
}

function cadenceState({ cadenceDays, lastMetOn, nextOn, today }: Contact): CadenceState {
  const daysSince = lastMetOn === null ? null : Math.max(0, daysBetween(lastMetOn, today));
  if (cadenceDays === null) return { kind: 'nothing-agreed', daysSince };
  // On the day of the next 1:1 there is nothing left to do about it.
  if (daysSince !== null && daysSince > cadenceDays && nextOn !== today)
    return { kind: 'overdue', cadenceDays, daysSince, daysOverdue: daysSince - cadenceDays };
  if (nextOn !== null) return { kind: 'on-track', cadenceDays, daysSince };
  return daysSince === null
    ? { kind: 'never-met', cadenceDays }
    : { kind: 'no-next-date', cadenceDays, daysSince };
}

/** Whether there is something to do, rather than only something to know. */
export const needsAttention = (attention: Attention): boolean => urgencyOf(attention) < calm;

/** Orders by urgency, the most urgent first; 0 where one is as urgent as the other. */
export function compareAttention(one: Attention, other: Attention): number {
  const byKind = urgencyOf(one) - urgencyOf(other);
  return byKind === 0 ? amountOf(other) - amountOf(one) : byKind;
}

const calm = 4;

/** From 0, a cadence that is not kept, to `calm`. */
function urgencyOf({ cadence, promises }: Attention): number {
  if (cadence.kind === 'overdue') return 0;
  if (promises.overdue > 0) return 1;
  if (cadence.kind === 'never-met') return 2;
  return cadence.kind === 'no-next-date' ? 3 : calm;
}

/** In days, what tells two apart that are urgent for the same reason. */
function amountOf(attention: Attention): number {
  const { cadence, promises } = attention;
  if (!needsAttention(attention)) return 0;
  if (cadence.kind === 'overdue') return cadence.daysOverdue;
  return promises.mostDaysOverdue;
}
