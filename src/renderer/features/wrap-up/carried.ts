import { getContext, setContext } from 'svelte';
import type { CarriedPoint } from '../../../ipc/views.ts';
import { live, type LiveResource } from '../../api/live.svelte.ts';

const contextKey = Symbol('carried');

/** Lets the points of a meeting that were carried to it say where they come from. */
export function provideCarried(meetingId: string): void {
  setContext(contextKey, live('meetings.carried', { meetingId }, ['meetings']));
}

/** Looks up where the points of the meeting around come from; null for what is not known. */
export function getCarried(): (pointId: string) => CarriedPoint | null {
  const resource = getContext<LiveResource<'meetings.carried'> | undefined>(contextKey);
  return (pointId) => resource?.value?.find((one) => one.pointId === pointId) ?? null;
}
