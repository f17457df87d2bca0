import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { success } from '../../ipc/result.ts';
import { SaveState } from '../api/save-state.svelte.ts';
import SaveStateLine from './SaveStateLine.svelte';

test('that it is being saved is seen, and that it is saved is read out as well', async () => {
  const save = new SaveState();
  const screen = render(SaveStateLine, { props: { save } });
  const said = screen.getByRole('status');
  save.later(() => Promise.resolve(success(null)));
  await tick();
  screen.getByText('Saving…');
  expect(said.textContent).toBe('');
  await save.flush();
  await tick();
  expect(said.textContent.trim()).toBe('Saved');
  expect(screen.queryByText('Saving…')).toBeNull();
});
