/** In any writing so many fit into the 255 bytes that most file systems give a name. */
const mostSigns = 50;

/**
 * What a shared file is called at first: "1-1 Sam Okafor 2026-11-23.md", in signs that every file system takes.
 * @param date a calendar date; null while the 1:1 has none
 */
export function shareFileName(personName: string, date: string | null, ending: string): string {
  const name = personName
    .replaceAll(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const parts = ['1-1', Array.from(name).slice(0, mostSigns).join(''), date ?? ''].filter(
    (part) => part !== '',
  );
  return `${parts.join(' ')}.${ending}`;
}
