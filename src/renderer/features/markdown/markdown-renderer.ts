import { createMarkdownWorker } from './trusted-worker.ts';
import type {
  RenderOptions,
  RenderOutcome,
  WorkerReply,
  WorkerRequest,
} from './worker-protocol.ts';

/** Renders one text. Never rejects: what cannot be rendered comes back with the reason. */
export type RenderText = (markdown: string, options: RenderOptions) => Promise<RenderOutcome>;

/** What the renderer needs of a worker. */
export type MarkdownWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface RendererParts {
  /** Starts a worker; may throw where there are none. */
  readonly createWorker: () => MarkdownWorker;
  /** How long one text may take. */
  readonly limitMilliseconds: number;
  /** What a new worker gets on top, to load its script. */
  readonly startMilliseconds: number;
}

/**
 * Makes a renderer that works on one text at a time, in a worker that it replaces when a text takes
 * longer than the limit.
 */
export function createMarkdownRenderer(parts: RendererParts): RenderText {
  let worker: MarkdownWorker | undefined;
  let lastId = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const dropWorker = (): void => {
    worker?.terminate();
    worker = undefined;
  };

  const work = (markdown: string, options: RenderOptions): Promise<RenderOutcome> =>
    new Promise((resolve) => {
      const isNew = worker === undefined;
      const current = (worker ??= parts.createWorker());
      lastId += 1;
      const request: WorkerRequest = { id: lastId, markdown, options };
      const listening = new AbortController();
      const finish = (outcome: RenderOutcome): void => {
        clearTimeout(timer);
        listening.abort();
        resolve(outcome);
      };
      const timer = setTimeout(
        () => {
          dropWorker();
          finish({ ok: false, problem: 'too-slow' });
        },
        parts.limitMilliseconds + (isNew ? parts.startMilliseconds : 0),
      );
      const { signal } = listening;
      current.addEventListener(
        'message',
        (event: MessageEvent<WorkerReply>) => {
          if (event.data.id === request.id) finish(event.data.outcome);
        },
        { signal },
      );
      current.addEventListener(
        'error',
        () => {
          dropWorker();
          finish({ ok: false, problem: 'unavailable' });
        },
        { signal },
      );
      current.postMessage(request);
    });

  return (markdown, options) => {
    const turn = queue.then(() => work(markdown, options)).catch(unavailable);
    queue = turn;
    return turn;
  };
}

const unavailable = (): RenderOutcome => ({ ok: false, problem: 'unavailable' });

let shared: RenderText | undefined;

/** The window's own renderer; its worker starts with the first text. */
export const renderInWorker: RenderText = (markdown, options) => {
  shared ??= createMarkdownRenderer({
    createWorker: createMarkdownWorker,
    limitMilliseconds: 2000,
    startMilliseconds: 8000,
  });
  return shared(markdown, options);
};
