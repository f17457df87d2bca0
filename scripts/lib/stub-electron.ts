import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageVersion } from './project.ts';

/** By this text the fuses are found inside Electron's program; it is part of its public layout. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/**
 * Writes a folder that looks enough like Electron's distribution for Linux that the packager goes
 * through all of its steps: the configuration's schema, the choice of files, the archive, the
 * fuses. What comes out does not run.
 */
export async function writeStubElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel, 'latin1'),
    // Version 1 of the fuses' layout, and how many there are.
    Buffer.from([1, fuseCount]),
    Buffer.from('1'.repeat(fuseCount), 'latin1'),
  ]);
  await writeFile(join(folder, 'electron'), fuses, { mode: 0o755 });
  await mkdir(join(folder, 'locales'), { recursive: true });
  await writeFile(join(folder, 'locales', 'en-GB.pak'), '');
  await writeFile(join(folder, 'version'), packageVersion('electron'));
}
