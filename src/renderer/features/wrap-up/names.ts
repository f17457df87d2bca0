/** What somebody is called in a sentence. */
export const firstName = (name: string): string => name.split(/\s/, 1)[0] ?? name;
