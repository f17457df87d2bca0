import * as v from 'valibot';

/** The keys that may capture a thought from anywhere: Electron's accelerators, rare in other programs. */
export const captureKeys = [
  'Control+Alt+Space',
  'Control+Shift+Space',
  'Control+Alt+N',
  'Control+Alt+T',
] as const;

export const captureKeysField = v.picklist(captureKeys);

export type CaptureKeys = v.InferOutput<typeof captureKeysField>;
