import type { CaptureDraft } from '../../domain/capture/drafts.ts';

/** Something the user should know, said once, where they are. */
export interface Notice {
  readonly id: string;
  readonly severity: 'information' | 'warning';
  readonly message: string;
  /** Where more is said of it: a hash route such as #/data. */
  readonly route?: string;
}

export interface AppView {
  readonly version: string;
  /** What the app runs on, in words, such as "Electron 45.4.1". */
  readonly runtime: string;
  readonly dataFolder: string;
  /** The zone of this machine, IANA. */
  readonly timeZone: string;
  /** BCP 47, from the operating system. */
  readonly locale: string;
  readonly notices: readonly Notice[];
  /** The thought that the window asks for; null while it asks for none. */
  readonly capture: CaptureDraft | null;
}
