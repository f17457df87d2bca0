/** What a value that is no JSON has become: an index into the message's heap, or a marked primitive. */
type Marked =
  readonly ['r', number] | readonly ['u'] | readonly ['n', string] | readonly ['b', string];
type Atom = string | number | boolean | null | Marked;
type HeapEntry = readonly [kind: string, ...content: unknown[]];

/** How functions and promises cross, where they may (in contextBridge); without it they are refused. */
export interface LiveValues {
  readonly encode: (value: unknown) => readonly [kind: string, id: string] | undefined;
  readonly decode: (kind: string, id: string) => unknown;
}

/** Turns values into text and back, keeping what the structured clone algorithm keeps. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Makes a codec for what structured clone lets through: primitives, plain objects and arrays (with
 * cycles), Date, RegExp, Map, Set, Error, ArrayBuffer and its views. What it refuses throws, in
 * Electron's words, "An object could not be cloned."
 *
 * The same source runs in three places: here in Node, and as text in the page's two worlds. So it
 * is one function that uses nothing from outside itself.
 */
export function createCodec(live?: LiveValues): Codec {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };

  const toBase64 = (bytes: Uint8Array): string => {
    let binary = '';
    for (let i = 0; i < bytes.length; i += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(binary);
  };
  const fromBase64 = (text: string): ArrayBuffer => {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes.buffer;
  };

  const encode = (root: unknown): string => {
    const heap: HeapEntry[] = [];
    const seen = new Map<object, number>();

    const encodeObject = (value: object): HeapEntry => {
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      if (Array.isArray(value)) return ['array', value.map(atom)];
      if (value instanceof Map)
        return ['map', Array.from(value as Map<unknown, unknown>, ([k, v]) => [atom(k), atom(v)])];
      if (value instanceof Set) return ['set', Array.from(value as Set<unknown>, atom)];
      if (value instanceof Date) return ['date', value.getTime()];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? ''];
      if (value instanceof ArrayBuffer)
        return ['bytes', 'ArrayBuffer', toBase64(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return ['bytes', tag, toBase64(bytes)];
      }
      // Everything else with a tag of its own is a host object or one that is bound to its place:
      // a node of the document, a promise, a WeakMap.
      if (tag !== 'Object') return refuse();
      return ['object', Object.entries(value).map(([key, item]) => [key, atom(item)])];
    };

    const atom = (value: unknown): Atom => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'object' || typeof value === 'function') return reference(value);
      if (typeof value === 'undefined') return ['u'];
      if (typeof value === 'bigint') return ['b', value.toString()];
      if (typeof value === 'symbol') return refuse();
      if (Object.is(value, -0)) return ['n', '-0'];
      const number = value as number;
      return Number.isFinite(number) ? number : ['n', String(number)];
    };

    const reference = (value: object): Atom => {
      const known = seen.get(value);
      if (known !== undefined) return ['r', known];
      const index = heap.length;
      seen.set(value, index);
      heap.push(['reserved']);
      const entry = live?.encode(value);
      heap[index] = entry ?? (typeof value === 'function' ? refuse() : encodeObject(value));
      return ['r', index];
    };

    return JSON.stringify([atom(root), heap]);
  };

  const decode = (text: string): unknown => {
    const [root, heap] = JSON.parse(text) as [Atom, HeapEntry[]];
    const made: unknown[] = [];

    const value = (atom: Atom): unknown => {
      if (!Array.isArray(atom)) return atom;
      const [mark, content] = atom as Marked;
      if (mark === 'u') return undefined;
      if (mark === 'n') return Number(content);
      if (mark === 'b') return BigInt(content);
      return content in made ? made[content] : object(content);
    };

    // A container is entered into `made` before its content is read, so that cycles close.
    const object = (index: number): unknown => {
      const [kind, first, second, third] = heap[index] as [string, never, never, never];
      if (kind === 'array') {
        const array: unknown[] = (made[index] = []);
        for (const item of first as Atom[]) array.push(value(item));
        return array;
      }
      if (kind === 'object') {
        const plain: Record<string, unknown> = (made[index] = {});
        for (const [key, item] of first as [string, Atom][])
          Object.defineProperty(plain, key, {
            value: value(item),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        return plain;
      }
      if (kind === 'map') {
        const map = (made[index] = new Map<unknown, unknown>());
        for (const [key, item] of first as [Atom, Atom][]) map.set(value(key), value(item));
        return map;
      }
      if (kind === 'set') {
        const set = (made[index] = new Set<unknown>());
        for (const item of first as Atom[]) set.add(value(item));
        return set;
      }
      return (made[index] = leaf(kind, first, second, third));
    };

    const leaf = (kind: string, first: string, second: string, third: string): unknown => {
      if (kind === 'date') return new Date(first);
      if (kind === 'regexp') return new RegExp(first, second);
      if (kind === 'bytes') {
        const buffer = fromBase64(second);
        if (first === 'ArrayBuffer') return buffer;
        const View = Reflect.get(globalThis, first) as new (buffer: ArrayBuffer) => ArrayBufferView;
        return new View(buffer);
      }
      if (kind === 'error') {
        const known = Reflect.get(globalThis, first) as unknown;
        const isError = typeof known === 'function' && known.prototype instanceof Error;
        const Made = isError ? (known as ErrorConstructor) : Error;
        const error = new Made(second);
        Object.defineProperty(error, 'stack', { value: third, writable: true, configurable: true });
        return error;
      }
      if (live) return live.decode(kind, first);
      throw new Error(`electron-standin: a message holds an unknown kind of value, "${kind}"`);
    };

    return value(root);
  };

  return { encode, decode };
}
