import { checkIds } from '../../domain/checks/check-ids.ts';
import type { Handlers } from '../ipc/handlers.ts';

/**
 * Reads what the helper and the short checks ask. What cannot be used is told of by this, and not in
 * the hard moment that it is needed in.
 */
export async function readHelpers(
  handlers: Pick<Handlers, 'helper.model' | 'checks.read'>,
): Promise<void> {
  await handlers['helper.model'](undefined);
  for (const checkId of checkIds) await handlers['checks.read']({ checkId });
}
