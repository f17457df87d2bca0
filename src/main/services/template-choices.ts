import type { Meeting } from '../../domain/documents/meeting.ts';
import { earlierMeeting } from '../../domain/templates/earlier-meeting.ts';
import type { MeetingSituation } from '../../domain/templates/fitting-templates.ts';
import { fittingTemplates } from '../../domain/templates/fitting-templates.ts';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import type { TemplateChoices } from '../../ipc/views.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { today } from './acts.ts';
import { meetingMissing } from './missing.ts';
import type { Resources } from './resources.ts';
import { readTemplates } from './template-entries.ts';
import { templateSummary } from './template-views.ts';

/** What one 1:1 can start from, with what fits it first. */
export async function templateChoices(
  { store, clock, resources }: ServiceParts & { readonly resources: Resources },
  meetingId: string,
): Promise<Result<TemplateChoices>> {
  const [meeting, entries] = await Promise.all([
    store.read('meeting', meetingId),
    readTemplates(resources, store),
  ]);
  if (meeting === null) return meetingMissing();
  const situation = await situationOf(store, meeting, today(clock));
  const templates = entries.map(templateSummary);
  const usable = templates.filter(({ isUsable }) => isUsable).map(({ id }) => id);
  const fitting = fittingTemplates(situation, usable).flatMap(({ templateId, reason }) => {
    const template = templates.find(({ id }) => id === templateId);
    return template === undefined ? [] : [{ template, reason }];
  });
  const first = new Set(fitting.map(({ template }) => template.id));
  return success({ fitting, others: templates.filter(({ id }) => !first.has(id)) });
}

async function situationOf(
  reader: StoreReader,
  meeting: Meeting,
  date: string,
): Promise<MeetingSituation> {
  const { personId } = meeting;
  const [person, meetings] = await Promise.all([
    reader.read('person', personId),
    reader.summaries('meeting', { personId }),
  ]);
  const last = earlierMeeting(meeting, meetings, date);
  const before = last === null ? null : await reader.read('meeting', last.meeting.id);
  return {
    relationship: person?.relationship ?? 'other',
    daysSinceLast: last?.daysBefore ?? null,
    lastTemplateId: before?.templateId ?? null,
  };
}
