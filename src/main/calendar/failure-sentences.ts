import type { ReadingFailure } from '../../domain/calendar/refresh.ts';
import { m } from '../../messages/index.ts';

const sentences: Readonly<Record<ReadingFailure, () => string>> = {
  'bad-address': m.calendar_failure_bad_address,
  scheme: m.calendar_failure_scheme,
  'private-address': m.calendar_failure_private_address,
  'own-network': m.calendar_failure_own_network,
  'insecure-redirect': m.calendar_failure_insecure_redirect,
  'too-many-redirects': m.calendar_failure_too_many_redirects,
  unreachable: m.calendar_failure_unreachable,
  certificate: m.calendar_failure_certificate,
  slow: m.calendar_failure_slow,
  'cut-off': m.calendar_failure_cut_off,
  'too-large': m.calendar_failure_too_large,
  refused: m.calendar_failure_refused,
  gone: m.calendar_failure_gone,
  server: m.calendar_failure_server,
  status: m.calendar_failure_status,
  encoding: m.calendar_failure_encoding,
  'not-saved': m.calendar_failure_not_saved,
  unforeseen: m.calendar_failure_unforeseen,
  empty: m.calendar_failure_empty,
  'unreadable-text': m.calendar_failure_unreadable_text,
  'web-page': m.calendar_failure_web_page,
  'not-a-calendar': m.calendar_failure_not_a_calendar,
  'too-many-events': m.calendar_failure_too_many_events,
  'too-much-work': m.calendar_failure_too_much_work,
};

/** Why nothing was taken from a calendar, for the user. */
export const failureSentence = (failure: ReadingFailure): string => sentences[failure]();
