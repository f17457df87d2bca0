import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import { m } from '../../../messages/index.ts';

/** Whether something is to go on or to change: the two sides of its switch. */
export const feedbackKinds = () =>
  [
    { value: 'positive', label: m.feedback_positive(), icon: ThumbsUp },
    { value: 'adjusting', label: m.feedback_adjusting(), icon: RefreshCw },
  ] as const;
