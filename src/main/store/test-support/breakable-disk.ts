import type { FileSystem } from '../file-system.ts';
import type { Fault } from './faulty-file-system.ts';
import { faultyFileSystem } from './faulty-file-system.ts';

/** A disk whose fault can be set and taken away while a store is open. */
export class BreakableDisk {
  readonly fileSystem: FileSystem;
  #fault: Fault = () => null;

  constructor() {
    this.fileSystem = faultyFileSystem((step) => this.#fault(step));
  }

  break(fault: Fault): void {
    this.#fault = fault;
  }

  mend(): void {
    this.#fault = () => null;
  }
}
