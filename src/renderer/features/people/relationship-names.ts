import { relationships, type Relationship } from '../../../domain/documents/relationships.ts';
import { relationshipName } from '../../../messages/relationship-names.ts';
import type { Choice } from '../../ui/choice.ts';

/** Every relationship, to choose from. */
export const relationshipChoices = (): readonly Choice<Relationship>[] =>
  relationships.map((value) => ({ value, label: relationshipName(value) }));
