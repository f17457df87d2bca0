/** So few moves leave nothing to choose. */
export const fewestMoves = 2;
/** So many fit one agenda beside all else. */
export const mostMoves = 4;
