import { fireEvent, render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import MoveOne from './MoveOne.svelte';

test('what is wrong with another time is said at its field, which takes the focus', async () => {
  const bridge = new FakeBridge();
  const occurrence = {
    ...{ originalLocal: '2026-11-23T11:00', startLocal: '2026-11-23T11:00', durationMinutes: 30 },
    rest: {
      ...{ startLocal: '2026-11-23T11:00', timeZone: 'Europe/Berlin', durationMinutes: 30 },
      ...{ rule: null, place: '' },
    },
  };
  const screen = render(MoveOne, {
    props: { seriesId: 'series-sam', timeZone: 'Europe/Berlin', occurrence, onend: () => null },
    context: appContext(await loadedApp(bridge)),
  });
  const minutes = screen.getByLabelText('Minutes');
  await fireEvent.input(minutes, { target: { value: 'half' } });
  const move = screen.getByRole('button', { name: 'Move' });
  move.focus();
  await fireEvent.click(move);
  expect(document.activeElement).toBe(minutes);
  expect(minutes.getAttribute('aria-invalid')).toBe('true');
  expect(bridge.inputsOf('series.moveOne')).toEqual([]);
});
