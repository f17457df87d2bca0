import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { hideWindow } from './hide-window.ts';

/** A window as macOS has it: it leaves the full screen in its own time. */
class Window extends EventEmitter {
  readonly done: string[] = [];
  isGone = false;
  isFullScreen = (): boolean => true;
  isDestroyed = (): boolean => this.isGone;
  hide(): void {
    this.done.push('hide');
  }
  setFullScreen(isFullScreen: boolean): void {
    this.done.push(`full screen ${String(isFullScreen)}`);
  }
}

test('on macOS the full screen is left first, and only then hidden', () => {
  const window = new Window();
  hideWindow(window, 'darwin');
  expect(window.done).toEqual(['full screen false']);
  window.emit('leave-full-screen');
  expect(window.done).toEqual(['full screen false', 'hide']);
});

test('a window that has gone meanwhile is left alone; elsewhere hiding is all', () => {
  const gone = new Window();
  hideWindow(gone, 'darwin');
  gone.isGone = true;
  gone.emit('leave-full-screen');
  expect(gone.done).toEqual(['full screen false']);
  const other = new Window();
  hideWindow(other, 'linux');
  expect(other.done).toEqual(['hide']);
});
