/** What some documents say, by id; null for one that is to be removed. */
export type Contents = Readonly<Record<string, string | null>>;

/** What the writer (endless-writer.ts) says of itself, a line of JSON each. */
export type WriterLine =
  /** What the store holds when it has opened; before this it has written nothing of its own. */
  | { readonly kind: 'found'; readonly contents: Readonly<Record<string, string>> }
  | { readonly kind: 'problem'; readonly message: string }
  /** It is about to ask for an act that makes these documents this. */
  | { readonly kind: 'begun'; readonly chain: string; readonly contents: Contents }
  /** The act of this chain that was begun last has been acknowledged. */
  | { readonly kind: 'done'; readonly chain: string };

/** A document's chain is the first word of its id. */
export const chainOf = (id: string): string => id.split('-')[0] ?? id;
