import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Makes a few files of scripts that start the store, as the app is built: started hundreds of
 * times, or measured, they must not load hundreds of modules. The store's thread is beside them.
 * @param scripts their sources, by the name that each gets without `.mjs`
 */
export const buildScripts = (
  folder: string,
  scripts: Readonly<Record<string, string>>,
): Promise<void> =>
  buildFiles(folder, {
    ...scripts,
    'store-worker': fileURLToPath(new URL('../store-worker.ts', import.meta.url)),
  });

/** Makes one file, `.mjs`, of each source and all that it imports. */
export async function buildFiles(
  folder: string,
  input: Readonly<Record<string, string>>,
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: { ...input },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}
