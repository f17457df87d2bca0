import * as v from 'valibot';

const reply = v.object({
  id: v.number(),
  result: v.optional(v.record(v.string(), v.unknown()), {}),
});
const targets = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), type: v.string(), url: v.string() })),
});
const attached = v.object({ sessionId: v.string() });
const evaluated = v.object({ result: v.object({ value: v.optional(v.unknown()) }) });

type Result = Readonly<Record<string, unknown>>;

/** The little of Chromium's debugging protocol that it takes to ask pages a question. */
export class DevTools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (result: Result) => void>();
  readonly #sessions = new Map<string, string>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }: MessageEvent) => {
      const answer = v.safeParse(reply, JSON.parse(String(data)));
      if (!answer.success) return;
      this.#waiting.get(answer.output.id)?.(answer.output.result);
      this.#waiting.delete(answer.output.id);
    });
  }

  static async connect(endpoint: string): Promise<DevTools> {
    const socket = new WebSocket(endpoint);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => {
        resolve();
      });
      socket.addEventListener('error', () => {
        reject(new Error(`Nobody answers at ${endpoint}.`));
      });
    });
    return new DevTools(socket);
  }

  /** Whether any page says by `data-ready` that it is usable. */
  async isReady(): Promise<boolean> {
    const { targetInfos } = v.parse(targets, await this.#send('Target.getTargets'));
    const pages = targetInfos.filter(({ type }) => type === 'page');
    const answers = await Promise.all(pages.map(({ targetId }) => this.#isPageReady(targetId)));
    return answers.includes(true);
  }

  /** The addresses of everything that the pages have loaded so far, as the pages tell it. */
  async loadedAddresses(): Promise<readonly string[]> {
    const expression = "performance.getEntriesByType('resource').map((entry) => entry.name)";
    const sessions = [...this.#sessions.values()];
    const all = await Promise.all(
      sessions.map(async (sessionId) => {
        const answer = await this.#evaluate(expression, sessionId);
        return v.is(v.array(v.string()), answer) ? answer : [];
      }),
    );
    return all.flat();
  }

  close(): void {
    this.#socket.close();
  }

  async #isPageReady(targetId: string): Promise<boolean> {
    const sessionId = this.#sessions.get(targetId) ?? (await this.#attach(targetId));
    if (sessionId === undefined) return false;
    const expression = "document.documentElement?.dataset.ready === 'true'";
    return (await this.#evaluate(expression, sessionId)) === true;
  }

  async #evaluate(expression: string, sessionId: string): Promise<unknown> {
    const parameters = { expression, returnByValue: true };
    const answer = await this.#send('Runtime.evaluate', parameters, sessionId);
    const value = v.safeParse(evaluated, answer);
    return value.success ? value.output.result.value : undefined;
  }

  async #attach(targetId: string): Promise<string | undefined> {
    const answer = await this.#send('Target.attachToTarget', { targetId, flatten: true });
    const session = v.safeParse(attached, answer);
    if (!session.success) return undefined;
    this.#sessions.set(targetId, session.output.sessionId);
    return session.output.sessionId;
  }

  #send(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });
  }
}
