import type { EventEmitter } from 'node:events';

/** Members of an Electron class: those that are there must be as Electron's. Its events are any name's. */
export type Members<T> = Partial<Omit<T, keyof EventEmitter>>;

/** An event object as Electron hands it to listeners: what it is about, and `preventDefault`. */
export function createEvent<Params extends object>(params: Params): Electron.Event<Params> {
  let isPrevented = false;
  return Object.defineProperties(
    {
      preventDefault: () => {
        isPrevented = true;
      },
      defaultPrevented: false,
    },
    {
      defaultPrevented: { get: () => isPrevented, enumerable: true },
      ...Object.getOwnPropertyDescriptors(params),
    },
  ) as Electron.Event<Params>;
}
