import type { GlobalShortcut } from 'electron';
import * as v from 'valibot';
import { join } from 'node:path';
import type { CaptureKeys } from '../../domain/capture/keys.ts';
import { captureKeysField } from '../../domain/capture/keys.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { NewId } from '../platform/ids.ts';
import { createLocalFile } from '../platform/local-file.ts';

/** The keys that capture a thought from anywhere. They belong to this computer, not to the data. */
export interface CaptureShortcut {
  /** Takes the keys that were chosen, when the app starts; the sentence says why it could not. */
  readonly start: () => Promise<string | null>;
  /** Those that are taken now; null for none. */
  readonly keys: () => CaptureKeys | null;
  readonly choose: (keys: CaptureKeys | null) => Promise<Result<null>>;
  readonly stop: () => void;
}

export interface CaptureShortcutParts {
  readonly shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly folder: string;
  readonly newId: NewId;
  readonly capture: () => void;
  readonly report: (problem: unknown) => void;
}

const schema = v.strictObject({
  version: v.literal(1),
  captureKeys: v.nullable(captureKeysField),
});
const initial: v.InferOutput<typeof schema> = { version: 1, captureKeys: null };

export function createCaptureShortcut(parts: CaptureShortcutParts): CaptureShortcut {
  const { shortcuts, folder, newId, capture, report } = parts;
  const path = join(folder, 'shortcuts.json');
  const file = createLocalFile({ path, schema, initial, newId, report });
  let taken: CaptureKeys | null = null;
  const letGo = (): void => {
    if (taken !== null) shortcuts.unregister(taken);
    taken = null;
  };
  /** Keeps those that were taken before when the new ones cannot be had. */
  const take = (keys: CaptureKeys): string | null => {
    if (keys === taken) return null;
    if (!isRegistered(shortcuts, keys, capture))
      return m.desk_shortcut_failed({ shortcut: keys.replaceAll('Control', 'Ctrl') });
    letGo();
    taken = keys;
    return null;
  };
  return {
    start: async () => {
      const { captureKeys } = await file.read();
      return captureKeys === null ? null : take(captureKeys);
    },
    keys: () => taken,
    choose: async (captureKeys) => {
      if (captureKeys === null) letGo();
      const problem = captureKeys === null ? null : take(captureKeys);
      if (problem !== null) return failure('unavailable', problem);
      await file.change((before) => ({ ...before, captureKeys }));
      return success(null);
    },
    stop: letGo,
  };
}

/** Registering says by false, and on some systems by an error, that the keys cannot be had. */
function isRegistered(
  shortcuts: CaptureShortcutParts['shortcuts'],
  keys: CaptureKeys,
  capture: () => void,
): boolean {
  try {
    return shortcuts.register(keys, capture);
  } catch {
    return false;
  }
}
