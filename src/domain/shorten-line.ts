/**
 * A text for one line: without line breaks, cut at the end of a word where it is too long.
 * @param longest in characters, the sign that something is missing included
 */
export function shortenLine(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end === -1 ? cut.length : end)}…`;
}
