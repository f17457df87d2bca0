/** Tells whoever started the app from a terminal what went wrong inside. */
export function report(problem: unknown): void {
  console.error('Evenkeel:', problem);
}
