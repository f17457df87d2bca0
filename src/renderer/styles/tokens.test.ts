import { describe, expect, test } from 'vitest';
import tokens from './tokens.css?raw';

// What may stand on what, by the names of the tokens, in every theme. axe sees words alone, and only on
// screens that a journey opens.

type Palette = ReadonlyMap<string, string>;

/** The colours that the rules of one selector set, those that media queries change left out. */
function coloursOf(selector: string): Palette {
  const [plain = ''] = tokens.replaceAll(/\/\*[^]*?\*\//g, '').split('@media');
  const bodies = [...plain.matchAll(/([^{}]+)\{([^}]*)\}/g)].filter(
    ([, name]) => name?.trim() === selector,
  );
  const settings = bodies.flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+): ([^;]+);/g)]);
  return new Map(settings.map(([, name = '', value = '']) => [name, value]));
}

const side = (palette: Palette, place: 1 | 2): Palette =>
  new Map(
    [...palette].map(([name, value]) => [
      name,
      /^light-dark\((.+), (.+)\)$/.exec(value)?.[place] ?? value,
    ]),
  );

const root = coloursOf(':root');
const themes: readonly (readonly [string, Palette])[] = [
  ['light', side(root, 1)],
  ['dark', side(root, 2)],
  ['sepia', new Map([...side(root, 1), ...coloursOf(":root[data-theme='sepia']")])],
  ['contrast', new Map([...side(root, 2), ...coloursOf(":root[data-theme='contrast']")])],
];

/** Relative luminance, as WCAG 2 has it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const value = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((name) => {
      const colour = palette.get(name) ?? '';
      expect(colour, `--${name}`).toMatch(/^#[\da-f]{6}$/);
      return luminance(colour);
    })
    .toSorted((less, more) => less - more);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'sunken'];
const softGrounds = ['accent-soft', 'danger-soft', 'warning-soft'];

/** What is read: 4.5 to 1. What is an edge or a ring: 3 to 1. */
const rules: readonly (readonly [least: number, front: string, backs: readonly string[]])[] = [
  [4.5, 'ink', [...grounds, ...softGrounds]],
  [4.5, 'ink-soft', [...grounds, ...softGrounds]],
  ...['accent', 'danger', 'warning', 'good'].map((name) => [4.5, name, grounds] as const),
  [4.5, 'accent-ink', ['accent', 'accent-strong']],
  [4.5, 'accent-soft-ink', ['accent-soft']],
  [4.5, 'danger', ['danger-soft']],
  [4.5, 'warning', ['warning-soft']],
  [4.5, 'hero-ink', ['hero']],
  [4.5, 'hero-ink-soft', ['hero']],
  [3, 'line-strong', grounds],
  [3, 'focus', [...grounds, ...softGrounds]],
  [3, 'hero-focus', ['hero']],
];

describe.each(themes)('in the theme %s', (_, palette) => {
  test.each(rules)('%f to 1 at least: %s on %j', (least, front, backs) => {
    for (const back of backs)
      expect(contrast(palette, front, back), back).toBeGreaterThanOrEqual(least);
  });
});
