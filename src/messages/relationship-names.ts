import type { Relationship } from '../domain/documents/relationships.ts';
import { m } from './index.ts';

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
