import { expect, test } from 'vitest';
import { windowDialogs } from './window-dialogs.ts';

interface Named {
  readonly name: string;
}

test('a dialog belongs to the window that is there, and stands alone where there is none', async () => {
  const asked: (readonly object[])[] = [];
  const dialog = {
    showOpenDialog: (...given: object[]) => {
      asked.push(given);
      return Promise.resolve({ canceled: false, filePaths: ['/a.ics'] });
    },
    showSaveDialog: (...given: object[]) => {
      asked.push(given);
      return Promise.resolve({ canceled: true, filePath: '' });
    },
  };
  const window: Named = { name: 'the window' };
  let living: Named | null = window;
  const { open, save } = windowDialogs(dialog, () => living);
  const [opening, saving] = [{ title: 'Open' }, { title: 'Save' }];
  expect(await open(opening)).toEqual({ canceled: false, filePaths: ['/a.ics'] });
  expect(await save(saving)).toEqual({ canceled: true, filePath: '' });
  living = null;
  await open(opening);
  await save(saving);
  expect(asked).toEqual([[window, opening], [window, saving], [opening], [saving]]);
});
