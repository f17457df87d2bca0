import type { TalkingPoint } from '../../../domain/documents/meeting.ts';
import { m } from '../../../messages/index.ts';

/** What became of a point that has left its agenda. */
export function becameWords(leftAs: NonNullable<TalkingPoint['leftAs']>): string {
  switch (leftAs.kind) {
    case 'carried':
      return m.run_became_carried();
    case 'dropped':
      return m.run_became_dropped();
    case 'action':
      return m.run_became_action();
    case 'decision':
      return m.run_became_decision({ text: leftAs.text });
  }
}
