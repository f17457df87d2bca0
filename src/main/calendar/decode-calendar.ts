/**
 * The text of a calendar file. Calendars are written in UTF-8; old programs write UTF-16, or Latin
 * letters in one byte each, which is what remains when it is not UTF-8.
 * @param charset what a server says of it; null when nobody says anything
 */
export function decodeCalendar(bytes: Uint8Array, charset: string | null): string {
  for (const encoding of [wideEncodingOf(bytes), 'utf-8', charset]) {
    const text = encoding === null ? null : decodeAs(bytes, encoding);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Every file begins with a letter of ASCII, of which one of two bytes is nought, or with a mark. */
function wideEncodingOf([first, second]: Uint8Array): string | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
