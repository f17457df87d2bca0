/** Whether a text has every word that was typed, or the beginning of a part of it, in any order. */
export function hasAllWords(text: string, typed: string): boolean {
  const plainText = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => plainText.includes(word));
}

/** As people compare texts: without case and accents, whichever apostrophe was typed. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .trim();
