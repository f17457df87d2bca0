import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { CaptureDesk } from '../capture/capture-desk.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Clock } from '../platform/clock.ts';
import type { WindowPage } from '../windows/window-page.ts';

export interface AppServiceParts {
  readonly version: string;
  /** In words, such as "Electron 45.4.1". */
  readonly runtime: string;
  readonly dataFolder: string;
  /** BCP 47. */
  readonly locale: string;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  readonly captures: Pick<CaptureDesk, 'shown'>;
  readonly page: Pick<WindowPage, 'answerMayGo'>;
  /** Opens a link outside; says whether it was one that may be opened. */
  readonly openLink: (url: string) => Promise<boolean>;
  readonly report: (problem: unknown) => void;
}

export function createAppService(parts: AppServiceParts): HandlersOf<'app'> {
  const { version, runtime, dataFolder, locale, clock, notices, captures } = parts;
  return {
    'app.read': async () =>
      success({
        version,
        runtime,
        dataFolder,
        locale,
        timeZone: clock.timeZone(),
        notices: notices.list(),
        capture: await captures.shown(),
      }),
    'app.rest': ({ mayGo }) => {
      parts.page.answerMayGo(mayGo);
      return Promise.resolve(success(null));
    },
    'app.dismissNotice': ({ noticeId }) => {
      notices.dismiss(noticeId);
      return Promise.resolve(success(null));
    },
    'app.openLink': async ({ url }) => {
      try {
        const isOpened = await parts.openLink(url);
        return isOpened ? success(null) : failure('refused', m.main_link_refused());
      } catch (error) {
        parts.report(error);
        return failure('unavailable', m.main_link_failed());
      }
    },
  };
}
