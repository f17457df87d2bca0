/** Where a line stands in a text, from its first character to behind its last. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** @param line counted from 1; one beyond the end is the last */
export function lineRange(text: string, line: number): LineRange {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}
