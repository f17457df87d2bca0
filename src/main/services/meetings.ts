import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Occurrence } from '../../domain/series/occurrences.ts';
import { findOccurrence } from '../../domain/series/occurrences.ts';
import type { Template } from '../../domain/templates/template-file.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { MeetingView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import { createActionItemsService } from './action-items.ts';
import type { ServiceParts } from './acts.ts';
import { given, leave, put, timestamp, today, write } from './acts.ts';
import { changeMeeting, meetingMissing, meetingView } from './meeting-acts.ts';
import type { Resources } from './resources.ts';
import { createTalkingPointsService } from './talking-points.ts';
import { keyOf } from './upcoming.ts';

export type MeetingParts = ServiceParts & { readonly resources: Resources };

export function createMeetingsService(parts: MeetingParts): HandlersOf<'meetings'> {
  const { store, resources } = parts;
  return {
    ...createTalkingPointsService(parts),
    ...createActionItemsService(parts),
    'meetings.plan': async ({ seriesId, originalLocal }) => {
      const { value } = await store.act((reader) => plan(parts, reader, seriesId, originalLocal));
      return value;
    },
    'meetings.read': async ({ meetingId }) => {
      const meeting = await store.read('meeting', meetingId);
      if (meeting === null) return meetingMissing();
      return success(await meetingView(meeting, store, timestamp(parts.clock)));
    },
    'meetings.applyTemplate': async ({ meetingId, templateId }) => {
      const template = (await resources.templates()).find(({ id }) => id === templateId);
      if (template === undefined) return failure('not-found', m.main_template_missing());
      const label = m.main_act_apply_template({ title: template.title });
      return changeMeeting(store, meetingId, label, (meeting) => {
        const changed = withTemplate(parts, meeting, template);
        return success({ meeting: changed, value: changed });
      });
    },
    'meetings.writeNotes': ({ meetingId, ...notes }) =>
      changeMeeting(store, meetingId, m.main_act_write_notes(), (meeting) =>
        success({ meeting: { ...meeting, ...given(notes) }, value: null }),
      ),
  };
}

/** Finds the plan of an occurrence, or makes it. */
async function plan(
  parts: ServiceParts,
  reader: StoreReader,
  seriesId: string,
  originalLocal: string,
): Promise<Decided<Result<MeetingView>>> {
  const now = timestamp(parts.clock);
  const series = await reader.read('series', seriesId);
  if (series === null) return leave(failure('not-found', m.main_series_missing()));
  const occurrence = findOccurrence(series, originalLocal);
  const key = keyOf({ seriesId, originalLocal: occurrence?.originalLocal ?? originalLocal });
  const known = (await reader.list('meeting')).find((meeting) => keyOf(meeting) === key);
  if (known !== undefined) return leave(success(await meetingView(known, reader, now)));
  if (occurrence === null) return leave(failure('not-found', m.main_occurrence_missing()));
  const meeting = newMeeting(parts, occurrence);
  return write(m.main_act_plan(), [put(meeting)], await meetingView(meeting, reader, now));
}

function newMeeting({ clock, newId }: ServiceParts, occurrence: Occurrence): Meeting {
  return {
    kind: 'meeting',
    version: 1,
    id: newId(),
    personId: occurrence.personId,
    seriesId: occurrence.seriesId,
    originalLocal: occurrence.originalLocal,
    startLocal: occurrence.startLocal,
    timeZone: occurrence.timeZone,
    durationMinutes: occurrence.durationMinutes,
    status: 'planned',
    templateId: null,
    agenda: [],
    actionItems: [],
    notes: '',
    privateNotes: '',
    createdAt: timestamp(clock),
  };
}

/** Adds the template's points behind what is there; points that are there already are not doubled. */
function withTemplate(
  { clock, newId }: ServiceParts,
  meeting: Meeting,
  template: Template,
): Meeting {
  const present = new Set(meeting.agenda.map(({ text }) => text));
  const added = template.sections
    .flatMap(({ points }) => points)
    .filter((text) => !present.has(text))
    .map((text): Meeting['agenda'][number] => ({
      id: newId(),
      text,
      addedBy: 'me',
      stance: null,
      visibility: 'shared',
      origin: { kind: 'template', templateId: template.id },
      carryCount: 0,
      firstRaisedOn: today(clock),
      discussedAt: null,
    }));
  return { ...meeting, templateId: template.id, agenda: [...meeting.agenda, ...added] };
}
