/** Moves the focus to the screen's heading: for when the control that had it has gone. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
}
