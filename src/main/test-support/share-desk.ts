import type { ShareServiceParts } from '../services/share.ts';

/** A clipboard, a dialog and a page of their own, for what is shared in a test. */
export interface ShareDesk {
  /** What was copied last. */
  copied: string | null;
  /** What the user answers to the question where to save; null for thinking better of it. */
  savesAs: string | null;
  /** The name that the dialog offered last. */
  offeredName: string | null;
  /** Where the window is. */
  route: string | null;
  /** Where it goes while a PDF is made; null for nowhere. */
  goesTo: string | null;
  /** The routes that were printed. */
  readonly printed: (string | null)[];
  /** Makes every one of them fail. */
  isBroken: boolean;
  readonly parts: Pick<ShareServiceParts, 'page' | 'writeClipboard' | 'askWhereTo'>;
}

export function shareDesk(): ShareDesk {
  const guard = (): void => {
    if (desk.isBroken) throw new Error('Out of order.');
  };
  const desk: ShareDesk = {
    ...{
      copied: null,
      savesAs: null,
      offeredName: null,
      route: null,
      printed: [],
      goesTo: null,
      isBroken: false,
    },
    parts: {
      writeClipboard: (text) => {
        guard();
        desk.copied = text;
      },
      askWhereTo: (_title, fileName) => {
        desk.offeredName = fileName;
        return Promise.resolve(desk.savesAs);
      },
      page: {
        route: () => desk.route,
        toPdf: () => {
          guard();
          const shown = desk.route ?? '';
          desk.route = desk.goesTo ?? desk.route;
          return Promise.resolve(new TextEncoder().encode(`%PDF of ${shown}`));
        },
        print: () => {
          guard();
          desk.printed.push(desk.route);
          return Promise.resolve();
        },
      },
    },
  };
  return desk;
}
