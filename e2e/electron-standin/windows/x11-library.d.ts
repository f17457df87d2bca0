/** What is used here of the library, which brings no types. */
declare module 'x11' {
  type Done<Reply> = (error: Error | null, reply: Reply) => void;
  export interface Client {
    readonly stream: { readonly unref: () => void };
    readonly on: (event: 'error', listener: () => void) => void;
    readonly InternAtom: (onlyIfExists: boolean, name: string, done: Done<number>) => void;
    readonly QueryTree: (window: number, done: Done<{ readonly children: number[] }>) => void;
    readonly GetWindowAttributes: (
      window: number,
      done: Done<{ readonly mapState: number }>,
    ) => void;
    /** Arguments: whether to delete it, window, name, type (0 is any), offset, length, done. */
    readonly GetProperty: (
      ...args: [0, number, number, 0, 0, number, Done<{ readonly data: Buffer }>]
    ) => void;
    readonly MapWindow: (window: number) => void;
    readonly UnmapWindow: (window: number) => void;
    readonly RaiseWindow: (window: number) => void;
    readonly SetInputFocus: (window: number, revertTo: number) => void;
    readonly SendEvent: (root: number, propagate: 0, mask: number, event: Buffer) => void;
  }
  interface Connected {
    readonly client: Client;
    readonly screen: readonly {
      readonly root: number;
      readonly pixel_width: number;
      readonly pixel_height: number;
    }[];
  }
  export function createClient(done: Done<Connected>): void;
}
