/** How far into a topic a question goes, from the first one on. */
export const depths = ['opening', 'deeper', 'commitment'] as const;

export type Depth = (typeof depths)[number];

/** 1 for an opening, 2 for one that goes deeper, 3 for one that asks for a commitment. */
export const depthRank = (depth: Depth): number => depths.indexOf(depth) + 1;
