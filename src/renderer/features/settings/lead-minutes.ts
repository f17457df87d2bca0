const mostLeads = 5;
const longestLeadMinutes = 1440;

/**
 * Reads lead times as typed, such as "10, 2": whole minutes, longest first, each once.
 * @returns null when something else stands there; empty for none
 */
export function readLeads(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const minutes = [...new Set(parts.map(Number))].toSorted((one, other) => other - one);
  const isSound = minutes.length <= mostLeads && minutes.every((one) => one <= longestLeadMinutes);
  return isSound ? minutes : null;
}

/** Lead times as `readLeads` reads them. */
export const writeLeads = (minutes: readonly number[]): string => minutes.join(', ');

/** Reads one number of minutes of up to a day; null when something else stands there. */
export function readMinutes(text: string): number | null {
  const [minutes, ...others] = readLeads(text) ?? [];
  return minutes === undefined || others.length > 0 ? null : minutes;
}
