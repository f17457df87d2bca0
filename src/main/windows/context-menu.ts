import type { MenuItemConstructorOptions } from 'electron';
import { m } from '../../messages/index.ts';
import { safeExternalUrl } from '../security/external-links.ts';

/** What lies under the pointer, as Electron says it. */
export interface ContextPoint {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly linkURL: string;
  readonly editFlags: Readonly<
    Record<'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll', boolean>
  >;
}

export interface ContextEntry extends Pick<
  MenuItemConstructorOptions,
  'role' | 'type' | 'label' | 'enabled'
> {
  readonly click?: () => void;
}

/**
 * The menu for a place in the window: for what can be typed in, for what is selected, for links that
 * lead outside. Electron shows none by itself. Empty where there is nothing to do.
 */
export function contextMenuOf(
  { isEditable, selectionText, linkURL, editFlags }: ContextPoint,
  copyText: (text: string) => void,
): ContextEntry[] {
  if (isEditable) return editEntries(editFlags);
  const address = safeExternalUrl(linkURL);
  const selected: ContextEntry[] =
    selectionText.trim() === '' ? [] : [{ role: 'copy', label: m.main_edit_copy() }];
  if (address === null) return selected;
  const copyAddress = (): void => {
    copyText(address);
  };
  return [...selected, { label: m.main_edit_copy_link(), click: copyAddress }];
}

const editEntries = (can: ContextPoint['editFlags']): ContextEntry[] => [
  { role: 'undo', label: m.main_edit_undo(), enabled: can.canUndo },
  { role: 'redo', label: m.main_edit_redo(), enabled: can.canRedo },
  { type: 'separator' },
  { role: 'cut', label: m.main_edit_cut(), enabled: can.canCut },
  { role: 'copy', label: m.main_edit_copy(), enabled: can.canCopy },
  { role: 'paste', label: m.main_edit_paste(), enabled: can.canPaste },
  { type: 'separator' },
  { role: 'selectAll', label: m.main_edit_select_all(), enabled: can.canSelectAll },
];
