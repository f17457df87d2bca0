/** `globalShortcut`: X would allow it, nothing here does it; registering says so, as in Electron, by false. */
export const globalShortcut = {
  register: (accelerator, callback) =>
    typeof accelerator === 'symbol' && typeof callback === 'symbol',
  registerAll: () => undefined,
  isRegistered: (accelerator) => typeof accelerator === 'symbol',
  unregister: () => undefined,
  unregisterAll: () => undefined,
} satisfies Partial<Electron.GlobalShortcut>;

const refuse = (): never => {
  throw new Error('Encryption is not available.');
};

/** `safeStorage`: there is no keyring here, and it says so. */
export const safeStorage = {
  /* eslint-disable @typescript-eslint/no-deprecated -- deprecated, and there still */
  isEncryptionAvailable: () => false,
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptString: refuse,
  decryptString: refuse,
  /* eslint-enable @typescript-eslint/no-deprecated */
  // eslint-disable-next-line @typescript-eslint/require-await -- async, so that it rejects and does not throw
  encryptStringAsync: async () => refuse(),
  // eslint-disable-next-line @typescript-eslint/require-await -- see above
  decryptStringAsync: async () => refuse(),
  getSelectedStorageBackend: () => 'unknown',
} satisfies Partial<Electron.SafeStorage>;
