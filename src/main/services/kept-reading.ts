import type { DocumentKind } from '../../domain/documents/document.ts';
import type { Store } from '../store/store.ts';

/** Keeps what was read between beats, so that a minute that brings nothing new reads nothing. */
export interface KeptReading<T> {
  readonly read: () => Promise<T>;
  /** What was read may be something else by now, although nothing was written. */
  readonly forget: () => void;
  readonly dispose: () => void;
}

/** @param kinds a document of these that is written makes it read anew */
export function keptReading<T>(
  store: Pick<Store, 'onChange'>,
  kinds: readonly DocumentKind[],
  readNow: () => Promise<T>,
): KeptReading<T> {
  let known: Promise<T> | null = null;
  const dispose = store.onChange((touched) => {
    if (touched.some(({ kind }) => kinds.includes(kind))) known = null;
  });
  return {
    read: () => {
      const reading = (known ??= readNow());
      reading.catch(() => {
        if (known === reading) known = null;
      });
      return reading;
    },
    forget: () => {
      known = null;
    },
    dispose,
  };
}
