/**
 * A number for a name that looks drawn by lot, and is the same whenever seed and name are: FNV-1a,
 * then the mixing step of MurmurHash3, without which names that are alike would stay neighbours.
 */
export function shuffleRank(seed: string, name: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\n${name}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
