import { shareFileName } from '../../domain/share/file-name.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp, today } from './acts.ts';
import { seriesMissing } from './missing.ts';
import type { SavingParts } from './save-file.ts';
import { saveFile } from './save-file.ts';
import { nameOf } from './series-changes.ts';

const program = '-//Evenkeel//Evenkeel//EN';

/** Tells other calendars of a series: its times and its place, and nothing that is in its agendas. */
export function createSeriesExport(
  parts: ServiceParts & SavingParts,
): Pick<HandlersOf<'series'>, 'series.export'> {
  const { store, clock } = parts;
  return {
    'series.export': async ({ seriesId }) => {
      const series = await store.read('series', seriesId);
      if (series === null) return seriesMissing();
      const name = await nameOf(store, series);
      const title = m.series_export_event({ name });
      // It brings a library with it that nothing else in main needs, least of all the start.
      const { calendarOf } = await import('../../domain/calendar/write-calendar.ts');
      const text = calendarOf(series, { title, program, now: timestamp(clock) });
      if (text === null) return failure('invalid', m.series_export_no_dates());
      const words = {
        name: shareFileName(name, today(clock), 'ics'),
        title: m.series_export_dialog_title(),
        dialogFailed: m.series_export_dialog_failed(),
      };
      return saveFile(parts, words, text);
    },
  };
}
