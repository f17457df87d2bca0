import type { SeriesException } from '../../documents/series.ts';
import { addMinutes, localOf } from '../../time/instants.ts';
import type { RemindableMeeting } from '../schedule.ts';
import type { Life } from './life.ts';
import { drawPerson, drawSeries, drawSettings, drawZone } from './random-choices.ts';

const hour = 60;
const day = 24 * hour;

/** Things that happen to an app, its computer and its user, some more often than others. */
export const happenings: readonly ((life: Life) => void)[] = [
  sleep,
  sleep,
  sleep,
  sleep,
  sleepLong,
  (life) => {
    life.restart();
  },
  travel,
  travel,
  jumpAhead,
  jumpBack,
  putClockRight,
  changeSettings,
  changeWishes,
  archive,
  pause,
  pause,
  moveOne,
  moveOne,
  cancelOne,
  changeRule,
  holdOne,
  holdOne,
  addSeries,
];

function sleep(life: Life): void {
  life.now = addMinutes(life.now, life.dice.between(30, 3 * day));
}

function sleepLong(life: Life): void {
  life.now = addMinutes(life.now, life.dice.between(5 * day, 25 * day));
}

function travel(life: Life): void {
  life.promise({ timeZone: drawZone(life.dice) });
}

/** The clock is wrong for some looks, by up to a year, and is put right again. */
function jumpAhead(life: Life): void {
  wrongFor(life, life.dice.oneOf([hour, day, 40 * day, 400 * day]));
}

/**
 * By less than the ledger remembers (`keptDays`). Whoever goes back farther is told of some things anew:
 * nobody can say which of the two clocks was wrong, and if it was the one before, nothing was told in
 * time. A ledger without end would say so, and be written whole at every reminder for ever. The law's
 * "once" cannot be asked for there; what the ledger has let go is shown anew, as its own tests say.
 */
function jumpBack(life: Life): void {
  wrongFor(life, -life.dice.oneOf([hour, day, 40 * day, 80 * day]));
}

function wrongFor(life: Life, most: number): void {
  const right = life.now;
  life.now = addMinutes(right, Math.round(most * (life.dice.between(1, 100) / 100)));
  life.look();
  life.now = addMinutes(life.now, life.dice.between(0, 30));
  life.look();
  life.now = addMinutes(right, life.dice.between(0, 40));
}

/** A clock that was fast by some minutes for long. */
function putClockRight(life: Life): void {
  life.now = addMinutes(life.now, -life.dice.between(1, 90));
}

function changeSettings(life: Life): void {
  life.promise({ settings: drawSettings(life.dice) });
}

function changeWishes(life: Life): void {
  const { people } = life.promised;
  const { id } = life.dice.oneOf(people);
  const changed = drawPerson(life.dice, id);
  life.promise({ people: people.map((one) => (one.id === id ? changed : one)) });
}

function archive(life: Life): void {
  const { people } = life.promised;
  const { id, archivedOn } = life.dice.oneOf(people);
  const other = archivedOn === null ? life.now.slice(0, 10) : null;
  life.promise({
    people: people.map((one) => (one.id === id ? { ...one, archivedOn: other } : one)),
  });
}

function pause(life: Life): void {
  const { settings } = life.promised;
  const isPaused = settings.remindersPausedUntil !== null;
  const until = isPaused
    ? null
    : addMinutes(life.now, life.dice.oneOf([30, 60, 16 * hour, 2 * day]));
  life.promise({ settings: { ...settings, remindersPausedUntil: until } });
}

function moveOne(life: Life): void {
  const startsIn = life.dice.between(-3 * hour, 6 * day);
  exceptOne(life, ({ seriesId, originalLocal }) => {
    const series = life.calendar.series.find(({ id }) => id === seriesId);
    const startLocal = localOf(addMinutes(life.now, startsIn), series?.timeZone ?? 'UTC');
    const durationMinutes = life.dice.oneOf([15, 30, 60]);
    return { kind: 'moved', originalLocal: originalLocal ?? '', startLocal, durationMinutes };
  });
}

function cancelOne(life: Life): void {
  exceptOne(life, ({ originalLocal }) => ({
    kind: 'cancelled',
    originalLocal: originalLocal ?? '',
  }));
}

function exceptOne(life: Life, except: (meeting: RemindableMeeting) => SeriesException): void {
  const meeting = oneSoon(life);
  if (meeting === null) return;
  const exception = except(meeting);
  life.calendar.series = life.calendar.series.map((series) =>
    series.id === meeting.seriesId
      ? {
          ...series,
          exceptions: [
            ...series.exceptions.filter(
              ({ originalLocal }) => originalLocal !== exception.originalLocal,
            ),
            exception,
          ],
        }
      : series,
  );
}

function changeRule(life: Life): void {
  const { series } = life.calendar;
  const { id, personId } = life.dice.oneOf(series);
  const changed = drawSeries(life.dice, id, personId, life.now);
  life.calendar.series = series.map((one) => (one.id === id ? changed : one));
}

function holdOne(life: Life): void {
  const meeting = oneSoon(life);
  if (meeting !== null) life.calendar.hold(meeting);
}

/** Up to three at once; the one that has been there longest goes. */
function addSeries(life: Life): void {
  const { people } = life.promised;
  const id = `series-${String(life.instant)}`;
  const added = drawSeries(life.dice, id, life.dice.oneOf(people).id, life.now);
  life.calendar.series = [...life.calendar.series, added].slice(-3);
}

function oneSoon(life: Life): RemindableMeeting | null {
  const meetings = life.calendar.around(life.instant - day * 60_000, life.instant);
  return meetings.length === 0 ? null : life.dice.oneOf(meetings);
}
