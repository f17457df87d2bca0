import type { FileSystem, OpenFile } from '../file-system.ts';
import { nodeFileSystem } from '../file-system.ts';

/** One thing that the store asks of the disk. */
export interface Step {
  readonly operation: keyof FileSystem | keyof OpenFile | 'datasync';
  readonly path: string;
}

/** What a step shall do instead of its work: fail with this error, or null to go on. */
export type Fault = (step: Step) => Error | null;

/** The error that Node gives for a system error's code. */
export function systemError(code: string, path = '/somewhere'): Error {
  return Object.assign(new Error(`${code}: injected, '${path}'`), { code, path });
}

/**
 * The real disk, with a fault before every step. A write that fails has written its first half, as
 * a full disk or a crash leaves it.
 */
export function faultyFileSystem(fault: Fault): FileSystem {
  const step = (operation: Step['operation'], path: string): void => {
    const error = fault({ operation, path });
    if (error !== null) throw error;
  };
  const faultyFile = (file: OpenFile, path: string): OpenFile => ({
    writeFile: async (bytes) => {
      const error = fault({ operation: 'writeFile', path });
      if (error === null) return file.writeFile(bytes);
      await file.writeFile(bytes.subarray(0, Math.floor(bytes.length / 2)));
      throw error;
    },
    writeAt: async (position, bytes, isDurable) => {
      const error = fault({ operation: 'writeAt', path });
      if (error !== null) {
        await file.writeAt(position, bytes.subarray(0, Math.floor(bytes.length / 2)), false);
        throw error;
      }
      await file.writeAt(position, bytes, isDurable);
      step('datasync', path);
    },
    sync: async () => {
      step('sync', path);
      await file.sync();
    },
    truncate: async (length) => {
      step('truncate', path);
      await file.truncate(length);
    },
    close: () => file.close(),
  });
  const before =
    <Rest extends readonly unknown[], T>(
      operation: keyof FileSystem,
      run: (path: string, ...rest: Rest) => Promise<T>,
    ) =>
    async (path: string, ...rest: Rest): Promise<T> => {
      step(operation, path);
      return run(path, ...rest);
    };
  return {
    open: async (path, flags, mode) => {
      step('open', path);
      return faultyFile(await nodeFileSystem.open(path, flags, mode), path);
    },
    readFile: before('readFile', nodeFileSystem.readFile),
    readFolder: before('readFolder', nodeFileSystem.readFolder),
    makeFolder: before('makeFolder', nodeFileSystem.makeFolder),
    makeFolders: before('makeFolders', nodeFileSystem.makeFolders),
    rename: before('rename', nodeFileSystem.rename),
    remove: before('remove', nodeFileSystem.remove),
    removeEmptyFolder: before('removeEmptyFolder', nodeFileSystem.removeEmptyFolder),
    stampOf: before('stampOf', nodeFileSystem.stampOf),
    watch: nodeFileSystem.watch,
    pause: () => Promise.resolve(),
  };
}
