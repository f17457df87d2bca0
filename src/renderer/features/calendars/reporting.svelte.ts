import type { EventOutcome } from '../../../domain/calendar/merge-report.ts';
import type { CalendarReportView } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import { Pages } from './pages.svelte.ts';

type Row = CalendarReportView['rows'][number];

const pageSize = 100;

/** What became of the events of a calendar, narrowed and page by page. */
export class Reporting extends Pages<CalendarReportView, Row> {
  outcome = $state<EventOutcome | 'all'>('all');
  readonly #api: Api;
  readonly #calendarId: string;

  constructor(api: Api, calendarId: string) {
    super();
    this.#api = api;
    this.#calendarId = calendarId;
  }

  protected override ask(text: string, offset: number) {
    const outcome = this.outcome === 'all' ? null : this.outcome;
    const narrowed = { calendarId: this.#calendarId, text, outcome };
    return this.#api.call('calendars.report', { ...narrowed, offset, limit: pageSize });
  }

  protected override rowsOf({ rows }: CalendarReportView): readonly Row[] {
    return rows;
  }
}
