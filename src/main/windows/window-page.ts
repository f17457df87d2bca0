import type { WebContents } from 'electron';
import { sendEvent } from '../ipc/events.ts';

/** The page that the window shows, to be put on paper, or asked whether it may be let go. */
export interface WindowPage {
  /** Its place, such as #/meetings/<id>/share; null without a window. */
  readonly route: () => string | null;
  readonly toPdf: () => Promise<Uint8Array>;
  /** Resolves when the user has printed, or has thought better of it. */
  readonly print: () => Promise<void>;
  /**
   * Whether the page can be let go, since all that was typed in it is saved. False without an
   * answer: a page that hangs may hold something.
   */
  readonly mayGo: () => Promise<boolean>;
  /** Takes the page's answer to that. */
  readonly answerMayGo: (mayGo: boolean) => void;
}

/** What of it is for paper. */
export type PaperPage = Pick<WindowPage, 'route' | 'toPdf' | 'print'>;

const answerMilliseconds = 5000;

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
      // A window that has shown nothing yet has no address.
      return known === null ? null : (URL.parse(known.getURL())?.hash ?? '');
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
    ...askingWhetherToGo(living),
  };
}

function askingWhetherToGo(
  living: () => WebContents | null,
): Pick<WindowPage, 'mayGo' | 'answerMayGo'> {
  let answer: (mayGo: boolean) => void = () => undefined;
  return {
    mayGo: () =>
      new Promise((resolve) => {
        const known = living();
        const deadline = setTimeout(resolve, known === null ? 0 : answerMilliseconds, false);
        answer = (mayGo) => {
          clearTimeout(deadline);
          resolve(mayGo);
        };
        if (known !== null) sendEvent(known, 'resting', null);
      }),
    answerMayGo: (mayGo) => {
      answer(mayGo);
    },
  };
}
