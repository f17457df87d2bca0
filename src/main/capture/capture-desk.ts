import { join } from 'node:path';
import type { CaptureDraft, Captures } from '../../domain/capture/drafts.ts';
import {
  addCapture,
  capturesSchema,
  closeCapture,
  finishCapture,
  keepCapture,
  noCaptures,
  openCapture,
  shownCapture,
} from '../../domain/capture/drafts.ts';
import type { NewId } from '../platform/ids.ts';
import { Listeners } from '../platform/listeners.ts';
import { createLocalFile } from '../platform/local-file.ts';

/** The thoughts that are on their way to an agenda; what is kept survives a crash. */
export interface CaptureDesk {
  /** What the dialog asks for; null while there is none. */
  readonly shown: () => Promise<CaptureDraft | null>;
  readonly open: () => Promise<void>;
  /** Asks for one that came from elsewhere. */
  readonly add: (draft: Omit<CaptureDraft, 'id'>) => Promise<void>;
  readonly keep: (id: string, typed: Pick<CaptureDraft, 'text' | 'personId'>) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly finish: (id: string) => Promise<void>;
  /** Called when the dialog comes, goes or asks for another one; the answer unsubscribes. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface CaptureDeskParts {
  /** What belongs to this computer lies there. */
  readonly folder: string;
  readonly newId: NewId;
  readonly report: (problem: unknown) => void;
}

export function createCaptureDesk({ folder, newId, report }: CaptureDeskParts): CaptureDesk {
  const path = join(folder, 'captures.json');
  const schema = capturesSchema;
  const file = createLocalFile({ path, schema, initial: noCaptures, newId, report });
  const changes = new Listeners<void>();
  const change = async (how: (captures: Captures) => Captures): Promise<void> => {
    await file.change(how);
    changes.tell();
  };
  return {
    shown: async () => shownCapture(await file.read()),
    open: () => change((captures) => openCapture(captures, newId)),
    add: (draft) => change((captures) => addCapture(captures, { id: newId(), ...draft })),
    // The dialog has what it keeps: nobody needs to read it again.
    keep: async (id, typed) => {
      await file.change((captures) => keepCapture(captures, id, typed));
    },
    close: () => change(closeCapture),
    finish: (id) => change((captures) => finishCapture(captures, id)),
    onChange: (listener) => changes.add(listener),
  };
}
