/** What the language, Node's inspector and promises look for on any object: no use of an API. */
const alwaysAsked = new Set([
  'then',
  'toJSON',
  'constructor',
  '__esModule',
  'default',
  'inspect',
  'toString',
  'valueOf',
  'length',
  'name',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  'domain',
  'splice',
  'size',
]);

/**
 * Gives `known` in a wrapping in which a property that is not there throws an error that names it,
 * so that an API which the stand-in lacks is heard of where it is used.
 */
export function refusingAbsent<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, property): unknown {
      const value: unknown = Reflect.get(target, property, target);
      if (value !== undefined || typeof property === 'symbol' || property in target) {
        // Private fields live on the object itself, so its methods must run on it, not on the proxy.
        return typeof value === 'function' && !isConstructor(value)
          ? boundTo(target, value)
          : value;
      }
      if (alwaysAsked.has(property) || property.startsWith('_')) return undefined;
      throw new Error(`electron-standin: ${name}.${property} is not implemented`);
    },
    set: (target, property, value) => Reflect.set(target, property, value, target),
  });
}

/** A module or class that the stand-in has nothing of: any use throws an error that names it. */
export function absentModule(name: string): object {
  const refuse = (): never => {
    throw new Error(`electron-standin: ${name} is not implemented`);
  };
  return new Proxy(refuse, {
    get(_target, property): unknown {
      if (typeof property === 'symbol' || alwaysAsked.has(property)) return undefined;
      throw new Error(`electron-standin: ${name}.${property} is not implemented`);
    },
    construct: refuse,
  });
}

type AnyFunction = (...args: unknown[]) => unknown;
const bound = new WeakMap<object, WeakMap<object, AnyFunction>>();

function isConstructor(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

function boundTo(target: object, method: object): AnyFunction {
  const ofTarget = bound.get(target) ?? new WeakMap<object, AnyFunction>();
  bound.set(target, ofTarget);
  const known = ofTarget.get(method) ?? (method as AnyFunction).bind<AnyFunction>(target);
  ofTarget.set(method, known);
  return known;
}
