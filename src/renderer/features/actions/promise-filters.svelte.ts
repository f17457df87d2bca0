import { wordsOf } from '../../../domain/history/find-words.ts';
import type { ListedAction } from '../../../ipc/views.ts';

export type Whose = 'all' | 'me' | 'them';

/** Everybody, in place of the id of a person. */
export const everybody = '';

/** Which promises are looked at. Kept while the user is elsewhere. */
export class PromiseFilters {
  state = $state<'open' | 'done'>('open');
  whose = $state<Whose>('all');
  personId = $state(everybody);
  text = $state('');

  /** Whether anything but open and done is asked for. */
  get areSet(): boolean {
    return this.whose !== 'all' || this.personId !== everybody || this.text.trim() !== '';
  }

  /** All that is asked, in one: another question is another text. */
  get question(): string {
    return `${this.whose} ${this.personId} ${this.text.trim()}`;
  }

  clear(): void {
    this.whose = 'all';
    this.personId = everybody;
    this.text = '';
  }

  /** Whether a promise fits; of the text every word must begin a word of it or of the name. */
  fits({ action, personId, personName }: ListedAction): boolean {
    if (this.whose !== 'all' && action.owner !== this.whose) return false;
    if (this.personId !== everybody && this.personId !== personId) return false;
    const typed = wordsOf(this.text);
    if (typed.length === 0) return true;
    const held = wordsOf(`${action.text} ${personName}`);
    return typed.every((word) => held.some((one) => one.startsWith(word)));
  }
}
