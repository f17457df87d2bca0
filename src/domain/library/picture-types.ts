/** The pictures that the library shows, by how their files end. SVG is a program, and not among them. */
export type PictureType = 'png' | 'jpg' | 'gif' | 'webp';

/** What a picture is by its first bytes, whatever it is called; null for anything else. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const begins = (signature: string, from = 0): boolean =>
    Array.from(signature).every((character, at) => bytes[from + at] === character.charCodeAt(0));
  if (begins('\x89PNG\r\n\x1a\n')) return 'png';
  if (begins('\xff\xd8\xff')) return 'jpg';
  if (begins('GIF87a') || begins('GIF89a')) return 'gif';
  return begins('RIFF') && begins('WEBP', 8) ? 'webp' : null;
}

/** The name of a kept picture: the hash of its bytes, and its type. */
export const pictureFilePattern = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/;

/** The names of kept pictures that stand in a text, whatever else is in it. */
export const pictureFilesIn = (text: string): readonly string[] =>
  text.match(/[0-9a-f]{64}\.(?:png|jpg|gif|webp)/g) ?? [];

/** Whether an address is that of a kept picture, and nothing else. */
export const isPictureAddress = (address: string): boolean => {
  const before = pictureAddress('');
  return address.startsWith(before) && pictureFilePattern.test(address.slice(before.length));
};

/** Where the app's own pages find a kept picture. */
export const pictureAddress = (file: string): string => `/library/${file}`;
