import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which cases the laws try. */
    readonly lawSeed: number;
  }
}

const seed = inject('lawSeed');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

/** The seed for one of several tests that are alike, which would all try the same few cases otherwise. */
export const seedOf = (place: number): number => Math.imul(seed + place, 0x9e3779b1);

export { fc };
