/** How a text is to be rendered. */
export interface RenderOptions {
  /** Added to every heading's level, so that a text fits under the headings around it. */
  readonly headingOffset: number;
  /** Whether a single line break is kept, as in notes; in prose it is a space. */
  readonly keepsLineBreaks: boolean;
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
