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
  let waiting = 0;

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
    // Whoever comes first is served at once: their screen is made while the worker works.
    const served =
      waiting === 0 ? work(markdown, options) : queue.then(() => work(markdown, options));
    waiting += 1;
    const turn = served.catch(unavailable).finally(() => {
      waiting -= 1;
    });
    queue = turn;
    return turn;
  };
}

const unavailable = (): RenderOutcome => ({ ok: false, problem: 'unavailable' });

/**
 * Renders each text once: what was rendered lately is there at once.
 * @param limit how many texts are remembered
 */
export function rememberRendered(render: RenderText, limit: number): RenderText {
  const known = new Map<string, Promise<RenderOutcome>>();
  return (markdown, options) => {
    const key = `${JSON.stringify(options)} ${markdown}`;
    const before = known.get(key);
    const outcome = before ?? render(markdown, options);
    known.delete(key);
    known.set(key, outcome);
    const [oldest] = known.keys();
    if (known.size > limit && oldest !== undefined) known.delete(oldest);
    // What failed may work the next time.
    void outcome.then(({ ok }) => {
      if (!ok && known.get(key) === outcome) known.delete(key);
    });
    return outcome;
  };
}

/** More than the guide has pages, all of which are small. */
const rememberedTexts = 32;
let shared: RenderText | undefined;

/** The window's own renderer; its worker starts with the first text. */
export const renderInWorker: RenderText = (markdown, options) => {
  shared ??= rememberRendered(
    createMarkdownRenderer({
      createWorker: createMarkdownWorker,
      limitMilliseconds: 2000,
      startMilliseconds: 8000,
    }),
    rememberedTexts,
  );
  return shared(markdown, options);
};
