import { app } from './app.ts';

/** Once the app is ready; before, Electron refuses all of it but the question. */
function needsReady(): void {
  app.needsReady('globalShortcut cannot be used before the app is ready');
}

/** `globalShortcut`: nothing here registers them; registering says so, as in Electron, by false. */
export const globalShortcut = {
  register: () => {
    needsReady();
    return false;
  },
  isRegistered: () => false,
  unregister: needsReady,
  unregisterAll: needsReady,
};

/** `safeStorage`: there is no keyring here, and it says so. */
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptStringAsync: () => Promise.reject(new Error('Encryption is not available.')),
  decryptStringAsync: () => Promise.reject(new Error('Encryption is not available.')),
} satisfies Partial<Electron.SafeStorage>;
