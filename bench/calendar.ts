import '../scripts/test-setup/temporal.ts';
import type { Bench } from '../scripts/lib/bench.ts';
import { mergeCalendar } from '../src/domain/calendar/merge-calendar.ts';
import { readCalendar } from '../src/domain/calendar/read-calendar.ts';
import { largeCalendar } from '../src/domain/calendar/test-data/large-calendar.ts';

const usualEvents = 50_000;
/** A person waits so long for a calendar that is larger than any they have; computing, on a busy machine. */
const targetSeconds = 30;
const targetMegabytes = 1500;

const people = Array.from({ length: 40 }, (_, index) => `person-${String(index)}`);
const now = '2026-11-23T08:00:00Z';

/** How long the largest of calendars takes. */
export const bench: Bench = {
  summary:
    'Reading a calendar of 50,000 events (about 50 MB), and making the 1:1s of 40 people of it.',
  run: ([events = String(usualEvents)]) => {
    const text = largeCalendar(Number(events));
    const cpuBefore = process.cpuUsage();
    const before = performance.now();
    const file = readCalendar(text, { timeZone: 'Europe/Berlin', now });
    const read = performance.now();
    const merged = merge(file);
    const done = performance.now();
    const { user, system } = process.cpuUsage(cpuBefore);
    const figures = {
      events: file.events.length,
      problems: file.problems.length,
      megabytes: text.length / 1e6,
      readSeconds: (read - before) / 1000,
      mergeSeconds: (done - read) / 1000,
      cpuSeconds: (user + system) / 1e6,
      taken: merged.report.filter(({ outcome }) => outcome === 'taken').length,
      peakMemoryMegabytes: process.resourceUsage().maxRSS / 1024,
    };
    return Promise.resolve({ figures, ...judged(figures) });
  },
};

function merge({ events, problems }: ReturnType<typeof readCalendar>) {
  const choices = new Map(
    events.map(({ uid }, index) => [uid, people[index % people.length] ?? null] as const),
  );
  const files = new Map(people.map((personId) => [personId, emptyFile(personId)] as const));
  return mergeCalendar({ sourceId: 'calendar-1', events, problems, choices, files, now });
}

const emptyFile = (personId: string) => ({
  ...{ personId, timeZone: 'Europe/Berlin', durationMinutes: 30 },
  ...{ series: [], meetings: [], feedback: [], otherMeetingIds: new Set<string>() },
});

interface Figures {
  readonly events: number;
  readonly megabytes: number;
  readonly readSeconds: number;
  readonly mergeSeconds: number;
  readonly cpuSeconds: number;
  readonly taken: number;
  readonly peakMemoryMegabytes: number;
}

function judged(figures: Figures) {
  const { events, megabytes, readSeconds, mergeSeconds, cpuSeconds, taken } = figures;
  const { peakMemoryMegabytes } = figures;
  return {
    lines: [
      `${events} events in ${megabytes.toFixed(1)} MB were read in ${readSeconds.toFixed(1)} s.`,
      `Merging them took ${mergeSeconds.toFixed(1)} s and made ${taken} series; both were ${cpuSeconds.toFixed(1)} s of computing.`,
      `Memory at its highest: ${peakMemoryMegabytes.toFixed(0)} MB.`,
    ],
    missed: [
      ...(cpuSeconds > targetSeconds ? ['It takes too long.'] : []),
      ...(peakMemoryMegabytes > targetMegabytes ? ['It takes too much memory.'] : []),
    ],
  };
}
