import { addMinutes, epochOf } from '../../time/instants.ts';
import type { Figures } from './figures.ts';
import { noFigures } from './figures.ts';
import { happenings } from './happenings.ts';
import { Life } from './life.ts';

const yearMinutes = 365 * 24 * 60;

/** Lives through many years of reminders, the same for the same seed, and counts. */
export function simulateYears(years: number, seed: string): Figures {
  const figures = noFigures();
  for (let year = 0; year < years; year += 1) {
    liveOneYear(new Life(`${seed}/${String(year)}`, figures));
    figures.years += 1;
  }
  return { ...figures, reminders: figures.shown + figures.missed };
}

function liveOneYear(life: Life): void {
  const ends = epochOf(addMinutes(life.now, yearMinutes));
  life.look();
  while (life.instant < ends) {
    const happensAt = addMinutes(life.now, life.dice.between(1, 28 * 24 * 60));
    runUntil(life, happensAt);
    life.dice.oneOf(happenings)(life);
    life.look();
  }
  // At last everything is over, and has to be settled.
  life.now = addMinutes(life.now, 30 * 24 * 60);
  life.look();
}

/** The app runs: it sleeps until the plan wakes it, and the user answers or does not. */
function runUntil(life: Life, end: string): void {
  for (;;) {
    const { nextAt, dice } = life;
    if (nextAt === null || epochOf(nextAt) > epochOf(end)) break;
    life.now = nextAt;
    life.look();
    const shown = life.lastShown;
    if (shown === null || dice.happens(0.6)) continue;
    // A beat that brings nothing, and an answer.
    life.now = addMinutes(life.now, dice.between(0, 1));
    if (dice.happens(0.7)) life.acknowledge(shown);
    else life.snooze(shown, dice.oneOf([5, 5, 30, 300]));
    life.look();
  }
  life.now = end;
  life.look();
}
