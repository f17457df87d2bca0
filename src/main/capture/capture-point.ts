import { addPoint } from '../../domain/agenda/points.ts';
import { routeHash } from '../../domain/routes.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import type { Result } from '../../ipc/result.ts';
import type { Captured } from '../../ipc/views.ts';
import { failure } from '../../ipc/result.ts';
import type { ServiceParts } from '../services/acts.ts';
import { leave, put, today, write } from '../services/acts.ts';
import { nextPlan } from '../services/next-plan.ts';
import { readTimes } from '../services/read-times.ts';
import type { Acted } from '../store/store.ts';

export interface CaptureParts extends ServiceParts {
  readonly format: Formatter;
}

/** Puts a thought on the agenda of the next 1:1 with somebody, which is planned when it is not yet. */
export function capturePoint(
  parts: CaptureParts,
  { personId, text }: { readonly personId: string; readonly text: string },
): Promise<Acted<Result<Captured>>> {
  const { store, clock, newId, format } = parts;
  return store.act(async (reader) => {
    const person = await reader.read('person', personId);
    if (person === null) return leave(failure('not-found', m.main_person_missing()));
    // Nobody would meet them to talk about it.
    if (person.archivedOn !== null)
      return leave(failure('invalid', m.capture_archived({ name: person.name })));
    const before = await nextPlan(parts, reader, personId);
    const plan = addPoint(before, {
      ...{ id: newId(), text, addedBy: 'me', visibility: 'shared' },
      origin: { kind: 'typed' },
      raisedOn: today(clock),
    });
    const times = await readTimes(reader, plan);
    const { name } = person;
    const when = times === null ? null : format.dayAndTime(times.startsAt, clock.timeZone());
    const sentence =
      when === null ? m.capture_went_undated({ name }) : m.capture_went({ name, when });
    const route = routeHash({ place: 'meeting', meetingId: plan.id });
    return write(sentence, [put(plan)], { sentence, route });
  });
}
