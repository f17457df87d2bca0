import type { WebContents } from 'electron';

/** The page that the window shows, to be put on paper. */
export interface WindowPage {
  /** Its place, such as #/meetings/<id>/share; null without a window. */
  readonly route: () => string | null;
  readonly toPdf: () => Promise<Uint8Array>;
  /** Resolves when the user has printed, or has thought better of it. */
  readonly print: () => Promise<void>;
}

/** @param living the contents of the window, if there is one just now */
export function pageOf(living: () => WebContents | null): WindowPage {
  const contents = (): WebContents => {
    const known = living();
    if (known === null) throw new Error('There is no window to print.');
    return known;
  };
  return {
    route: () => {
      const known = living();
      return known === null ? null : new URL(known.getURL()).hash;
    },
    // Paper and margins are the page's own, by its print style.
    toPdf: async () => contents().printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true }),
    print: () =>
      new Promise((resolve, reject) => {
        contents().print({}, (hasPrinted, reason) => {
          if (hasPrinted || /cancel/i.test(reason)) resolve();
          else reject(new Error(`The page was not printed: ${reason}.`));
        });
      }),
  };
}
