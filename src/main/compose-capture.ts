import { app } from 'electron';
import { createFormatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { Taken } from './capture/take-capture.ts';
import { takeCapture } from './capture/take-capture.ts';
import type { Base } from './compose-base.ts';
import { composeBase, openData } from './compose-base.ts';
import type { ComposeParts } from './compose.ts';
import type { CaptureRequest } from './lifecycle/command-line.ts';
import type { Store } from './store/store.ts';

/**
 * Notes a thought from the command line without any window, when all is there that it takes; and
 * those that other starts hand over meanwhile.
 * @returns whether that is all; else what was typed is kept, and the app is to start and ask
 */
export async function captureWithoutWindow(parts: ComposeParts): Promise<boolean> {
  const { request, places, handovers } = parts;
  const base = composeBase(request, places);
  let isAllNoted = true;
  // More may come while the folder is being closed.
  for (let next = request.capture; next !== null; next = handovers.nextCapture()) {
    const isNoted = await noteAndMore(base, next, parts);
    isAllNoted &&= isNoted;
  }
  return isAllNoted && !handovers.isAnyWaiting();
}

/** Notes a thought, and what comes while the folder is open. */
async function noteAndMore(
  base: Base,
  first: CaptureRequest,
  { builtFolder, handovers }: ComposeParts,
): Promise<boolean> {
  const opened = await openData(builtFolder, base);
  const store = opened.ok ? opened.value : null;
  let isAllNoted = store !== null;
  try {
    for (let next: CaptureRequest | null = first; next !== null; next = handovers.nextCapture()) {
      const taken = await takeOutside(base, store, next);
      if (taken.kind === 'noted') console.log(taken.captured.sentence);
      else console.log(taken.problem ?? m.capture_asks());
      isAllNoted &&= taken.kind === 'noted';
      // Other starts are heard of once the app is ready.
      await app.whenReady();
    }
  } finally {
    await store?.close();
  }
  return isAllNoted;
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
    // A start from the command line comes here sooner; before, Electron does not know the locale.
    await app.whenReady();
    const format = createFormatter(app.getSystemLocale());
    return takeCapture({ store, clock, newId, format, desk: captures }, capture);
  }
  await captures.add({ text: capture.text, personId: null, problem: null });
  return { kind: 'to-ask', problem: null };
}
