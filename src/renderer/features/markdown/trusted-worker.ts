import workerUrl from './markdown-worker.ts?worker&url';

let policy: TrustedScriptURLPolicy | undefined;

/**
 * Starts a worker that renders Markdown. The page's trusted types let this policy, made once, name
 * this one script and no other. Throws where there are no workers.
 */
export function createMarkdownWorker(): Worker {
  policy ??= trustedTypes.createPolicy('evenkeel-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError('Only the Markdown worker may be started.');
      return url;
    },
  });
  return new Worker(policy.createScriptURL(workerUrl), { type: 'module', name: 'markdown' });
}
