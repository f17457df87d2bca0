import type { SeriesChangeView } from '../../../ipc/views.ts';
import { m } from '../../../messages/index.ts';
import type { Choice } from '../../ui/choice.ts';

/** How much of a series a change is about. */
export type Scope = 'one' | 'later' | 'all';

/** What can be changed from where somebody stands; of a single date there is nothing but all of it. */
export function scopesOf({
  series,
  occurrence,
  isBegun,
}: SeriesChangeView): readonly Choice<Scope>[] {
  const isSingle = series.rule === null;
  const one = { value: 'one', label: m.series_scope_one() } as const;
  const later = { value: 'later', label: m.series_scope_later() } as const;
  const all = { value: 'all', label: m.series_scope_all() } as const;
  return [
    ...(occurrence === null ? [] : [one]),
    ...(occurrence === null || isSingle ? [] : [later]),
    ...(isBegun ? [] : [all]),
  ];
}
