/** A primitive that JSON has; another one by its kind and text; an object by its place in the heap. */
type Atom =
  string | number | boolean | null | readonly [kind: string, text: string] | [place: number];
type HeapEntry = readonly [kind: string, ...content: unknown[]];

/** How functions and promises cross, where they may (in contextBridge); without it they are refused. */
export interface LiveValues {
  readonly encode: (value: object) => readonly [kind: string, place: number] | undefined;
  readonly decode: (kind: string, place: number) => object;
}

/** Turns values into text and back, keeping what the structured clone algorithm keeps. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Makes a codec for primitives, plain objects, arrays, Map and Set (with cycles), Date, RegExp, Error,
 * ArrayBuffer and its views. What structured clone refuses throws in Electron's words.
 *
 * The same source runs here in Node and, as text, in the page's two worlds. So it is one function
 * that uses nothing from outside itself.
 */
export function createCodec(live?: LiveValues): Codec {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const containers: Record<string, new () => object> = { Array, Map, Object, Set };

  const encode = (root: unknown): string => {
    const heap: HeapEntry[] = [];
    const places = new Map<object, number>();

    const atom = (value: unknown): Atom => {
      if (value === null) return value;
      if (typeof value === 'object' || typeof value === 'function') return [placeOf(value)];
      if (typeof value === 'symbol') return refuse();
      if (typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0))
        return value;
      const other = value as number | bigint | undefined;
      return [typeof other, Object.is(other, -0) ? '-0' : String(other)];
    };

    const placeOf = (value: object): number => {
      const known = places.get(value);
      if (known !== undefined) return known;
      const place = heap.push(['reserved']) - 1;
      places.set(value, place);
      heap[place] = entryOf(value);
      return place;
    };

    const entryOf = (value: object): HeapEntry => {
      const kind = Object.prototype.toString.call(value).slice(8, -1);
      if (value instanceof Map || value instanceof Set)
        return [kind, ...[...value.entries()].flat().map(atom)];
      if (kind === 'Array' || kind === 'Object')
        return [kind, ...Object.entries(value).flat().map(atom)];
      if (value instanceof Date) return [kind, String(value.getTime())];
      if (value instanceof RegExp) return [kind, value.source, value.flags];
      if (value instanceof Error) return ['Error', value.name, value.message, value.stack];
      if (value instanceof ArrayBuffer) return ['bytes', kind, ...new Uint8Array(value)];
      if (ArrayBuffer.isView(value)) {
        const { buffer, byteOffset, byteLength } = value;
        return ['bytes', kind, ...new Uint8Array(buffer, byteOffset, byteLength)];
      }
      // Whatever else has a tag of its own is bound to its place: a node, a WeakMap.
      return live?.encode(value) ?? refuse();
    };

    return JSON.stringify([atom(root), heap]);
  };

  const decode = (text: string): unknown => {
    const [root, heap] = JSON.parse(text) as [Atom, HeapEntry[]];
    const made: object[] = [];

    const value = (atom: unknown): unknown => {
      if (!Array.isArray(atom)) return atom;
      const [kind, content] = atom as [unknown, string];
      if (typeof kind === 'number') return made[kind] ?? make(kind);
      if (kind === 'undefined') return undefined;
      return kind === 'bigint' ? BigInt(content) : Number(content);
    };

    // A container is entered into `made` before its content is read, so that cycles close.
    const make = (place: number): object => {
      const [kind = '', ...content] = heap[place] ?? [];
      const Container = containers[kind];
      const object = (made[place] = Container ? new Container() : leaf(kind, content));
      for (let at = 0; Container && at < content.length; at += 2)
        put(object, value(content[at]), value(content[at + 1]));
      return object;
    };

    const put = (container: object, key: unknown, item: unknown): void => {
      const open = { writable: true, enumerable: true, configurable: true };
      if (container instanceof Set) container.add(item);
      else if (container instanceof Map) container.set(key, item);
      else Object.defineProperty(container, String(key), { value: item, ...open });
    };

    const leaf = (kind: string, content: unknown[]): object => {
      const [first, second, stack] = content as [string, string, string];
      if (kind === 'Date') return new Date(Number(first));
      if (kind === 'RegExp') return new RegExp(first, second);
      const Named = Reflect.get(globalThis, first) as new (content: unknown) => object;
      if (kind === 'bytes') {
        const { buffer } = Uint8Array.from(content.slice(1) as number[]);
        return first === 'ArrayBuffer' ? buffer : new Named(buffer);
      }
      if (kind === 'Error') {
        const isError = typeof Named === 'function' && Named.prototype instanceof Error;
        const error = new (isError ? Named : Error)(second);
        return Object.defineProperty(error, 'stack', { value: stack });
      }
      return live ? live.decode(kind, Number(first)) : refuse();
    };

    return value(root);
  };

  return { encode, decode };
}
