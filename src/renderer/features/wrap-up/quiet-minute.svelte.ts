const minuteSeconds = 60;
/** It says how much is left in steps: a number that changed every second would draw the eye. */
const stepSeconds = 10;

/** A minute that passes without a sound and without a movement. */
export class QuietMinute {
  secondsLeft = $state(minuteSeconds);
  #timer: ReturnType<typeof setInterval> | undefined;

  get isOver(): boolean {
    return this.secondsLeft <= 0;
  }

  /** Goes on from where it was; one that is over begins anew. */
  start(): void {
    if (this.isOver) this.secondsLeft = minuteSeconds;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.secondsLeft = Math.max(0, this.secondsLeft - stepSeconds);
      if (this.isOver) this.stop();
    }, stepSeconds * 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
