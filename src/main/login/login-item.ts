import type { LoginState } from '../../ipc/views.ts';
import type { Result } from '../../ipc/result.ts';

/** Starting at login, as this system does it. */
export interface LoginItem {
  /** As the system has it now: the user may have changed it there. */
  readonly read: () => Promise<LoginState>;
  readonly set: (isOn: boolean) => Promise<Result<null>>;
}
