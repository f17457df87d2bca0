import { isTimeZone } from '../time/zones.ts';

/**
 * The zone of a name as Windows shows it, such as "(GMT+01.00) Sarajevo/Skopje/Warsaw": that of the
 * first city that is an IANA zone with this offset in one half of the year.
 * @param ianaNames by how they are written in small letters
 */
export function zoneOfCities(name: string, ianaNames: ReadonlyMap<string, string>): string | null {
  const found = /^\(\s*(?:UTC|GMT)\s*(?:([+-])(\d{1,2})[:.](\d{2}))?\s*\)\s*(.+)$/i.exec(name);
  if (found === null) return null;
  const [, sign = '+', hours = '0', minutes = '0', cities = ''] = found;
  const size = Number(hours) * 60 + Number(minutes);
  const offsetMinutes = sign === '-' ? -size : size;
  for (const city of cities.split(/[,/]/)) {
    const ending = `/${city.trim().toLowerCase().replaceAll(' ', '_')}`;
    const zone = [...ianaNames].find(([known]) => known.endsWith(ending))?.[1];
    if (zone !== undefined && hasOffset(zone, offsetMinutes)) return zone;
  }
  return null;
}

const halvesOfAYear = ['2024-01-15T12:00:00Z', '2024-07-15T12:00:00Z'];

function hasOffset(zone: string, offsetMinutes: number): boolean {
  if (!isTimeZone(zone)) return false;
  return halvesOfAYear.some((instant) => {
    const { offsetNanoseconds } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
    return offsetNanoseconds === offsetMinutes * 60_000_000_000;
  });
}
