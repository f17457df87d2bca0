import { render } from '@testing-library/svelte';
import type { Settings } from '../../domain/documents/settings.ts';
import { defaultSettings } from '../../domain/documents/settings.ts';
import { success } from '../../ipc/result.ts';
import { appContext } from '../api/app.svelte.ts';
import SettingsScreen from '../features/settings/SettingsScreen.svelte';
import { FakeBridge, loadedApp } from './fake-bridge.ts';

/** The settings over a main process that keeps what it is told. */
export async function openSettings(change: Partial<Settings> = {}) {
  let settings = { ...defaultSettings, ...change };
  const bridge = new FakeBridge()
    .answer('settings.read', () => success(settings))
    .answer('settings.change', (input) => {
      settings = Object.assign({}, settings, input);
      return success(settings);
    });
  const app = await loadedApp(bridge);
  const screen = render(SettingsScreen, { context: appContext(app) });
  const kept = (): unknown => bridge.inputsOf('settings.change');
  return { app, bridge, screen, kept };
}
