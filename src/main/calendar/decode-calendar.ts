/**
 * The text of a calendar file. Calendars are written in UTF-8; old programs write UTF-16, or Latin
 * letters in one byte each, which is what remains when it is not UTF-8. Calendars that were put
 * together of several may hold both.
 * @param charset what a server says of it; null when nobody says anything
 */
export function decodeCalendar(bytes: Uint8Array, charset: string | null): string {
  const wide = wideEncodingOf(bytes);
  // One that says so itself is wide, whatever has become of some of its letters.
  if (wide !== null && hasWideMark(bytes)) return new TextDecoder(wide).decode(pairsOf(bytes));
  return (
    (wide === null ? null : decodeAs(bytes, wide)) ??
    decodeAs(bytes, 'utf-8') ??
    decodeAs(withWholeLetters(bytes), 'utf-8') ??
    (charset === null ? null : decodeAs(bytes, charset)) ??
    decodeLineByLine(withWholeLetters(bytes))
  );
}

const [tab, newLine, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20];

/**
 * Without the folds within a letter: simple programs fold a line after so many bytes, wherever that
 * is (RFC 5545, 3.1).
 */
function withWholeLetters(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1 + foldWithinLetter(bytes, at)) {
    whole[length] = bytes[at] ?? 0;
    length += 1;
  }
  return whole.subarray(0, length);
}

/** How many bytes of a fold follow on this one; none where what comes next begins a letter. */
function foldWithinLetter(bytes: Uint8Array, at: number): number {
  const end = at + (bytes[at + 1] === carriageReturn ? 2 : 1);
  const indent = bytes[end + 1];
  if (bytes[end] !== newLine || (indent !== space && indent !== tab)) return 0;
  const next = bytes[end + 2] ?? 0;
  const isInsideLetter = (next & 0xc0) === 0x80;
  return isInsideLetter ? end + 1 - at : 0;
}

/** Each line by itself: in UTF-8 where it is, else in Latin letters of one byte each. */
function decodeLineByLine(bytes: Uint8Array): string {
  const latin = new TextDecoder('windows-1252');
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(newLine, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1);
    lines.push(decodeAs(line, 'utf-8') ?? latin.decode(line));
    from += line.length;
  }
  return lines.join('');
}

/** Half a letter at the end is none. */
const pairsOf = (bytes: Uint8Array): Uint8Array =>
  bytes.subarray(0, bytes.length - (bytes.length % 2));

const hasWideMark = ([first = 0, second = 0]: Uint8Array): boolean =>
  Math.min(first, second) === 0xfe && Math.max(first, second) === 0xff;

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
