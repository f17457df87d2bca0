import { isTimeZone } from '../../../domain/time/zones.ts';

/** Every zone to choose from, the machine's own among them, by the alphabet. */
export function knownZones(machineZone: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', machineZone])].toSorted();
}

/**
 * The zone that somebody meant by what they typed: its name in any case, or the end of it, such as
 * "new york". Null when there is none, or more than one.
 */
export function zoneMeant(text: string, zones: readonly string[]): string | null {
  const wanted = text.trim().replaceAll(/\s+/g, '_').toLowerCase();
  if (wanted === '') return null;
  const whole = zones.find((zone) => zone.toLowerCase() === wanted);
  if (whole !== undefined) return whole;
  const [city, another] = zones.filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (city !== undefined) return another === undefined ? city : null;
  // Names that are known but not listed, such as the newer spelling of an old one.
  return wanted.includes('/') && isTimeZone(text.trim()) ? text.trim() : null;
}
