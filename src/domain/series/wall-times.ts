import { RRuleTemporal } from 'rrule-temporal';
import type { Rule } from './rule.ts';
import { ruleTextWithoutUntil } from './rule.ts';

/** Days in more than two centuries: beyond any window asked for, short of a standstill. */
const maximumSteps = 100_000;

/**
 * The wall times that a rule gives, from `from` up to and including `to`, in order. The n-th is
 * counted from the anchor, which is always the first (RFC 5545, 3.8.2.4), and no zone comes in
 * here: times are expanded as if in UTC, so that no change of the clocks can bend the rule.
 */
export function wallTimesBetween(
  anchor: Temporal.PlainDateTime,
  rule: Rule,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
): readonly Temporal.PlainDateTime[] {
  const expansion = new RRuleTemporal({
    rruleString: ruleTextWithoutUntil(rule),
    dtstart: inUtc(anchor),
    includeDtstart: true,
    maxIterations: maximumSteps,
    temporal: Temporal,
  });
  return expansion.between(inUtc(from), inUtc(to), true).map((time) => time.toPlainDateTime());
}

function inUtc(local: Temporal.PlainDateTime): Temporal.ZonedDateTime {
  return local.toZonedDateTime('UTC');
}
