import { expect, test } from 'vitest';
import {
  createMarkdownRenderer,
  rememberRendered,
  type MarkdownWorker,
} from './markdown-renderer.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { WorkerRequest } from './worker-protocol.ts';

const prose = { headingOffset: 0, keepsLineBreaks: false };

/** A worker without a thread, since jsdom has none: hangs on "hang", breaks on "break". */
class FakeWorker extends EventTarget implements MarkdownWorker {
  isTerminated = false;

  postMessage(request: WorkerRequest): void {
    const { id, markdown, options } = request;
    if (markdown === 'hang') return;
    queueMicrotask(() => {
      if (markdown === 'break') this.dispatchEvent(new Event('error'));
      const outcome = renderMarkdown(markdown, options);
      this.dispatchEvent(new MessageEvent('message', { data: { id, outcome } }));
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const render = createMarkdownRenderer({
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    limitMilliseconds: 30,
    startMilliseconds: 30,
  });
  return { workers, render };
}

test('texts are answered in turn by one worker', async () => {
  const { workers, render } = setUp();
  const [first, second] = await Promise.all([render('a', prose), render('b', prose)]);
  expect(first).toEqual({ ok: true, html: '<p>a</p>\n' });
  expect(second).toEqual({ ok: true, html: '<p>b</p>\n' });
  expect(workers).toHaveLength(1);
});

test('a text that takes too long ends its worker, and the next text gets a new one', async () => {
  const { workers, render } = setUp();
  const [slow, next] = await Promise.all([render('hang', prose), render('b', prose)]);
  expect(slow).toEqual({ ok: false, problem: 'too-slow' });
  expect(next).toEqual({ ok: true, html: '<p>b</p>\n' });
  expect(workers.map((worker) => worker.isTerminated)).toEqual([true, false]);
});

test('a worker that breaks is replaced', async () => {
  const { workers, render } = setUp();
  expect(await render('break', prose)).toEqual({ ok: false, problem: 'unavailable' });
  expect(await render('b', prose)).toEqual({ ok: true, html: '<p>b</p>\n' });
  expect(workers).toHaveLength(2);
});

test('without workers the answer says so', async () => {
  const render = createMarkdownRenderer({
    createWorker: () => {
      throw new TypeError('no workers here');
    },
    limitMilliseconds: 30,
    startMilliseconds: 30,
  });
  expect(await render('a', prose)).toEqual({ ok: false, problem: 'unavailable' });
});

test('a text that was rendered lately is not rendered again; one that failed is', async () => {
  const rendered: string[] = [];
  const render = rememberRendered((markdown) => {
    rendered.push(markdown);
    return Promise.resolve(
      markdown === 'hard' ? { ok: false, problem: 'too-slow' } : { ok: true, html: markdown },
    );
  }, 2);
  for (const text of ['one', 'one', 'two', 'one', 'three', 'one', 'two', 'hard', 'hard']) {
    await render(text, prose);
  }
  await render('hard', { ...prose, headingOffset: 1 });
  expect(rendered).toEqual(['one', 'two', 'three', 'two', 'hard', 'hard', 'hard']);
});
