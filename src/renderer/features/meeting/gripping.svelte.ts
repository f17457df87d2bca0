/** Whether the pointer holds a grip: only then does a move of it drag what the grip belongs to. */
export class Gripping {
  isGripped = $state(false);

  /** The pointer went down on a grip; wherever it comes up, the grip is let go. */
  begin(): void {
    this.isGripped = true;
    const release = (): void => {
      this.end();
    };
    window.addEventListener('pointerup', release, { once: true });
    window.addEventListener('pointercancel', release, { once: true });
  }

  end(): void {
    this.isGripped = false;
  }
}
