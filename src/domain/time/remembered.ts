/** So many answers are kept; all of them go when there are more, which is seldom. */
const mostKept = 10_000;

/**
 * A function of two texts whose answer never changes, with its answers kept: a list works out the
 * same dates again each time it is opened, and Temporal takes its time. What it throws is not kept.
 */
export function remembered(
  compute: (text: string, other: string) => string,
): (text: string, other: string) => string {
  const known = new Map<string, string>();
  return (text, other) => {
    const key = `${text} ${other}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const computed = compute(text, other);
    if (known.size >= mostKept) known.clear();
    known.set(key, computed);
    return computed;
  };
}
