import ArrowUp from '@lucide/svelte/icons/arrow-up';
import X from '@lucide/svelte/icons/x';
import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Icon from './Icon.svelte';

const pathsIn = (container: Element): readonly (string | null)[] =>
  [...container.querySelectorAll('svg > path')].map((path) => path.getAttribute('d'));

test('an icon is drawn the same each time, and gives way to another', async () => {
  const one = render(Icon, { icon: X });
  const other = render(Icon, { icon: X, size: 1 });
  expect(pathsIn(one.container)).toEqual(['M18 6 6 18', 'm6 6 12 12']);
  expect(pathsIn(other.container)).toEqual(pathsIn(one.container));
  await one.rerender({ icon: ArrowUp });
  expect(pathsIn(one.container)).toHaveLength(2);
  expect(pathsIn(one.container)).not.toEqual(pathsIn(other.container));
});
