import { cdp } from '../runtime.ts';
import { createCodec } from './codec.ts';
import { receiverName } from './worlds.ts';
import type { ToPreload } from './worlds.ts';

const codec = createCodec();

/** Delivers `message` to the preload in execution context `contextId` of a page's session. */
export function tellPreload(sessionId: string, contextId: number, message: ToPreload): void {
  cdp().tell(
    'Runtime.evaluate',
    { expression: `${receiverName}(${JSON.stringify(codec.encode(message))})`, contextId },
    sessionId,
  );
}

/** Whether `value` would cross; throws Electron's error when it would not. */
export function assertCloneable(value: unknown): void {
  codec.encode(value);
}

/** Reads what a preload's binding was called with. */
export function readFromPreload(payload: string): unknown {
  return codec.decode(payload);
}
