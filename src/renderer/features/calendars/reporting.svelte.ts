import type { EventOutcome } from '../../../domain/calendar/merge-report.ts';
import type { CallError } from '../../../ipc/result.ts';
import type { CalendarReportView } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import type { Loadable } from '../../api/live.svelte.ts';

type Row = CalendarReportView['rows'][number];

const pageSize = 100;

/** What became of the events of a calendar, narrowed and page by page. */
export class Reporting implements Loadable<CalendarReportView> {
  value = $state.raw<CalendarReportView | null>(null);
  error = $state.raw<CallError | null>(null);
  rows = $state.raw<readonly Row[]>([]);
  text = $state('');
  outcome = $state<EventOutcome | 'all'>('all');
  readonly #api: Api;
  readonly #calendarId: string;
  #turn = 0;

  constructor(api: Api, calendarId: string) {
    this.#api = api;
    this.#calendarId = calendarId;
  }

  /** Reads from the beginning, for what is looked for now. */
  readonly reload = (): Promise<void> => this.#read([]);

  /** Shows as many again. */
  readonly more = (): Promise<void> => this.#read(this.rows);

  async #read(before: readonly Row[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const result = await this.#api.call('calendars.report', {
      ...{ calendarId: this.#calendarId, text: this.text.slice(0, 500) },
      outcome: this.outcome === 'all' ? null : this.outcome,
      ...{ offset: before.length, limit: pageSize },
    });
    if (turn !== this.#turn) return;
    this.error = result.ok ? null : result.error;
    if (!result.ok) return;
    this.value = result.value;
    this.rows = [...before, ...result.value.rows];
  }
}
