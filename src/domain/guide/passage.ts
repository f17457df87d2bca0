/** The longest passage that goes on an agenda, in characters: a row, not a page. */
export const longestPassage = 600;

/**
 * A passage as it was selected, for one line: without line breaks, cut at the end of a word where it
 * is too long.
 */
export function trimPassage(selected: string): string {
  const line = selected.replace(/\s+/g, ' ').trim();
  if (line.length <= longestPassage) return line;
  const cut = line.slice(0, longestPassage - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end === -1 ? cut.length : end)}…`;
}

/** The words of a talking point that quotes a passage. */
export const quoted = (passage: string): string => `“${trimPassage(passage)}”`;
