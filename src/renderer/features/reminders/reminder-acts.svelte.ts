import { tick } from 'svelte';
import type { SnoozeChoice } from '../../../domain/reminders/inbox.ts';
import type { Result } from '../../../ipc/result.ts';
import type { InboxReminder } from '../../../ipc/views.ts';
import type { App } from '../../api/app.svelte.ts';
import { focusHeading } from '../../ui/focus-heading.ts';

/** What can be done with reminders in a list, which is read again once main has done it. */
export class ReminderActs {
  /** Why the last act failed, in a sentence; empty when it did not. */
  failure = $state('');
  readonly #app: App;
  readonly #reload: () => Promise<void>;

  constructor(app: App, reload: () => Promise<void>) {
    this.#app = app;
    this.#reload = reload;
  }

  /** Goes to what it is about, which answers it. */
  readonly open = async (reminder: InboxReminder): Promise<void> => {
    const { api, navigation } = this.#app;
    const result =
      reminder.fate === 'missed'
        ? await api.call('reminders.markRead', { reminders: [keyOf(reminder)] })
        : await api.call('reminders.acknowledge', keyOf(reminder));
    this.failure = result.ok ? '' : result.error.message;
    navigation.goToHash(reminder.route);
  };

  readonly snooze = (reminder: InboxReminder, choice: SnoozeChoice): Promise<void> =>
    this.#act(this.#app.api.call('reminders.snooze', { ...keyOf(reminder), choice }));

  readonly markRead = (reminder: InboxReminder): Promise<void> =>
    this.#act(this.#app.api.call('reminders.markRead', { reminders: [keyOf(reminder)] }));

  readonly markAllRead = (): Promise<void> =>
    this.#act(this.#app.api.call('reminders.markRead', { reminders: null }));

  readonly resume = (): Promise<void> =>
    this.#act(this.#app.api.call('reminders.pause', { until: null }));

  /** The button may go with what it did; the focus must not go with it. */
  async #act(doing: Promise<Result<null>>): Promise<void> {
    const result = await doing;
    this.failure = result.ok ? '' : result.error.message;
    await this.#reload();
    await tick();
    if (document.activeElement === document.body) focusHeading();
  }
}

const keyOf = ({ id, startsAt }: InboxReminder): Pick<InboxReminder, 'id' | 'startsAt'> => ({
  id,
  startsAt,
});
