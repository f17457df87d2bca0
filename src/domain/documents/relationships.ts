/** What a person is to the user. Apart from the schemas, so that a window can have it without them. */
export const relationships = [
  'report',
  'peer',
  'manager',
  'skip-level',
  'mentor',
  'mentee',
  'other',
] as const;

export type Relationship = (typeof relationships)[number];
