import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { isTimeZone } from '../time/zones.ts';
import type { Clock } from './clocks.ts';
import { clockOf, definedClock } from './clocks.ts';
import type { Component } from './content-lines.ts';
import { offsetText } from './offset-text.ts';
import type { ZoneDefinition } from './zone-definition.ts';
import { offsetAt, readZone } from './zone-definition.ts';
import { isIanaName, zoneOfName } from './zone-names.ts';

/** The years in which an event takes place, as far as they matter. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** The zones that a calendar file speaks of. */
export interface FileZones {
  /** The zone of what has none; in the order of who says so: the file, then this computer. */
  readonly usual: Clock;
  /** What a TZID means to an event of some years; null when nobody can tell. */
  readonly clockFor: (timeZoneId: string, years: Years) => Clock | null;
}

/**
 * Reads the zones of a file. The definition in the file has the last word, save where the zone bears
 * a name of the IANA database, of which this machine knows more than any file. A zone by another
 * name is taken for the known one whose clocks go the same way in the years of the event.
 */
export function readFileZones(
  components: readonly Component[],
  calendarZone: string,
  machineZone: string,
): FileZones {
  const definitions = new Map<string, ZoneDefinition>();
  for (const component of components) {
    const definition = readZone(component);
    if (definition !== null && !definitions.has(definition.name))
      definitions.set(definition.name, definition);
  }
  const usual = clockOf(zoneOfName(calendarZone) ?? machineZone);
  const known = new Map<string, Clock | null>();
  const clockFor = (timeZoneId: string, years: Years): Clock | null => {
    const key = `${timeZoneId} ${String(years.from)} ${String(years.to)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const definition = isIanaName(timeZoneId) ? undefined : definitions.get(timeZoneId);
    const zone = zoneOfName(timeZoneId);
    const made =
      definition === undefined
        ? zone === null
          ? null
          : clockOf(zone)
        : definedAs(definition, { named: zone, usual: usual.zone ?? machineZone }, years);
    known.set(key, made);
    return made;
  };
  return { usual, clockFor };
}

function definedAs(
  definition: ZoneDefinition,
  { named, usual }: { readonly named: string | null; readonly usual: string },
  years: Years,
): Clock {
  const samples = samplesOf(definition, years, minuteMilliseconds);
  if (named !== null && hasOffsets(named, samples)) return clockOf(named);
  const [first] = samples;
  const isSteady = samples.every(({ offsetMinutes }) => offsetMinutes === first?.offsetMinutes);
  if (isSteady && first !== undefined)
    return clockOf(first.offsetMinutes === 0 ? 'UTC' : offsetText(first.offsetMinutes), true);
  const candidates = [zoneOfName(definition.location), usual, ...zonesByUse()];
  // Some programs get the hour of a change wrong, never its day.
  const byDay = samplesOf(definition, years, dayMilliseconds);
  const same =
    candidates.find((zone) => zone !== null && hasOffsets(zone, samples)) ??
    candidates.find((zone) => zone !== null && hasOffsets(zone, byDay));
  return same ? clockOf(same, true) : definedClock(definition, years.from - 1, years.to + 1);
}

interface OffsetSample {
  readonly epoch: number;
  readonly offsetMinutes: number;
}

const minuteMilliseconds = 60_000;
const dayMilliseconds = 24 * 60 * 60_000;

/** The offsets just before and after the changes of the clocks, and in each half of every month. */
function samplesOf(
  definition: ZoneDefinition,
  { from, to }: Years,
  marginMilliseconds: number,
): readonly OffsetSample[] {
  const changes = definition.changesBetween(from, to);
  const [start, end] = [Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1)];
  const ofMonths = Array.from({ length: (to - from + 1) * 24 }, (_, half) =>
    Date.UTC(from, Math.floor(half / 2), half % 2 === 0 ? 1 : 16),
  );
  return [
    ...changes.flatMap(({ at }) => [at - marginMilliseconds, at + marginMilliseconds]),
    ...ofMonths,
  ]
    .filter((epoch) => epoch >= start && epoch < end)
    .map((epoch) => ({
      epoch,
      offsetMinutes: offsetAt(changes, epoch, definition.firstOffsetMinutes),
    }));
}

function hasOffsets(zone: string, samples: readonly OffsetSample[]): boolean {
  return samples.every(({ epoch, offsetMinutes }) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
    return zoned.offsetNanoseconds === offsetMinutes * 60_000_000_000;
  });
}

/** The zones that most people live in come first. */
function zonesByUse(): readonly string[] {
  const main = WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001');
  const all = [...main.flatMap(({ iana }) => [...iana]), ...Intl.supportedValuesOf('timeZone')];
  return [...new Set<string>(all)].filter(isTimeZone);
}
