import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';

/** The system's dialogs for files, in front of the app's window. */
export interface WindowDialogs {
  readonly open: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
  readonly save: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
}

/** What of Electron's `dialog` is needed. */
interface Dialogs<Window> {
  showOpenDialog(window: Window, options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showOpenDialog(options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showSaveDialog(window: Window, options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showSaveDialog(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
}

/**
 * A dialog that belongs to no window can open behind it, where nobody looks, while the window waits
 * for its answer. On macOS one that does comes out of the window's title.
 */
export function windowDialogs<Window extends object>(
  dialog: Dialogs<Window>,
  living: () => Window | null,
): WindowDialogs {
  return {
    open: (options) => {
      const window = living();
      return window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options);
    },
    save: (options) => {
      const window = living();
      return window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options);
    },
  };
}
