/** In any writing so many fit into the 255 bytes that most file systems give a name. */
const mostSigns = 50;

/** As much of a name as a file's name has room for, in signs that every file system takes. */
function asFileName(name: string): string {
  const taken = name
    .replaceAll(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return Array.from(taken).slice(0, mostSigns).join('');
}

/**
 * What a shared file is called at first: "1-1 Sam Okafor 2026-11-23.md".
 * @param date a calendar date; null while the 1:1 has none
 */
export function shareFileName(personName: string, date: string | null, ending: string): string {
  const parts = ['1-1', asFileName(personName), date ?? ''].filter((part) => part !== '');
  return `${parts.join(' ')}.${ending}`;
}

/**
 * What the file with all on somebody is called at first: "Sam Okafor, everything kept, 2026-11-23.md".
 * @param what words of the app
 * @param date a calendar date
 */
export function keptFileName(personName: string, what: string, date: string): string {
  const parts = [asFileName(personName), what, date].filter((part) => part !== '');
  return `${parts.join(', ')}.md`;
}
