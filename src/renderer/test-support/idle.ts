// jsdom knows no idle time: what waits for some comes in a task of its own.
if (!('requestIdleCallback' in window)) {
  Object.assign(window, {
    requestIdleCallback: (callback: IdleRequestCallback): number =>
      window.setTimeout(() => {
        callback({ didTimeout: false, timeRemaining: () => 0 });
      }),
    cancelIdleCallback: (handle: number): void => {
      window.clearTimeout(handle);
    },
  });
}
