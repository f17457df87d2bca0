import type { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';

/** Members of an Electron class: those that are there must be as Electron's. Its events are any name's. */
export type Members<T> = Partial<Omit<T, keyof EventEmitter>>;

/** An event object as Electron hands it to listeners: what it is about, and `preventDefault`. */
export function createEvent<Params extends object>(params: Params): Electron.Event<Params> {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  const described = Object.getOwnPropertyDescriptors(params);
  Object.defineProperties(event, described);
  return refusingAbsent('event', event) as Electron.Event<Params>;
}
