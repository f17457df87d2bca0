import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';

/** Does what the system may refuse; then the problem is reported and the user gets the sentence. */
export async function tried<T>(
  report: (problem: unknown) => void,
  sentence: string,
  act: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return success(await act());
  } catch (error) {
    report(error);
    return failure('unavailable', sentence);
  }
}
