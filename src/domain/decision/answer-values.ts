/** One answer: 0 is the low pole, 4 the high pole. Apart from the schemas, so that a window can have it without them. */
export const answerValues = [0, 1, 2, 3, 4] as const;
