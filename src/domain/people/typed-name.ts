/**
 * Whether what somebody typed is this name: however it is spaced, composed or capitalised. Meant to
 * make them look at whom they are about to delete, not at their typing.
 */
export const isNameTyped = (typed: string, name: string): boolean =>
  plain(name) !== '' && plain(typed) === plain(name);

const plain = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
