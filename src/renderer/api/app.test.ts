import { expect, test } from 'vitest';
import { defaultSettings } from '../../domain/documents/settings.ts';
import { failure, success } from '../../ipc/result.ts';
import { FakeBridge, loadedApp } from '../test-support/fake-bridge.ts';

const repeating = { ...defaultSettings, repeatsUntilAcknowledged: true };

test('a change is shown once main has it, and one that failed is not', async () => {
  const bridge = new FakeBridge().answer('settings.change', () => success(repeating));
  const app = await loadedApp(bridge);
  expect(await app.changeSettings({ repeatsUntilAcknowledged: true })).toEqual(success(repeating));
  expect(app.settings).toEqual(repeating);
  bridge.answer('settings.change', () => failure('not-saved', 'The disk is full.'));
  expect(await app.changeSettings({ hidesTitles: true })).toMatchObject({ ok: false });
  expect(app.settings).toEqual(repeating);
});

test('an answer that a later change has overtaken takes nothing back', async () => {
  let answerFirst = (): void => undefined;
  const dark = { ...defaultSettings, theme: 'dark' } as const;
  const bridge = new FakeBridge().answer('settings.change', (values) =>
    values.theme === undefined
      ? success(repeating)
      : new Promise((resolve) => {
          answerFirst = () => {
            resolve(success(dark));
          };
        }),
  );
  const app = await loadedApp(bridge);
  const overtaken = app.changeSettings({ theme: 'dark' });
  await app.changeSettings({ repeatsUntilAcknowledged: true });
  answerFirst();
  expect(await overtaken).toEqual(success(dark));
  expect(app.settings).toEqual(repeating);
});
