import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Makes a few files of scripts that start the store, as the app is built: started hundreds of
 * times, or measured, they must not load hundreds of modules. The store's thread is beside them.
 * @param scripts their sources, by the name that each gets without `.mjs`
 */
export async function buildScripts(
  folder: string,
  scripts: Readonly<Record<string, string>>,
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          ...scripts,
          'store-worker': fileURLToPath(new URL('../store-worker.ts', import.meta.url)),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}
