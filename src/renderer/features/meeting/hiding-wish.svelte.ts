const storageKey = 'evenkeel-hides-private-notes';

/** Whether private notes hide themselves when the window loses the focus; kept on this computer. */
export class HidingWish {
  isOn = $state(false);
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.isOn = storage.getItem(storageKey) === 'yes';
  }

  change(isOn: boolean): void {
    this.isOn = isOn;
    this.#storage.setItem(storageKey, isOn ? 'yes' : 'no');
  }
}
