import { isTooLong } from '../../../domain/agenda/line-limit.ts';
import type { CaptureDraft } from '../../../domain/capture/drafts.ts';
import { m } from '../../../messages/index.ts';
import type { Api } from '../../api/client.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';

const tooLongWords = (text: string): string => (isTooLong(text) ? m.common_line_too_long() : '');

/** A thought while it is typed: main keeps every pause of it, and puts it on an agenda when asked. */
export class CaptureEdit {
  text = $state('');
  personId = $state<string | null>(null);
  /** What is missing, in a sentence. */
  textError = $state('');
  personError = $state('');
  /** Why it was not put on the agenda; empty when nothing went wrong. */
  failure = $state('');
  readonly #id: string;
  readonly #api: Api;
  readonly #save: SaveState;

  constructor(draft: CaptureDraft, api: Api, save: SaveState) {
    this.#id = draft.id;
    this.text = draft.text;
    this.personId = draft.personId;
    this.#api = api;
    this.#save = save;
  }

  readonly type = (text: string): void => {
    this.text = text;
    this.textError = tooLongWords(text);
    this.#keep();
  };

  choose(personId: string | null): void {
    if (personId === this.personId) return;
    this.personId = personId;
    this.personError = '';
    this.#keep();
  }

  /** Says what is missing; answers with the first of it, or null when nothing is. */
  findGap(): 'person' | 'text' | null {
    this.personError = this.personId === null ? m.capture_choose_person() : '';
    this.textError = this.text.trim() === '' ? m.capture_write_text() : tooLongWords(this.text);
    if (this.personError !== '') return 'person';
    return this.textError === '' ? null : 'text';
  }

  /** Whether it is on the agenda now; what went wrong is said. */
  async add(): Promise<boolean> {
    const { personId } = this;
    const text = this.text.trim();
    if (this.findGap() !== null || personId === null) return false;
    await this.#save.flush();
    const result = await this.#api.call('capture.save', { draftId: this.#id, text, personId });
    this.failure = result.ok ? '' : result.error.message;
    return result.ok;
  }

  /** Main has what was typed; the dialog may go. */
  async leave(): Promise<void> {
    await this.#save.flush();
    const result = await this.#api.call('capture.close');
    this.failure = result.ok ? '' : result.error.message;
  }

  #keep(): void {
    const { text, personId } = this;
    this.#save.later(() => this.#api.call('capture.keep', { draftId: this.#id, text, personId }));
  }
}
