import { highestTextStep, lowestTextStep } from '../../../domain/documents/reading.ts';

const percents = [85, 100, 115, 130, 150] as const;

export const clampTextStep = (step: number): number =>
  Math.min(highestTextStep, Math.max(lowestTextStep, Math.round(step)));

/** The size of the text at a step, in percent of the normal one. */
export const textPercent = (step: number): number =>
  percents[clampTextStep(step) - lowestTextStep] ?? 100;
