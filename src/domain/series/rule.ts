import type { Weekday } from '../time/weekdays.ts';
import { numberParts, readNumbers, readUntil, readWeekdays, weekdayCodes } from './rule-parts.ts';
import type { NumberPart, RuleWeekday, Until } from './rule-parts.ts';

/** A 1:1 recurs by the day or more seldom; RFC 5545 knows finer ones, which are refused. */
type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A recurrence rule that has been read and found sound (RFC 5545, 3.3.10). */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: Until | null;
  readonly byDay: readonly RuleWeekday[];
  /** The number lists that the rule names, such as BYMONTH. */
  readonly numbers: ReadonlyMap<NumberPart, readonly number[]>;
  /** The day on which a week of the rule begins. */
  readonly weekStart: Weekday;
}

/**
 * Why a rule is refused: it does not read as a rule; it holds something that this app does not
 * follow; it recurs oftener than a 1:1 can; its count or interval is beyond sense.
 */
export type RuleProblem = 'unreadable' | 'unsupported' | 'too-often' | 'too-many';

export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly problem: RuleProblem };

/** Outlook writes at most 999 and Google 730; counting further back costs noticeable time. */
const maximumCount = 2000;
const maximumInterval = 1000;
const maximumTimesPerDay = 24;

const fineFrequencies = ['SECONDLY', 'MINUTELY', 'HOURLY'];
const knownParts = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYSECOND'];

/** Reads the value of an RRULE, such as `FREQ=WEEKLY;BYDAY=TU`. What is wrong comes as a value. */
export function parseRule(text: string): ParsedRule {
  const parts = splitParts(text.toUpperCase());
  if (parts === null) return refused('unreadable');
  const frequencyText = parts.get('FREQ') ?? '';
  if (fineFrequencies.includes(frequencyText)) return refused('too-often');
  if (![...parts.keys()].every(isKnownPart)) return refused('unsupported');
  const rule = readRule(parts, frequencyText);
  if (rule === null) return refused('unreadable');
  const problem = limitProblem(rule, parts) ?? (isCombinationAllowed(rule) ? null : 'unsupported');
  return problem === null ? { ok: true, rule } : refused(problem);
}

/** The rule as an RRULE value without its UNTIL, which callers apply to real instants. */
export function ruleTextWithoutUntil(rule: Rule): string {
  const days = rule.byDay.map(({ nth, weekday }) => `${nth ?? ''}${weekdayCodes[weekday]}`);
  const lists = [...rule.numbers].map(([part, numbers]) => `${part}=${numbers.join(',')}`);
  return [
    `FREQ=${rule.frequency}`,
    `INTERVAL=${rule.interval}`,
    `WKST=${weekdayCodes[rule.weekStart]}`,
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(days.length === 0 ? [] : [`BYDAY=${days.join(',')}`]),
    ...lists,
  ].join(';');
}

function splitParts(text: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.replace(/;$/, '').split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (name === '' || value === '' || more.length > 0 || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

function readRule(parts: ReadonlyMap<string, string>, frequencyText: string): Rule | null {
  const frequency = frequencies.find((known) => known === frequencyText);
  const interval = readPositive(parts.get('INTERVAL') ?? '1');
  const count = parts.has('COUNT') ? readPositive(parts.get('COUNT') ?? '') : null;
  const until = parts.has('UNTIL') ? readUntil(parts.get('UNTIL') ?? '') : null;
  const byDay = parts.has('BYDAY') ? readWeekdays(parts.get('BYDAY') ?? '') : [];
  const numbers = readNumberLists(parts);
  const weekStart = readWeekdays(parts.get('WKST') ?? 'MO')?.[0];
  const isUnreadable = count === undefined || until === undefined || byDay === null;
  if (frequency === undefined || interval === undefined || isUnreadable) return null;
  if (numbers === null || weekStart?.nth !== null) return null;
  return { frequency, interval, count, until, byDay, numbers, weekStart: weekStart.weekday };
}

const frequencies: readonly Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

function readNumberLists(
  parts: ReadonlyMap<string, string>,
): ReadonlyMap<NumberPart, readonly number[]> | null {
  const lists = new Map<NumberPart, readonly number[]>();
  for (const part of numberParts) {
    const text = parts.get(part);
    const numbers = text === undefined ? [] : readNumbers(part, text);
    if (numbers === null) return null;
    if (numbers.length > 0) lists.set(part, numbers);
  }
  return lists;
}

function readPositive(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) || /^0+[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined;
}

function limitProblem(rule: Rule, parts: ReadonlyMap<string, string>): RuleProblem | null {
  const hours = rule.numbers.get('BYHOUR')?.length ?? 1;
  const minutes = rule.numbers.get('BYMINUTE')?.length ?? 1;
  const isBySecond = !['0', '00'].includes(parts.get('BYSECOND') ?? '0');
  if (isBySecond || hours * minutes > maximumTimesPerDay) return 'too-often';
  if (rule.interval > maximumInterval || (rule.count ?? 1) > maximumCount) return 'too-many';
  return null;
}

/** The combinations that RFC 5545, 3.3.10, rules out have no meaning to follow. */
function isCombinationAllowed({ frequency, byDay, numbers }: Rule): boolean {
  const hasNth = byDay.some(({ nth }) => nth !== null);
  if (hasNth && frequency !== 'MONTHLY' && frequency !== 'YEARLY') return false;
  if (hasNth && numbers.has('BYWEEKNO')) return false;
  if (numbers.has('BYMONTHDAY') && frequency === 'WEEKLY') return false;
  if (numbers.has('BYYEARDAY') && frequency !== 'YEARLY') return false;
  if (numbers.has('BYWEEKNO') && frequency !== 'YEARLY') return false;
  const isOnlyPosition = numbers.size === 1 && byDay.length === 0;
  return !(numbers.has('BYSETPOS') && isOnlyPosition);
}

function isKnownPart(name: string): boolean {
  return knownParts.includes(name) || numberParts.some((part) => part === name);
}

function refused(problem: RuleProblem): ParsedRule {
  return { ok: false, problem };
}
