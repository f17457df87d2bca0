import { anybody } from '../../../domain/decision/journal.ts';
import type { JournalWish } from '../../../domain/decision/journal.ts';

/** What the journal is narrowed to; kept while the user reads one of its decisions. */
export class JournalFilter implements JournalWish {
  text = $state('');
  personId = $state(anybody);
  stance = $state<JournalWish['stance']>('any');
  review = $state<JournalWish['review']>('any');
  choice = $state<JournalWish['choice']>('any');

  /** Whether anything is narrowed. */
  get isNarrowed(): boolean {
    const chosen = [this.stance, this.review, this.choice];
    const isChosen = this.personId !== anybody || chosen.some((one) => one !== 'any');
    return isChosen || this.text.trim() !== '';
  }

  readonly clear = (): void => {
    this.text = '';
    this.personId = anybody;
    this.stance = 'any';
    this.review = 'any';
    this.choice = 'any';
  };
}
