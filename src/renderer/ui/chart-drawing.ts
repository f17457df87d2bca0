/** A chart on a canvas. */
export interface ChartDrawing<Figures> {
  /** Draws these figures, in the colours of the theme of now. */
  readonly show: (figures: Figures) => void;
  readonly end: () => void;
}

/** A token as a canvas understands it: light or dark is chosen, as for any colour on the page. */
export function colorOf(canvas: HTMLElement, token: string): string {
  // An element that was there before could be on its way from its old colour to the new one.
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  canvas.after(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The size and face of a chart's words, as text zoom has them. */
export function fontOf(element: HTMLElement): { family: string; size: number } {
  const { fontFamily } = getComputedStyle(element);
  const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { family: fontFamily, size: rootSize * 0.75 };
}
