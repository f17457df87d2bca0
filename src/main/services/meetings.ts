import { agendaOf, applyTemplate } from '../../domain/agenda/apply-template.ts';
import { newMeeting } from '../../domain/agenda/meeting-times.ts';
import { writeNotes } from '../../domain/agenda/notes.ts';
import { findOccurrence } from '../../domain/series/occurrences.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { MeetingView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import { createActionItemsService } from './action-items.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, timestamp, today, write } from './acts.ts';
import { changeMeeting, made, meetingView } from './meeting-acts.ts';
import { createMeetingLifeService } from './meeting-life.ts';
import { meetingMissing, seriesMissing } from './missing.ts';
import type { Resources } from './resources.ts';
import { createTalkingPointsService } from './talking-points.ts';
import { createWrapUpService } from './wrap-up.ts';
import { findTemplate } from './template-entries.ts';

export type MeetingParts = ServiceParts & { readonly resources: Resources };

export function createMeetingsService(parts: MeetingParts): HandlersOf<'meetings'> {
  const { store, clock, newId, resources } = parts;
  return {
    ...createTalkingPointsService(parts),
    ...createActionItemsService(parts),
    ...createMeetingLifeService(parts),
    ...createWrapUpService(parts),
    'meetings.plan': async ({ seriesId, originalLocal }) => {
      const { value } = await store.act((reader) => plan(parts, reader, seriesId, originalLocal));
      return value;
    },
    'meetings.read': async ({ meetingId }) => {
      const meeting = await store.read('meeting', meetingId);
      if (meeting === null) return meetingMissing();
      return success(await meetingView(meeting, store, timestamp(clock)));
    },
    'meetings.applyTemplate': async ({ meetingId, templateId }) => {
      const template = await findTemplate(resources, store, templateId);
      if (template === null) return failure('not-found', m.main_template_missing());
      if (!template.parsed.ok) return failure('unreadable', template.parsed.reason);
      const { title } = template.parsed.value;
      const agenda = agendaOf(template.parsed.value);
      return changeMeeting(store, {
        meetingId,
        label: m.main_act_apply_template({ title }),
        change: (meeting) =>
          meeting.status === 'planned'
            ? made(applyTemplate(meeting, agenda, { newId, raisedOn: today(clock) }))
            : { ok: false, problem: 'meeting-is-over' },
        answer: (meeting) => meeting,
      });
    },
    'meetings.writeNotes': ({ meetingId, ...notes }) =>
      changeMeeting(store, {
        meetingId,
        label: m.main_act_write_notes(),
        change: (meeting) => made(writeNotes(meeting, notes)),
        answer: ({ notes, privateNotes }) => ({ notes, privateNotes }),
      }),
  };
}

/** Finds the plan of an occurrence, or makes it. */
async function plan(
  { clock, newId }: ServiceParts,
  reader: StoreReader,
  seriesId: string,
  originalLocal: string,
): Promise<Decided<Result<MeetingView>>> {
  const now = timestamp(clock);
  const series = await reader.read('series', seriesId);
  if (series === null) return leave(seriesMissing());
  const occurrence = findOccurrence(series, originalLocal);
  // A 1:1 that was cancelled after it was planned can still be looked at.
  const identity = { seriesId, originalLocal: occurrence?.originalLocal ?? originalLocal };
  const [known] = await reader.list('meeting', identity);
  if (known !== undefined) return leave(success(await meetingView(known, reader, now)));
  if (occurrence === null) return leave(failure('not-found', m.main_occurrence_missing()));
  const meeting = newMeeting(occurrence, { id: newId(), now });
  return write(m.main_act_plan(), [put(meeting)], await meetingView(meeting, reader, now));
}
