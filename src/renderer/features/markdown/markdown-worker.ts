// The worker's script: renders what it is sent. It may hang on hostile text; then it is replaced.
import { renderMarkdown } from './render-markdown.ts';
import type { WorkerReply, WorkerRequest } from './worker-protocol.ts';

self.addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
  const { id, markdown, options } = event.data;
  self.postMessage({ id, outcome: renderMarkdown(markdown, options) } satisfies WorkerReply);
});
