import type { Stance } from '../../../domain/documents/meeting.ts';
import type { Depth } from '../../../domain/questions/depths.ts';
import type { ParticularSituation } from '../../../domain/questions/situations.ts';
import { m } from '../../../messages/index.ts';

const depthNames: Readonly<Record<Depth, () => string>> = {
  opening: m.questions_depth_opening,
  deeper: m.questions_depth_deeper,
  commitment: m.questions_depth_commitment,
};

const stanceNames: Readonly<Record<Stance, () => string>> = {
  manage: m.questions_stance_manage,
  lead: m.questions_stance_lead,
  none: m.questions_stance_none,
};

const situationNames: Readonly<Record<ParticularSituation, () => string>> = {
  'first-meeting': m.questions_situation_first_meeting,
  'after-incident': m.questions_situation_after_incident,
  'after-delivery': m.questions_situation_after_delivery,
  'under-pressure': m.questions_situation_under_pressure,
  'new-role': m.questions_situation_new_role,
  'return-from-leave': m.questions_situation_return_from_leave,
  conflict: m.questions_situation_conflict,
  'low-energy': m.questions_situation_low_energy,
  'going-well': m.questions_situation_going_well,
  reorganisation: m.questions_situation_reorganisation,
  'before-review': m.questions_situation_before_review,
  'stay-or-exit': m.questions_situation_stay_or_exit,
  remote: m.questions_situation_remote,
};

/** How far into a topic a question goes. */
export const depthName = (depth: Depth): string => depthNames[depth]();

/** What the answer to a question is mostly about. */
export const stanceName = (stance: Stance): string => stanceNames[stance]();

/** When a question fits. */
export const situationName = (situation: ParticularSituation): string =>
  situationNames[situation]();
