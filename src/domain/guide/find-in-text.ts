/** A stretch of a text: from the first character to behind the last one. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text as it is compared, and where in the original each of its characters came from. */
interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

/**
 * Every place where a text holds what was typed, from the beginning, none overlapping another. Case,
 * accents, and which kind of white space or quotation mark do not matter; a line break ends a stretch.
 */
export function findInText(text: string, typed: string): readonly Stretch[] {
  const wanted = fold(typed.trim()).text;
  if (wanted === '') return [];
  const { text: searched, places } = fold(text);
  const found: Stretch[] = [];
  for (let at = searched.indexOf(wanted); at !== -1;) {
    const last = at + wanted.length;
    found.push({ start: places[at] ?? 0, end: places[last] ?? text.length });
    at = searched.indexOf(wanted, last);
  }
  return found;
}

function fold(text: string): Folded {
  const parts: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    parts.push(folded);
    places.push(...new Array<number>(folded.length).fill(place));
    place += character.length;
  }
  return { text: parts.join(''), places };
}

function foldCharacter(character: string): string {
  if (character === '\n') return character;
  // Most are of these, which nothing but their case tells apart.
  if (/[!-~]/.test(character)) return character.toLowerCase();
  if (/\s/.test(character)) return ' ';
  if (/[‘’]/.test(character)) return "'";
  if (/[“”]/.test(character)) return '"';
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
