import type { CheckedInput } from '../../ipc/contract.ts';
import type { CalendarServer } from '../calendar/test-support/calendar-server.ts';
import { startCalendarServer, text } from '../calendar/test-support/calendar-server.ts';
import type { EventText } from '../calendar/test-support/calendar-texts.ts';
import { calendarText } from '../calendar/test-support/calendar-texts.ts';
import { systemError } from '../store/test-support/faulty-file-system.ts';
import type { TestServices } from './test-services.ts';
import { startServices, valueOf } from './test-services.ts';

export const sam = {
  ...{ uid: 'sam@example.org', title: 'Sam / Ada 1:1' },
  with: ['sam.okafor@example.org'],
};
export const kim = { uid: 'kim@example.org', title: 'Kim 1:1', start: '20261125T140000' };
export const standUp = {
  ...{ uid: 'stand-up@example.org', title: 'Stand-up', start: '20261124T090000' },
  with: ['sam.okafor@example.org', 'kim@example.org'],
};

/** The calendar of these events that the server has. */
export const work = (...events: readonly EventText[]): string => calendarText('Work', events);

const path = '/secret.ics';
const firstPage = { text: '', offset: 0, limit: 50 };

/** The services, and beside them a server that they can follow one calendar from. */
export class CalendarBench {
  readonly services: TestServices;
  readonly call: TestServices['call'];
  readonly server: CalendarServer;
  /** Of the calendar that the server has. */
  readonly address: string;

  private constructor(services: TestServices, server: CalendarServer) {
    this.services = services;
    this.call = services.call;
    this.server = server;
    this.address = server.at(path);
  }

  static async start(): Promise<CalendarBench> {
    return new CalendarBench(await startServices(), await startCalendarServer());
  }

  async dispose(): Promise<void> {
    await this.services.temporary.dispose();
    await this.server.stop();
  }

  serve(body: string): void {
    this.server.serve(path, text(body));
  }

  /** Serves a copy that the server does not send again to whoever has it. */
  serveTagged(body: string): void {
    const etag = '"7"';
    this.server.serve(path, (request, response) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else text(body, { etag })(request, response);
    });
  }

  /** Lets nothing more be kept of calendars beside their documents. */
  fillDisk(): void {
    this.services.calendars.disk.break(({ operation, path: written }) =>
      operation === 'writeFile' && written.includes('calendars') ? systemError('ENOSPC') : null,
    );
  }

  async addPerson(name: string) {
    const person = await this.call['people.add']({ name, relationship: 'report' });
    return valueOf(person).id;
  }

  /** @param more what else than its address is said of the calendar */
  async subscribe(more: Partial<CheckedInput<'calendars.subscribe'>> = {}) {
    const { address } = this;
    const taken = valueOf(await this.call['calendars.subscribe']({ address, ...more }));
    if (taken.kind !== 'subscribed') throw new Error('It is asked first.');
    return taken.calendarId;
  }

  /** Follows a calendar with Sam's 1:1, chosen to be theirs. */
  async followSam() {
    const personId = await this.addPerson('Sam Okafor');
    this.serve(work(sam));
    const calendarId = await this.subscribe();
    valueOf(await this.choose(calendarId, sam.uid, personId));
    return { personId, calendarId };
  }

  drop(body: string, fileName = 'work.ics') {
    const bytes = new TextEncoder().encode(body);
    return this.call['calendars.importDropped']({ fileName, bytes });
  }

  async refresh(calendarId: string): Promise<void> {
    valueOf(await this.call['calendars.refresh']({ calendarId }));
  }

  /** Says whose an event is; null for no 1:1. */
  choose(calendarId: string, uid: string, personId: string | null) {
    const whose =
      personId === null ? { kind: 'none' as const } : { kind: 'person' as const, personId };
    return this.call['calendars.choose']({ calendarId, choices: [{ uid, whose }] });
  }

  /** The series that are kept, of whatever person. */
  series() {
    return this.services.temporary.store.list('series');
  }

  async calendars() {
    return valueOf(await this.call['calendars.list'](undefined)).calendars;
  }

  /** What is shown of the only calendar, which is followed. */
  async freshness() {
    const [calendar] = await this.calendars();
    if (calendar?.freshness.kind !== 'subscription') throw new Error('There is no subscription.');
    return { calendarId: calendar.id, ...calendar.freshness };
  }

  /** @param more what else than the first page is asked for */
  async preview(calendarId: string, more: Partial<CheckedInput<'calendars.preview'>> = {}) {
    const asked = { calendarId, ...firstPage, isLikelyOnly: false, ...more };
    return valueOf(await this.call['calendars.preview'](asked));
  }

  async report(calendarId: string) {
    const asked = { calendarId, ...firstPage, outcome: null };
    return valueOf(await this.call['calendars.report'](asked));
  }

  /** What became of each event, by title. */
  async outcomes(calendarId: string) {
    const { rows } = await this.report(calendarId);
    return Object.fromEntries(rows.map(({ title, outcome }) => [title, outcome]));
  }

  /** When somebody's next 1:1s are. */
  async upcoming(personId: string) {
    const person = valueOf(await this.call['people.read']({ personId }));
    return person.upcoming.map(({ startsAt }) => startsAt);
  }
}
