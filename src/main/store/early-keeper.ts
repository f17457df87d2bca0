import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { FirstLook } from './first-look.ts';
import type { Keeper } from './keeper-api.ts';

export interface EarlyParts {
  /** Throws once it is closed. */
  readonly look: FirstLook;
  readonly isOpening: () => boolean;
  /** Opens the keeper, or waits for the one that is opening. */
  readonly open: () => Promise<Keeper>;
}

/**
 * Stands in for a keeper that has yet to open: lists are answered from the first look, and whatever
 * else is asked waits for the keeper, which opens when it is first needed.
 */
export function earlyKeeper({ look, isOpening, open }: EarlyParts): Keeper {
  return {
    read: async (ref) => {
      const found = peek(() => documentIn(look, ref));
      return found === undefined ? (await open()).read(ref) : found;
    },
    summaries: async (kind, where) =>
      peek(() => look.summaries(kind, where)) ?? (await open()).summaries(kind, where),
    list: async (...args) => (await open()).list(...args),
    commit: async (...args) => (await open()).commit(...args),
    undo: async (...args) => (await open()).undo(...args),
    keepWayBack: async (...args) => (await open()).keepWayBack(...args),
    waysBack: async (...args) => (await open()).waysBack(...args),
    search: async (...args) => (await open()).search(...args),
    versions: async (...args) => (await open()).versions(...args),
    readVersion: async (...args) => (await open()).readVersion(...args),
    removed: async (...args) => (await open()).removed(...args),
    backups: async (...args) => (await open()).backups(...args),
    differencesTo: async (...args) => (await open()).differencesTo(...args),
    restore: async (...args) => (await open()).restore(...args),
    backUp: async (...args) => (await open()).backUp(...args),
    setAside: async (...args) => (await open()).setAside(...args),
    mentionedPictures: async (...args) => (await open()).mentionedPictures(...args),
    whenChecked: async (...args) => (await open()).whenChecked(...args),
    flush: async (...args) => (isOpening() ? (await open()).flush(...args) : undefined),
    close: async () => {
      if (!isOpening()) {
        look.close();
        return;
      }
      // One that could not open has nothing to close.
      const keeper = await open().catch(() => null);
      await keeper?.close();
    },
  };
}

/** What the look says; undefined when it cannot tell, or has no say any more. */
function peek<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** A document whose summary is all of it; of meetings and of articles there is more to say. */
function documentIn(look: FirstLook, ref: DocumentRef): Document | null | undefined {
  const isMore = ref.kind === 'meeting' || ref.kind === 'article';
  const summary = isMore ? undefined : look.find(ref);
  return summary?.kind === 'meeting' || summary?.kind === 'article' ? undefined : summary;
}
