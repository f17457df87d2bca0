import { onMount } from 'svelte';
import { isEditable } from './is-editable.ts';

/**
 * Hears the digits 1 to 9, wherever no field or question has use for them, for the component that is
 * being made. `act` gets the place that was meant, counted from 0, and says whether something is there.
 */
export function hearDigits(act: (place: number) => boolean): void {
  const onKeydown = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const isInField = target instanceof HTMLSelectElement || target instanceof HTMLInputElement;
    if (isInField || isEditable(target)) return;
    if (act(Number(event.key) - 1)) event.preventDefault();
  };
  onMount(() => {
    window.addEventListener('keydown', onKeydown);
    return () => {
      window.removeEventListener('keydown', onKeydown);
    };
  });
}
