/** The parts of the guide, in their order; each is a folder under resources/guide. */
export const guideGroups = ['article', 'companions'] as const;

export type GuideGroup = (typeof guideGroups)[number];
