import { findIana, IANA_ALIAS_MAP, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { isTimeZone } from '../time/zones.ts';
import { zoneOfCities } from './zone-cities.ts';

/**
 * The IANA zone that the name of a zone in a calendar stands for: one itself, at the end of a path,
 * or by a name that Windows has for it; or an offset that is the whole of the name. Null when the
 * name alone does not tell.
 */
export function zoneOfName(name: string): string | null {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const plain = name.trim().replace(/^(["'])(.*)\1$/, '$2');
  const zone = ianaZone(plain) ?? zoneOfPath(plain) ?? zoneOfWindows(plain) ?? zoneOfOffset(plain);
  if (knownNames.size < maximumKnownNames) knownNames.set(name, zone);
  return zone;
}

/** Finding out takes long, and a calendar names the same few zones again and again. */
const knownNames = new Map<string, string | null>();
const maximumKnownNames = 1000;

/** Whether a name is one of the IANA database's, alone or at the end of a path. */
export function isIanaName(name: string): boolean {
  return (ianaZone(name.trim()) ?? zoneOfPath(name.trim())) !== null;
}

/** Every name of the IANA database by how it is written in small letters. */
const ianaNames = new Map(
  IANA_ALIAS_MAP.flatMap(({ alias }) => alias.map((name) => [name.toLowerCase(), name] as const)),
);

function ianaZone(name: string): string | null {
  if (/^(?:utc|gmt|z|zulu|coordinated universal time)$/i.test(name)) return 'UTC';
  // An abbreviation such as BST is none of them, though the engine takes it for one.
  const known = ianaNames.get(name.toLowerCase());
  if (known !== undefined && isTimeZone(known)) return known;
  return /^[A-Za-z_]+\/[\w+/-]+$/.test(name) && isTimeZone(name) ? name : null;
}

/** A name such as /freeassociation.sourceforge.net/Tzfile/Europe/Berlin. */
function zoneOfPath(name: string): string | null {
  const steps = name.split('/').filter((step) => step !== '');
  for (let from = 1; from < steps.length; from += 1) {
    const zone = ianaZone(steps.slice(from).join('/'));
    if (zone !== null) return zone;
  }
  return null;
}

/** The name of each zone of Windows by how it is written in small letters. */
const windowsNames = new Map(
  WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName] as const),
);

/**
 * A name such as "W. Europe Standard Time". Outlook adds a number to one that it has changed, and
 * calls it by the summer's name or by what it shows at times.
 */
function zoneOfWindows(name: string): string | null {
  const plain = name
    .replace(/\s+\d+$/, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^\((?:UTC|GMT)[^)]*\) /i, '');
  const standard = plain.replace(/(?: standard| daylight| summer)? time(?: \(.*\))?$/i, '');
  for (const tried of [plain, `${standard} Standard Time`]) {
    const windowsName = windowsNames.get(tried.toLowerCase());
    const zone = windowsName === undefined ? undefined : findIana(windowsName)[0];
    if (zone !== undefined) return ianaZone(zone);
  }
  return zoneOfCities(name, ianaNames);
}

/** A name such as GMT+0100 or UTC-05:30, which says all there is. */
function zoneOfOffset(name: string): string | null {
  const found = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?:[:.]?(\d{2}))?$/i.exec(name);
  if (found === null) return null;
  const [, sign = '+', hours = '', minutes = '00'] = found;
  const zone = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return isTimeZone(zone) ? zone : null;
}
