import { defaultSettings, settingsId } from '../../domain/documents/settings.ts';
import { m } from '../../messages/index.ts';
import type { Document } from '../../domain/documents/document.ts';
import { checkDocument, UnreadableDocument } from './disk-shape.ts';
import { settingsFile } from './document-paths.ts';
import type { Purpose, Reading } from './read-folder.ts';
import { copyOf, newestGood } from './read-folder.ts';
import { reasonOf } from './save-failure.ts';
import type { Place } from './shelf.ts';

const ref = { kind: 'settings', id: settingsId } as const;

/**
 * Puts the settings on the shelf: those of the file; the last good ones when it cannot be used and a
 * copy of it is kept; the usual ones when there are none.
 * @returns why the folder may only be read, or null
 */
export async function openSettings(reading: Reading, purpose: Purpose): Promise<string | null> {
  const { dataFolder, shelf, problems } = reading;
  const place = shelf.placeAt(ref, settingsFile);
  shelf.put(place, checkDocument(defaultSettings));
  const file = place.file.path;
  try {
    const settings = await readSettings(place);
    if (settings !== null) {
      shelf.put(place, settings);
      return null;
    }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) {
      return m.main_store_read_only_settings({ file });
    }
    if (error.reason === 'newer') return m.main_store_read_only_newer({ folder: dataFolder });
    const copy = await copyOf(reading, purpose, settingsFile);
    if (copy === null) return m.main_store_read_only_settings({ file });
    const good = newestGood(reading, settingsFile);
    if (good !== null) shelf.put(place, good);
    const words = { file, copy };
    const isRestored = good !== null;
    problems.add(
      'settings',
      isRestored ? m.main_store_restored(words) : m.main_store_settings_damaged(words),
    );
  }
  return purpose === 'tidying' ? begin(dataFolder, place) : null;
}

async function begin(folder: string, place: Place): Promise<string | null> {
  try {
    await place.low.write();
    await place.file.syncFolder();
    return null;
  } catch (error) {
    return m.main_store_read_only_folder({ folder, reason: reasonOf(error) });
  }
}

async function readSettings({ file }: Place): Promise<Document | null> {
  const document = await file.read();
  if (document !== null && (document.kind !== ref.kind || document.id !== ref.id)) {
    throw new UnreadableDocument('damaged', 'kind');
  }
  return document;
}
