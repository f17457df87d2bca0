const percents = [85, 100, 115, 130, 150] as const;
const normal = 1;

/** Steps are counted from the normal size, which is 0. */
export const lowestTextStep = -normal;
export const highestTextStep = percents.length - 1 - normal;

export const clampTextStep = (step: number): number =>
  Math.min(highestTextStep, Math.max(lowestTextStep, Math.round(step)));

/** The size of the text at a step, in percent of the normal one. */
export const textPercent = (step: number): number => percents[clampTextStep(step) + normal] ?? 100;
