/** What is used here of the library, which brings no types. */
declare module 'x11' {
  type Query = 'InternAtom' | 'QueryTree' | 'GetWindowAttributes' | 'GetProperty';
  type Order = 'MapWindow' | 'UnmapWindow' | 'RaiseWindow' | 'SetInputFocus' | 'SendEvent';
  /** X's requests by their names; those that have a reply take a callback last. */
  export type Client = Readonly<Record<Query | Order, (...args: unknown[]) => void>> & {
    readonly stream: { readonly unref: () => void };
    readonly on: (event: 'error', listener: () => void) => void;
  };
  interface Screen {
    readonly root: number;
    readonly pixel_width: number;
    readonly pixel_height: number;
  }
  interface Connected {
    readonly client: Client;
    readonly screen: readonly Screen[];
  }
  export function createClient(done: (error: Error | null, connected: Connected) => void): void;
}
