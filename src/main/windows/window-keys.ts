/** What Electron says of a key that is pressed, before the page hears of it. */
export interface PressedKey {
  readonly type: string;
  readonly key: string;
  readonly isComposing: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

export type WindowKey = 'larger' | 'smaller' | 'usual-size' | 'close';

const meanings: Readonly<Record<string, WindowKey>> = {
  '+': 'larger',
  // The same key without Shift, where that makes the plus.
  '=': 'larger',
  '-': 'smaller',
  _: 'smaller',
  '0': 'usual-size',
  w: 'close',
};

/** What a key asks of the window, as in a browser; null for one that is the page's. */
export function windowKeyOf(
  { type, key, isComposing, control, alt, meta }: PressedKey,
  platform: NodeJS.Platform,
): WindowKey | null {
  const [command, other] = platform === 'darwin' ? [meta, control] : [control, meta];
  if (type !== 'keyDown' || isComposing || !command || other || alt) return null;
  const meaning = meanings[key.toLowerCase()] ?? null;
  // On macOS the menu bar has it.
  return meaning === 'close' && platform === 'darwin' ? null : meaning;
}

/** In percent, as browsers have them; the window is laid out for all of these. */
const sizes = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** The next size of all that a window shows, as a factor; at either end it stays. */
export function nextZoom(factor: number, way: 'larger' | 'smaller'): number {
  const percent = Math.round(factor * 100);
  const next =
    way === 'larger'
      ? sizes.find((size) => size > percent)
      : sizes.findLast((size) => size < percent);
  return (next ?? percent) / 100;
}

/** What of webContents has keys. */
interface KeyedContents {
  on(
    event: 'before-input-event',
    listener: (event: { preventDefault(): void }, input: PressedKey) => void,
  ): unknown;
  on(event: 'zoom-changed', listener: (event: unknown, way: 'in' | 'out') => void): unknown;
  getZoomFactor(): number;
  setZoomFactor(factor: number): void;
}

export interface WindowKeysParts {
  readonly contents: KeyedContents;
  readonly platform: NodeJS.Platform;
  readonly close: () => void;
}

/**
 * Electron has these keys in its menu alone, and takes no notice of the wheel; our window has no
 * menu. Chromium remembers the size for as long as its profile lives.
 */
export function registerWindowKeys({ contents, platform, close }: WindowKeysParts): void {
  const zoom = (way: 'larger' | 'smaller'): void => {
    contents.setZoomFactor(nextZoom(contents.getZoomFactor(), way));
  };
  contents.on('before-input-event', (event, input) => {
    const key = windowKeyOf(input, platform);
    if (key === null) return;
    event.preventDefault();
    if (key === 'close') close();
    else if (key === 'usual-size') contents.setZoomFactor(1);
    else zoom(key);
  });
  contents.on('zoom-changed', (_event, way) => {
    zoom(way === 'in' ? 'larger' : 'smaller');
  });
}
