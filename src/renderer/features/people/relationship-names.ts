import { relationships, type Relationship } from '../../../domain/documents/relationships.ts';
import { m } from '../../../messages/index.ts';
import type { Choice } from '../../ui/choice.ts';

const names: Record<Relationship, () => string> = {
  report: m.app_relationship_report,
  peer: m.app_relationship_peer,
  manager: m.app_relationship_manager,
  'skip-level': m.app_relationship_skip_level,
  mentor: m.app_relationship_mentor,
  mentee: m.app_relationship_mentee,
  other: m.app_relationship_other,
};

/** What the user calls a relationship: what the person is to them. */
export const relationshipName = (relationship: Relationship): string => names[relationship]();

/** Every relationship, to choose from. */
export const relationshipChoices = (): readonly Choice<Relationship>[] =>
  relationships.map((value) => ({ value, label: relationshipName(value) }));
