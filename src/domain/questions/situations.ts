// Apart from the schemas, so that a window can have them without. What each means stands in
// resources/questions.json, beside the questions.

/** Moments that a question may belong to, such as the weeks after an incident. */
export const particularSituations = [
  'first-meeting',
  'after-incident',
  'after-delivery',
  'under-pressure',
  'new-role',
  'return-from-leave',
  'conflict',
  'low-energy',
  'going-well',
  'reorganisation',
  'before-review',
  'stay-or-exit',
  'remote',
] as const;

export type ParticularSituation = (typeof particularSituations)[number];

/** What a question can be tagged with; "any" is one that fits whenever there is room for it. */
export const situations = ['any', ...particularSituations] as const;
