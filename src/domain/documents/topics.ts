/** What talking points are about. Apart from the schemas, so that a window can have it without them. */
export const topics = [
  'wellbeing',
  'workload',
  'priorities',
  'delivery',
  'collaboration',
  'feedback',
  'growth',
  'career',
  'team',
  'process',
  'direction',
  'change',
  'delegation',
  'recognition',
] as const;

export type Topic = (typeof topics)[number];
