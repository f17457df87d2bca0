import type { Handlers } from './ipc/handlers.ts';
import { createPictureFolder } from './library/picture-folder.ts';
import type { ReminderDesk } from './reminders/reminder-desk.ts';
import { createActionsService } from './services/actions.ts';
import type { ServiceParts } from './services/acts.ts';
import { createBalanceService } from './services/balance.ts';
import type { CalendarsParts } from './services/calendar-parts.ts';
import { createCalendarsService } from './services/calendars.ts';
import type { CaptureServiceParts } from './services/capture.ts';
import { createCaptureService } from './services/capture.ts';
import { createChecksService } from './services/checks.ts';
import type { DataServiceParts } from './services/data.ts';
import { createDataService } from './services/data.ts';
import { createDecisionsService } from './services/decisions.ts';
import { createDelegationService } from './services/delegation.ts';
import { createFeedbackService } from './services/feedback.ts';
import { createGuideService } from './services/guide.ts';
import { createHelperService } from './services/helper.ts';
import { createHistoryService } from './services/history.ts';
import { keepLibraryOrder } from './services/library-order.ts';
import type { LibraryParts } from './services/library.ts';
import { createLibraryService } from './services/library.ts';
import { createMeetingsService } from './services/meetings.ts';
import { createPeopleKept } from './services/people-kept.ts';
import { createPeopleService } from './services/people.ts';
import { createPrepService } from './services/prep.ts';
import { createQuestionsService } from './services/questions.ts';
import { createRemindersService } from './services/reminders.ts';
import { createSeriesExport } from './services/series-export.ts';
import { createSeriesService } from './services/series.ts';
import { createSettingsService } from './services/settings.ts';
import type { ShareServiceParts } from './services/share.ts';
import { createShareService } from './services/share.ts';
import { createTemplatesService } from './services/templates.ts';
import { createTodayService } from './services/today.ts';
import { createUndoService } from './services/undo.ts';

/** What the services reach of the desktop and the data, and what runs beside them. */
type ServicesParts = ServiceParts &
  CaptureServiceParts &
  Omit<DataServiceParts, 'pictures'> &
  Omit<LibraryParts, 'libraryOrder' | 'pictures'> &
  ShareServiceParts & {
    readonly reminders: ReminderDesk;
    readonly calendars: CalendarsParts;
  };

/** What answers every call but those about the app itself and its place on the desktop. */
export function composeServices(
  parts: ServicesParts,
): Omit<Handlers, `app.${string}` | `desk.${string}`> {
  const { store } = parts;
  const pictures = createPictureFolder(parts);
  const reading = { ...parts, libraryOrder: keepLibraryOrder(store), pictures };
  return {
    ...createTodayService(parts),
    ...createPeopleService(parts),
    ...createPeopleKept(parts),
    ...createSeriesService(parts),
    ...createSeriesExport(parts),
    ...createMeetingsService(parts),
    ...createPrepService(parts),
    ...createFeedbackService(parts),
    ...createActionsService(parts),
    ...createHistoryService(parts),
    ...createTemplatesService(parts),
    ...createQuestionsService(parts),
    ...createCalendarsService(parts.calendars),
    ...createShareService(parts),
    ...createGuideService(reading),
    ...createLibraryService(reading),
    ...createHelperService(parts.resources),
    ...createChecksService(parts),
    ...createDecisionsService(parts),
    ...createDelegationService(parts),
    ...createBalanceService(parts),
    ...createSettingsService(store),
    ...createCaptureService(parts),
    ...createRemindersService(parts.reminders),
    ...createUndoService(store),
    ...createDataService(reading),
  };
}
