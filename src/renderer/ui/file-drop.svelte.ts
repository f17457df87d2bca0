const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Files that are dragged over the window, and dropped anywhere in it. */
export class FileDrop {
  /** Whether files are over the window now. */
  isOver = $state(false);
  readonly #take: (dropped: DataTransfer) => void;

  /** @param take gets what is dropped, before the event ends */
  constructor(take: (dropped: DataTransfer) => void) {
    this.#take = take;
  }

  readonly dragOver = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.isOver = true;
  };

  /** From one element to another is still over the window. */
  readonly dragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  readonly drop = (event: DragEvent): void => {
    if (!hasFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    this.isOver = false;
    this.#take(event.dataTransfer);
  };
}
