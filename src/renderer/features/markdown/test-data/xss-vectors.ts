import { htmlVectors } from './vectors-html.ts';
import { linkVectors } from './vectors-links.ts';
import { markdownVectors } from './vectors-markdown.ts';
import { mutationVectors } from './vectors-mutation.ts';

/** Texts by name. XSS stands for a call that tells, BEACON for an address, NUMBER for its number. */
export type VectorTexts = Readonly<Record<string, string>>;

/** A text that tries to run something, to fetch something, or to take what is the app's. */
export interface XssVector {
  readonly name: string;
  readonly number: number;
  readonly text: string;
}

const texts: VectorTexts = {
  ...htmlVectors,
  ...linkVectors,
  ...mutationVectors,
  ...markdownVectors,
};

/** Host of the addresses that vectors fetch; it exists nowhere. */
export const beaconHost = 'beacon.invalid';

/** All vectors: each calls `top.__xss(number)`, or fetches `https://beacon.invalid/number`. */
export const xssVectors: readonly XssVector[] = Object.entries(texts).map(([name, text], index) => {
  const number = index + 1;
  return {
    name,
    number,
    text: text
      .replaceAll('XSS', `top.__xss(${number})`)
      .replaceAll('BEACON', `https://${beaconHost}/${number}`)
      .replaceAll('NUMBER', String(number)),
  };
});
