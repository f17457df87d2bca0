import { isTooLong } from '../../domain/agenda/line-limit.ts';
import { findPerson } from '../../domain/capture/find-person.ts';
import type { Captured } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { CaptureRequest } from '../lifecycle/command-line.ts';
import { NotSavedError } from '../store/store.ts';
import type { CaptureDesk } from './capture-desk.ts';
import type { CaptureParts } from './capture-point.ts';
import { capturePoint } from './capture-point.ts';

/** What became of a thought from the command line. */
export type Taken =
  | { readonly kind: 'noted'; readonly captured: Captured }
  /** The dialog has to ask; what was typed is kept there. Null when nothing is amiss. */
  | { readonly kind: 'to-ask'; readonly problem: string | null };

/** Notes a thought from the command line, or leaves it with the dialog when something is missing. */
export async function takeCapture(
  parts: CaptureParts & { readonly desk: CaptureDesk },
  { text, person: typed }: CaptureRequest,
): Promise<Taken> {
  const { desk, store } = parts;
  const ask = async (problem: string | null, personId: string | null): Promise<Taken> => {
    if (text.trim() === '' && personId === null) await desk.open();
    else await desk.add({ text, personId, problem });
    return { kind: 'to-ask', problem };
  };
  if (typed === null) return ask(null, null);
  const found = findPerson(await store.summaries('person'), typed);
  if (found.kind === 'nobody') return ask(m.capture_nobody({ typed }), null);
  if (found.kind === 'several') {
    const names = found.people.map(({ name }) => name).join(', ');
    return ask(m.capture_several({ typed, names }), null);
  }
  const personId = found.person.id;
  if (text.trim() === '') return ask(null, personId);
  if (isTooLong(text)) return ask(m.capture_too_long(), personId);
  try {
    const { value } = await capturePoint(parts, { personId, text: text.trim() });
    return value.ok
      ? { kind: 'noted', captured: value.value }
      : await ask(value.error.message, personId);
  } catch (error) {
    if (error instanceof NotSavedError) return ask(error.message, personId);
    throw error;
  }
}
