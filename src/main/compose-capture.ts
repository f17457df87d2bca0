import { app } from 'electron';
import { createFormatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { Taken } from './capture/take-capture.ts';
import { takeCapture } from './capture/take-capture.ts';
import type { Base } from './compose-base.ts';
import { composeBase, openData } from './compose-base.ts';
import type { ComposeParts } from './compose.ts';
import type { CaptureRequest } from './lifecycle/command-line.ts';
import type { Handover } from './lifecycle/single-instance.ts';
import { registerSecondInstance } from './lifecycle/single-instance.ts';
import type { Store } from './store/store.ts';

/**
 * Notes a thought from the command line without any window, when all is there that it takes; and
 * those that other starts hand over meanwhile.
 * @returns whether that is done; else what was typed is kept, and the app is to start and ask
 */
export async function captureWithoutWindow(parts: ComposeParts): Promise<boolean> {
  const { request, places, builtFolder } = parts;
  const base = composeBase(request, places);
  const waiting: Pick<Handover, 'capture'>[] = [request];
  const stopListening = registerSecondInstance(app, (handover) => waiting.push(handover));
  const opened = await openData(builtFolder, base);
  const store = opened.ok ? opened.value : null;
  let isDone = store !== null;
  try {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const isNoted = await noteAndSay(base, store, next.capture);
      isDone = isDone && isNoted;
      // Other starts are heard of once the app is ready.
      await app.whenReady();
    }
  } finally {
    stopListening();
    await store?.close();
  }
  return isDone;
}

/** False when the window has to ask, and for a start that wants it anyway. */
async function noteAndSay(
  base: Base,
  store: Store | null,
  capture: CaptureRequest | null,
): Promise<boolean> {
  if (capture === null) return false;
  const taken = await takeOutside(base, store, capture);
  if (taken.kind === 'noted') console.log(taken.captured.sentence);
  else console.log(taken.problem ?? m.capture_asks());
  return taken.kind === 'noted';
}

/**
 * Notes a thought that came from outside of the window, or leaves it with the dialog.
 * @param store null while it cannot be had: then the dialog asks
 */
export async function takeOutside(
  { clock, newId, captures }: Base,
  store: Store | null,
  capture: CaptureRequest,
): Promise<Taken> {
  if (store !== null) {
    const format = createFormatter(app.getSystemLocale());
    return takeCapture({ store, clock, newId, format, desk: captures }, capture);
  }
  await captures.add({ text: capture.text, personId: null, problem: null });
  return { kind: 'to-ask', problem: null };
}
