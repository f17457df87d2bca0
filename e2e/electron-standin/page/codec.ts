/** A primitive that JSON has, or a marked one: a reference into the message's heap, or by its name. */
type Atom = string | number | boolean | null | readonly [mark: string, content?: number | string];
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

  const bytesOf = (kind: string, bytes: Uint8Array): HeapEntry => {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return ['bytes', kind, btoa(binary)];
  };

  const encode = (root: unknown): string => {
    const heap: HeapEntry[] = [];
    const seen = new Map<object, number>();

    const entryOf = (value: object): HeapEntry => {
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      if (Array.isArray(value)) return ['array', ...value.map(atom)];
      if (value instanceof Map) return ['map', ...[...value].flat().map(atom)];
      if (value instanceof Set) return ['set', ...[...value].map(atom)];
      if (value instanceof Date) return ['date', value.getTime()];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof Error) return ['error', value.name, value.message, value.stack];
      if (value instanceof ArrayBuffer) return bytesOf(tag, new Uint8Array(value));
      if (ArrayBuffer.isView(value))
        return bytesOf(tag, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      // Whatever else has a tag of its own is bound to its place: a node, a promise, a WeakMap.
      if (tag !== 'Object') return refuse();
      return ['object', ...Object.entries(value).flat().map(atom)];
    };

    const atom = (value: unknown): Atom => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'object' || typeof value === 'function') return reference(value);
      if (typeof value === 'undefined') return ['undefined'];
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (typeof value === 'symbol') return refuse();
      if (Object.is(value, -0)) return ['number', '-0'];
      const number = value as number;
      return Number.isFinite(number) ? number : ['number', String(number)];
    };

    const reference = (value: object): Atom => {
      const known = seen.get(value);
      if (known !== undefined) return ['heap', known];
      const index = heap.push(['reserved']) - 1;
      seen.set(value, index);
      const entry = live?.encode(value);
      heap[index] = entry ?? (typeof value === 'function' ? refuse() : entryOf(value));
      return ['heap', index];
    };

    return JSON.stringify([atom(root), heap]);
  };

  const decode = (text: string): unknown => {
    const [root, heap] = JSON.parse(text) as [Atom, [string, ...Atom[]][]];
    const made: unknown[] = [];

    const value = (atom: Atom): unknown => {
      if (atom === null || typeof atom !== 'object') return atom;
      const [mark, content = 0] = atom;
      if (mark === 'undefined') return undefined;
      if (mark === 'number') return Number(content);
      if (mark === 'bigint') return BigInt(content);
      return content in made ? made[Number(content)] : container(Number(content));
    };

    // A container is entered into `made` before its content is read, so that cycles close.
    const container = (index: number): unknown => {
      const [kind = '', ...items] = heap[index] ?? [];
      const pairs = (set: (key: unknown, item: unknown) => void): void => {
        for (let at = 0; at < items.length; at += 2)
          set(value(items[at] ?? null), value(items[at + 1] ?? null));
      };
      if (kind === 'array') {
        const array: unknown[] = (made[index] = []);
        for (const item of items) array.push(value(item));
      } else if (kind === 'set') {
        const set = (made[index] = new Set());
        for (const item of items) set.add(value(item));
      } else if (kind === 'map') {
        const map = (made[index] = new Map());
        pairs((key, item) => map.set(key, item));
      } else if (kind === 'object') {
        const plain = (made[index] = {});
        const open = { writable: true, enumerable: true, configurable: true };
        pairs((key, item) => Object.defineProperty(plain, String(key), { value: item, ...open }));
      } else made[index] = leaf(kind, items.map(String));
      return made[index];
    };

    const leaf = (kind: string, [first = '', second = '', stack]: string[]): unknown => {
      if (kind === 'date') return new Date(Number(first));
      if (kind === 'regexp') return new RegExp(first, second);
      if (kind === 'error') {
        const known: unknown = Reflect.get(globalThis, first);
        const isError = typeof known === 'function' && known.prototype instanceof Error;
        const error = new (isError ? (known as ErrorConstructor) : Error)(second);
        return Object.defineProperty(error, 'stack', { value: stack });
      }
      if (kind === 'bytes') {
        const { buffer } = Uint8Array.from(atob(second), (byte) => byte.charCodeAt(0));
        if (first === 'ArrayBuffer') return buffer;
        const View = Reflect.get(globalThis, first) as new (buffer: ArrayBuffer) => ArrayBufferView;
        return new View(buffer);
      }
      return live ? live.decode(kind, first) : refuse();
    };

    return value(root);
  };

  return { encode, decode };
}
