import { success } from '../../ipc/result.ts';
import type { CaptureDesk } from '../capture/capture-desk.ts';
import type { CaptureParts } from '../capture/capture-point.ts';
import { capturePoint } from '../capture/capture-point.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import { undoable } from './acts.ts';

/** What captured thoughts are answered with. */
export type CaptureServiceParts = CaptureParts & { readonly captures: CaptureDesk };

export function createCaptureService(parts: CaptureServiceParts): HandlersOf<'capture'> {
  const { captures } = parts;
  return {
    'capture.open': async () => {
      await captures.open();
      return success(null);
    },
    'capture.keep': async ({ draftId, text, personId }) => {
      await captures.keep(draftId, { text, personId });
      return success(null);
    },
    'capture.close': async () => {
      await captures.close();
      return success(null);
    },
    'capture.save': async ({ draftId, text, personId }) => {
      const acted = await capturePoint(parts, { text, personId });
      // Only once it is on the agenda: until then it is nowhere else.
      if (acted.value.ok) await captures.finish(draftId);
      return undoable(acted);
    },
  };
}
