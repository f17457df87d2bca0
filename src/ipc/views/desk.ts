import type { CaptureKeys } from '../../domain/capture/keys.ts';

/** Whether the app starts at login, as the system has it. */
export interface LoginState {
  readonly isOn: boolean;
  /** Whether that can be changed from here. */
  readonly canChange: boolean;
  /** What else there is to say; null for nothing. */
  readonly note: string | null;
}

/** What of the app is at hand while its window is not, on this computer. */
export interface DeskView {
  readonly login: LoginState;
  /** The keys that capture a thought from anywhere; null for none. */
  readonly captureKeys: CaptureKeys | null;
}
