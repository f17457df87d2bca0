/** How a text is to be rendered. */
export interface RenderOptions {
  /** Added to every heading's level, so that a text fits under the headings around it. */
  readonly headingOffset: number;
  /** Whether a single line break is kept, as in notes; in prose it is a space. */
  readonly keepsLineBreaks: boolean;
  /** Where the text is from, for one that was added with a folder; absent for any other. */
  readonly folder?: TextFolder;
}

/** The place of a text in a folder, and what it may lead to or show there. */
export interface TextFolder {
  readonly path: string;
  /** Paths in the folder, and where the app has what is there. */
  readonly targets: readonly { readonly path: string; readonly address: string }[];
}

/** Why a text is shown as it was typed. */
export type RenderProblem = 'too-long' | 'too-deep' | 'too-slow' | 'unavailable';

/** HTML that nobody has sanitised yet, or the reason why there is none. */
export type RenderOutcome =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly problem: RenderProblem };

export interface WorkerRequest {
  readonly id: number;
  readonly markdown: string;
  readonly options: RenderOptions;
}

export interface WorkerReply {
  readonly id: number;
  readonly outcome: RenderOutcome;
}
