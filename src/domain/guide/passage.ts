import { shortenLine } from '../shorten-line.ts';

/** The longest passage that goes on an agenda, in characters: a row, not a page. */
export const longestPassage = 600;

/** A passage as it was selected, for one line. */
export const trimPassage = (selected: string): string => shortenLine(selected, longestPassage);

/** The words of a talking point that quotes a passage. */
export const quoted = (passage: string): string => `“${trimPassage(passage)}”`;
