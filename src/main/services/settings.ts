import { givenOf } from '../../domain/agenda/change.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import { defaultSettings, settingsId } from '../../domain/documents/settings.ts';
import { m } from '../../messages/index.ts';
import { success } from '../../ipc/result.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { put, write } from './acts.ts';
import type { KeptReading } from './kept-reading.ts';
import { keptReading } from './kept-reading.ts';

/** What the user chose, or the defaults as long as nothing was chosen. */
export async function readSettings(reader: StoreReader): Promise<Settings> {
  return (await reader.read('settings', settingsId)) ?? defaultSettings;
}

/** The settings as the beats read them: each minute's would wake the store's thread. */
export const keptSettings = (store: Store): KeptReading<Settings> =>
  keptReading(store, ['settings'], () => readSettings(store));

export function createSettingsService(store: Store): HandlersOf<'settings'> {
  return {
    'settings.read': async () => success(await readSettings(store)),
    'settings.change': async (change) => {
      const { value } = await store.act(async (reader) => {
        const settings = { ...(await readSettings(reader)), ...givenOf(change) };
        return write(m.main_act_change_settings(), [put(settings)], settings);
      });
      return value;
    },
  };
}
