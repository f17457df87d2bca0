/** The way from an agenda back to the decisions that its items come from. */
import type { Decision } from '../documents/decision.ts';

/** The decision that a talking point or an action item was sent from. */
export interface ItemDecision {
  readonly itemId: string;
  readonly decisionId: string;
  readonly title: string;
}

/** Of some items, those that were sent from one of these decisions, or ask to look back at one. */
export function decisionsOfItems(
  items: readonly { readonly id: string; readonly decisionId: string | null }[],
  decisions: readonly Decision[],
): readonly ItemDecision[] {
  const byItem = new Map(
    decisions.flatMap((decision) => decision.sent.map(({ itemId }) => [itemId, decision] as const)),
  );
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  return items.flatMap(({ id: itemId, decisionId }) => {
    const decision = byItem.get(itemId) ?? byId.get(decisionId ?? '');
    return decision === undefined
      ? []
      : [{ itemId, decisionId: decision.id, title: decision.title }];
  });
}
