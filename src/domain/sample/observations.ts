import type { Feedback } from '../documents/feedback.ts';
import { addMinutes, epochOf, localDateOf } from '../time/instants.ts';
import type { Dice } from './dice.ts';
import { adjustments, praise } from './stories/words.ts';
import { fill } from './telling.ts';

const dayMinutes = 24 * 60;

/** What the user noticed about somebody between two instants, earliest first; none of it said yet. */
export function observationsOf(
  { personId, newId }: { readonly personId: string; readonly newId: () => string },
  { from, to, timeZone }: { readonly from: string; readonly to: string; readonly timeZone: string },
  dice: Dice,
): readonly Feedback[] {
  const noticed: Feedback[] = [];
  let at = addMinutes(from, dice.between(10, 30) * dayMinutes);
  while (epochOf(at) < epochOf(to)) {
    const isPositive = dice.happens(0.7);
    const [text = ''] = fill([dice.oneOf(isPositive ? praise : adjustments)], dice);
    noticed.push({
      kind: 'feedback',
      version: 1,
      id: newId(),
      personId,
      feedbackKind: isPositive ? 'positive' : 'adjusting',
      text,
      noticedOn: localDateOf(at, timeZone),
      deliveredAt: null,
      deliveredIn: null,
      createdAt: at,
    });
    at = addMinutes(at, dice.between(14, 50) * dayMinutes + dice.between(0, 300));
  }
  return noticed;
}
