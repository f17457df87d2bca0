import { EventEmitter } from 'node:events';
import type { Members } from './events.ts';

/**
 * Gives `known` in a wrapping in which a property that is not there throws an error that names it,
 * so that an API which the stand-in lacks is heard of where it is used.
 *
 * Runs as text in the preload's world too: uses nothing from outside itself.
 */
export function refusingAbsent<T extends object>(name: string, known: T): T {
  // What the language, Node's inspector and promises look for on any object is no use of an API.
  const alwaysAsked = [
    ...['then', 'toJSON', 'constructor', '__esModule', 'default', 'inspect', 'toString', 'valueOf'],
    ...['length', 'name', 'asymmetricMatch', 'nodeType', '$$typeof', 'domain', 'splice', 'size'],
  ];
  const bound = new Map<unknown, unknown>();
  return new Proxy(known, {
    get(target, property): unknown {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value === 'function' && !/^class\b/.test(value.toString())) {
        // Private fields live on the object itself, so its methods must run on it, not on the proxy.
        if (!bound.has(value)) bound.set(value, value.bind(target));
        return bound.get(value);
      }
      if (typeof property === 'symbol' || property in target) return value;
      if (alwaysAsked.includes(property) || property.startsWith('_')) return undefined;
      throw new Error(`electron-standin: ${name}.${property} is not implemented`);
    },
    set: (target, property, value) => Reflect.set(target, property, value, target),
  });
}

/** What there is of an object of Electron's, in that wrapping, as Electron's type has it. */
export function asElectron<T extends object>(name: string, known: Members<T>): T {
  return refusingAbsent(name, known) as T;
}

/** What can be asked of a window or a page that has gone: whether it has, who it was, who listens. */
const askedOfTheGone: ReadonlySet<string> = new Set([
  ...['isDestroyed', 'id', 'then', 'constructor', 'toJSON'],
  ...Object.getOwnPropertyNames(EventEmitter.prototype),
]);

/** Gives `known` in a wrapping in which it can be used for as long as it lives, as in Electron. */
export function refusingGone<T extends { isDestroyed(): boolean }>(known: T): T {
  return new Proxy(known, {
    get(target, property): unknown {
      const isRefused = typeof property === 'string' && !askedOfTheGone.has(property);
      if (isRefused && target.isDestroyed()) throw new TypeError('Object has been destroyed');
      return Reflect.get(target, property, target);
    },
  });
}

/** A module or class that the stand-in has nothing of: any use throws an error that names it. */
export function absentModule(name: string): object {
  return refusingAbsent(name, function construct() {
    throw new Error(`electron-standin: ${name} is not implemented`);
  });
}
