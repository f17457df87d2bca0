import { parseRule } from '../series/rule.ts';
import type { Rule } from '../series/rule.ts';
import { wallTimesBetween } from '../series/wall-times.ts';
import { epochOf } from '../time/instants.ts';
import type { Component } from './content-lines.ts';
import { readDateTime } from './date-times.ts';
import { plainValue, readProperty } from './property.ts';

/** A change of the clocks: from this instant on they are so far ahead of UTC. */
export interface ClockChange {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly offsetMinutes: number;
}

/** The zone that a calendar defines itself, by a VTIMEZONE. */
export interface ZoneDefinition {
  readonly name: string;
  /** The IANA zone that a program says it to be; empty when it does not. */
  readonly location: string;
  /** The offset before the first change. */
  readonly firstOffsetMinutes: number;
  /** The changes within some years, in order, and the last one before them. */
  readonly changesBetween: (fromYear: number, toYear: number) => readonly ClockChange[];
}

/** One half of a zone, such as its summer time. */
interface Observance {
  readonly first: Temporal.PlainDateTime;
  readonly rule: Rule | null;
  readonly dates: readonly Temporal.PlainDateTime[];
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** Reads a VTIMEZONE; null when it defines nothing that can be followed. */
export function readZone(component: Component): ZoneDefinition | null {
  const name = valueIn(component, 'TZID');
  const observances = component.parts.slice(0, maximumObservances).map(readObservance);
  const sound = observances.filter((one) => one !== null);
  const [earliest] = sound.toSorted((one, other) => compare(one.first, other.first));
  if (name === '' || earliest === undefined || sound.length < observances.length) return null;
  return {
    ...{ name, location: valueIn(component, 'X-LIC-LOCATION') },
    firstOffsetMinutes: earliest.fromMinutes,
    changesBetween: (fromYear, toYear) => changesOf(sound, fromYear, toYear),
  };
}

/** How far the clocks of a zone are ahead of UTC at an instant, by its changes around that. */
export function offsetAt(changes: readonly ClockChange[], at: number, otherwise: number): number {
  return changes.findLast((change) => change.at <= at)?.offsetMinutes ?? otherwise;
}

/** No zone of the world has had more kinds of time. */
const maximumObservances = 200;

function valueIn({ properties }: Component, name: string): string {
  const line = properties.find((one) => one.name === name);
  return line === undefined ? '' : plainValue(line);
}

function readObservance(component: Component): Observance | null {
  const first = readDateTime(valueIn(component, 'DTSTART'));
  const fromMinutes = readOffset(valueIn(component, 'TZOFFSETFROM'));
  const toMinutes = readOffset(valueIn(component, 'TZOFFSETTO'));
  if (first === null || fromMinutes === null || toMinutes === null) return null;
  const ruleText = valueIn(component, 'RRULE');
  const parsed = ruleText === '' ? null : parseRule(ruleText);
  // Clocks change by the year; a rule of another pace is none that a zone can have.
  if (parsed?.ok === false || (parsed?.rule.frequency ?? 'YEARLY') !== 'YEARLY') return null;
  const dates = component.properties
    .filter(({ name }) => name === 'RDATE')
    .flatMap((line) => readProperty(line)?.values ?? [])
    .flatMap((value) => readDateTime(value)?.local ?? []);
  return { first: first.local, rule: parsed?.rule ?? null, dates, fromMinutes, toMinutes };
}

/** Minutes of an offset such as +0530; seconds, which only times long past have, are left out. */
function readOffset(text: string): number | null {
  const found = /^([+-])(\d{2}):?(\d{2})(?:\d{2})?$/.exec(text);
  if (found === null) return null;
  const [, sign, hours, minutes] = found;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}

function changesOf(
  observances: readonly Observance[],
  fromYear: number,
  toYear: number,
): readonly ClockChange[] {
  const changes = observances
    .flatMap((one) =>
      onsetsOf(one, fromYear, toYear).map((onset) => ({
        at: instantOfOnset(onset, one.fromMinutes),
        offsetMinutes: one.toMinutes,
      })),
    )
    .sort((one, other) => one.at - other.at);
  const start = Date.UTC(fromYear, 0, 1);
  const before = changes.findLastIndex(({ at }) => at <= start);
  return changes.slice(Math.max(0, before));
}

/** The wall times at which the clocks are changed to an observance, and the last ones before. */
function onsetsOf(
  { first, rule, dates, fromMinutes }: Observance,
  fromYear: number,
  toYear: number,
): readonly Temporal.PlainDateTime[] {
  const to = Temporal.PlainDateTime.from({ year: toYear + 1, month: 1, day: 1 });
  const given = [first, ...dates].filter((onset) => compare(onset, to) < 0);
  if (rule === null) return given;
  const from = Temporal.PlainDateTime.from({ year: fromYear - 2, month: 1, day: 1 });
  // Outlook's zones begin in 1601; a yearly rule without a count is the same from any of its years.
  const isSameFromLater = rule.frequency === 'YEARLY' && rule.interval === 1 && rule.count === null;
  const anchor =
    isSameFromLater && first.year < from.year ? first.with({ year: from.year }) : first;
  const onsets = wallTimesBetween(anchor, rule, from, to).slice(anchor === first ? 0 : 1);
  return [...given, ...onsets.filter((onset) => isBeforeEnd(rule, onset, fromMinutes))];
}

function isBeforeEnd({ until }: Rule, onset: Temporal.PlainDateTime, fromMinutes: number): boolean {
  switch (until?.kind) {
    case undefined:
      return true;
    case 'date':
      return Temporal.PlainDate.compare(onset.toPlainDate(), until.date) <= 0;
    case 'local':
      return compare(onset, Temporal.PlainDateTime.from(until.local)) <= 0;
    case 'instant':
      return instantOfOnset(onset, fromMinutes) <= epochOf(until.instant);
  }
}

/** The clocks before a change say when it is; milliseconds since the epoch. */
const instantOfOnset = (onset: Temporal.PlainDateTime, fromMinutes: number): number =>
  epochOf(`${onset.toString()}Z`) - fromMinutes * 60_000;

const compare = (one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): number =>
  Temporal.PlainDateTime.compare(one, other);
