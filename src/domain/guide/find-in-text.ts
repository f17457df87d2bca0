/** A stretch of a text: from the first character to behind the last one. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text as it is compared, and where in the original each of its characters came from. */
export interface FoldedText {
  readonly text: string;
  readonly places: readonly number[];
  /** How long the original is. */
  readonly length: number;
}

/**
 * Every place where a text holds what was typed, from the beginning, none overlapping another. Case,
 * accents, and which kind of white space or quotation mark do not matter; a line break ends a stretch.
 */
export const findInText = (text: string, typed: string): readonly Stretch[] => [
  ...stretchesIn(foldText(text), typed),
];

/** The same in a text that was folded before, one stretch after the other as they are asked for. */
export function* stretchesIn(
  { text, places, length }: FoldedText,
  typed: string,
): Generator<Stretch, undefined> {
  const wanted = foldText(typed.trim()).text;
  if (wanted === '') return;
  for (let at = text.indexOf(wanted); at !== -1;) {
    const last = at + wanted.length;
    yield { start: places[at] ?? 0, end: places[last] ?? length };
    at = text.indexOf(wanted, last);
  }
}

/** Makes a text ready to be searched, once for however many searches. */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    parts.push(folded);
    for (let count = folded.length; count > 0; count -= 1) places.push(place);
    place += character.length;
  }
  return { text: parts.join(''), places, length: text.length };
}

function foldCharacter(character: string): string {
  // Most characters are plain, and to ask them all the questions below takes ten times as long.
  if (character > ' ' && character <= '~') return character.toLowerCase();
  if (character === '\n') return character;
  if (/\s/.test(character)) return ' ';
  if (/[‘’]/.test(character)) return "'";
  if (/[“”]/.test(character)) return '"';
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
