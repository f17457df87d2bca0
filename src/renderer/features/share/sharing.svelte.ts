import type { Result } from '../../../ipc/result.ts';
import { m } from '../../../messages/index.ts';
import type { Api } from '../../api/client.ts';

/** Takes the shared half of one 1:1 along, and says what became of it. */
export class Sharing {
  /** A sentence on the last try; empty before it. */
  outcome = $state('');
  hasFailed = $state(false);
  readonly #api: Api;
  readonly #meetingId: string;

  constructor(api: Api, meetingId: string) {
    this.#api = api;
    this.#meetingId = meetingId;
  }

  async copy(): Promise<void> {
    const result = await this.#api.call('share.copy', { meetingId: this.#meetingId });
    this.#tell(result, () => m.share_copied());
  }

  async save(format: 'markdown' | 'pdf'): Promise<void> {
    const result = await this.#api.call('share.save', { meetingId: this.#meetingId, format });
    this.#tell(result, (saved) => (saved === null ? '' : m.share_saved({ path: saved.path })));
  }

  async print(): Promise<void> {
    const result = await this.#api.call('share.print', { meetingId: this.#meetingId });
    this.#tell(result, () => '');
  }

  #tell<T>(result: Result<T>, words: (value: T) => string): void {
    this.hasFailed = !result.ok;
    this.outcome = result.ok ? words(result.value) : result.error.message;
  }
}
