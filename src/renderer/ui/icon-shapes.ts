import type { LucideIcon } from '@lucide/svelte';
import { mount, unmount } from 'svelte';

// Nothing of an icon but its shapes is kept, so that all sizes share them.
const drawn = new Map<LucideIcon, DocumentFragment>();

/**
 * The shapes of an icon, for an `svg` of 24 by 24. Its component draws it once and the others are
 * copies: drawn one by one, the icons of an agenda took a fifth of the time in which it opened.
 */
export function shapesOf(icon: LucideIcon): DocumentFragment {
  const known = drawn.get(icon);
  const shapes = known ?? drawShapes(icon);
  if (known === undefined) drawn.set(icon, shapes);
  return document.importNode(shapes, true);
}

function drawShapes(icon: LucideIcon): DocumentFragment {
  const target = document.createElement('div');
  const drawing = mount(icon, { target });
  const shapes = document.createDocumentFragment();
  for (const shape of target.querySelector('svg')?.children ?? [])
    shapes.append(shape.cloneNode(true));
  void unmount(drawing);
  return shapes;
}
