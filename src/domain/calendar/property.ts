import ICAL from 'ical.js';
import * as v from 'valibot';
import type { ContentLine } from './content-lines.ts';

/** A property that has been read. */
export interface Property {
  readonly name: string;
  /** The type of its values, in small letters: text, date, date-time, period, duration and so on. */
  readonly type: string;
  readonly timeZoneId: string | null;
  /** By their names in small letters. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Its values; a period is two, joined by a slash. */
  readonly values: readonly string[];
}

/** How RFC 7265 writes a property. */
const propertySchema = v.pipe(
  v.tupleWithRest([v.string(), v.record(v.string(), v.unknown()), v.string()], v.unknown()),
  v.transform(([name, parameters, type, ...values]): Property => {
    const texts = new Map(
      Object.entries(parameters).flatMap(([key, value]) =>
        typeof value === 'string' ? [[key, value] as const] : [],
      ),
    );
    return {
      ...{ name: name.toUpperCase(), type, parameters: texts },
      timeZoneId: texts.get('tzid') ?? null,
      values: values.map((value) => (Array.isArray(value) ? value.join('/') : String(value))),
    };
  }),
);

/** Reads one line; null when it is no property. */
export function readProperty({ text }: ContentLine): Property | null {
  try {
    const read: unknown = ICAL.Property.fromString(asMeant(text)).jCal;
    const parsed = v.safeParse(propertySchema, read);
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

const longestWithZone = 1000;

/** A colon in a zone's name ends the parameters unless it is quoted, and some programs forget to. */
function asMeant(text: string): string {
  if (text.length > longestWithZone) return text;
  const found = /^([A-Z-]+;(?:[^"]*;)?TZID=)([^":;]*(?::[^":;]*)*)(:[^":;]*)$/i.exec(text);
  if (found === null) return text;
  const [, before = '', zone = '', value = ''] = found;
  return zone.includes(':') ? `${before}"${zone}"${value}` : text;
}

/** The text behind the name and parameters of a property whose value has no form of its own. */
export function plainValue({ text }: ContentLine): string {
  const at = text.indexOf(':');
  return at === -1 ? '' : text.slice(at + 1).trim();
}
