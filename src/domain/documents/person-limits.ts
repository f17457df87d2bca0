// What a person's page may hold. Apart from the schemas, so that a window can have it without them.

export const longestName = 200;
export const longestArea = 200;
export const longestTag = 50;
/** In days: once a year, whatever the year. */
export const longestCadenceDays = 366;
