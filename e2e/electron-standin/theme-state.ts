/** What pages are told of the desktop's colours; light until the app says otherwise. */
const state = { isDark: false };

/** Sets it; the caller tells the pages. */
export function setColorScheme(isDark: boolean): void {
  state.isDark = isDark;
}

/** The scheme in the form in which a page's emulated media want it. */
export function currentColorScheme(): { name: string; value: string }[] {
  return [{ name: 'prefers-color-scheme', value: state.isDark ? 'dark' : 'light' }];
}
