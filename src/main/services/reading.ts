import { givenOf } from '../../domain/agenda/change.ts';
import { addPoint } from '../../domain/agenda/points.ts';
import type { Reading } from '../../domain/documents/reading.ts';
import { newReading, readingId } from '../../domain/documents/reading.ts';
import { quoted } from '../../domain/guide/passage.ts';
import { keepPlace, placeOn } from '../../domain/guide/reading-progress.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import type { SentPassage } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, timestamp, today, write } from './acts.ts';
import { personMissing } from './missing.ts';
import { nextPlan } from './next-plan.ts';
import { readTimes } from './read-times.ts';

/** What is kept of the user's reading, or nothing yet. */
export async function readReading(reader: StoreReader): Promise<Reading> {
  return (await reader.read('reading', readingId)) ?? newReading;
}

/** Keeps where the user stopped on a page; writes nothing where that is known. */
export async function keepPlaceOn(
  { clock }: Pick<ServiceParts, 'clock'>,
  reader: StoreReader,
  place: CheckedInput<'guide.keepPlace'>,
): Promise<Decided<Result<null>>> {
  const reading = await readReading(reader);
  const known = placeOn(reading, place.pageId);
  const isKnown = known?.portion === place.portion && known.anchor === place.anchor;
  const isNewlyRead = place.isAtEnd && typeof known?.readAt !== 'string';
  if (isKnown && !isNewlyRead) return leave(success(null));
  const kept = keepPlace(reading, place, timestamp(clock));
  return write(m.main_act_keep_reading(), [put(kept)], null);
}

/** Changes how pages look. */
export async function changeReading(
  reader: StoreReader,
  change: CheckedInput<'guide.setReading'>,
): Promise<Decided<Result<Reading>>> {
  const reading = { ...(await readReading(reader)), ...givenOf(change) };
  return write(m.main_act_change_reading(), [put(reading)], reading);
}

/** Puts a passage on the agenda of the next 1:1 with somebody, and tells when that is. */
export async function sendPassage(
  parts: Omit<ServiceParts, 'store'>,
  reader: StoreReader,
  { pageId, anchor, passage, personId }: CheckedInput<'guide.sendPassage'>,
): Promise<Decided<Result<SentPassage>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  const plan = addPoint(await nextPlan(parts, reader, personId), {
    id: parts.newId(),
    text: quoted(passage),
    addedBy: 'me',
    visibility: 'shared',
    origin: { kind: 'guide', pageId, anchor },
    raisedOn: today(parts.clock),
  });
  return write(m.main_act_add_passage({ name: person.name }), [put(plan)], {
    meetingId: plan.id,
    personName: person.name,
    startsAt: (await readTimes(reader, plan))?.startsAt ?? null,
    timeZone: parts.clock.timeZone(),
  });
}
