/** `globalShortcut`: nothing here registers them; registering says so, as in Electron, by false. */
export const globalShortcut = {
  register: () => false,
  isRegistered: () => false,
  unregister: () => undefined,
  unregisterAll: () => undefined,
};

/** `safeStorage`: there is no keyring here, and it says so. */
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptStringAsync: () => Promise.reject(new Error('Encryption is not available.')),
  decryptStringAsync: () => Promise.reject(new Error('Encryption is not available.')),
} satisfies Partial<Electron.SafeStorage>;
