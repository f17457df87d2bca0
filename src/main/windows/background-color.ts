import type { Theme } from '../../domain/documents/settings.ts';

/** What a window shows before its page has drawn: the page's own ground, so that nothing flashes. */
const grounds = { light: '#faf9f6', dark: '#101718', contrast: '#000000' } as const;

/** @param isSystemDark whether the desktop's own surfaces are dark */
export function backgroundColor(theme: Theme, isSystemDark: boolean): string {
  if (theme === 'system') return isSystemDark ? grounds.dark : grounds.light;
  return grounds[theme];
}
