const target = String.raw`(?:<([^<>\n]{1,1000})>|((?:[^()\s<]|\([^()\s]*\))+))`;
const inText = new RegExp(String.raw`\]\([ \t]*${target}`, 'g');
const defined = new RegExp(String.raw`^ {0,3}\[[^\]\n]{1,500}\]:[ \t]*${target}`, 'gm');

/**
 * The addresses of links and pictures in a Markdown text, as they are written. May name some that
 * stand in code: for finding out what a text may need, in one pass, whatever is in it.
 */
export function addressesIn(text: string): readonly string[] {
  const found = [...text.matchAll(inText), ...text.matchAll(defined)];
  return [...new Set(found.map(([, bracketed, plain]) => bracketed ?? plain ?? ''))];
}
