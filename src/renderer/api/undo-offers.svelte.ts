import type { UndoTicket } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';

/** What the undo bar says just now. */
export type UndoMoment =
  | { readonly kind: 'offered'; readonly label: string }
  | { readonly kind: 'taken-back'; readonly label: string }
  | { readonly kind: 'failed'; readonly message: string };

const longestHistory = 50;
/** A call that waits for the user, as for where to save a file, does not hold it up. */
const longestWaitMilliseconds = 500;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The ways back from what was done in this window, newest last, and what the undo bar shows. */
export class UndoOffers {
  /** Null when there is nothing to say. */
  moment = $state.raw<UndoMoment | null>(null);
  #tickets: UndoTicket[] = [];
  readonly #undo: (undoId: string) => Promise<Result<null>>;
  readonly #whenAnswered: () => Promise<void>;

  /**
   * @param undo takes an act back, by the ticket's id
   * @param whenAnswered resolves when what was done before has its way back
   */
  constructor(undo: (undoId: string) => Promise<Result<null>>, whenAnswered: () => Promise<void>) {
    this.#undo = undo;
    this.#whenAnswered = whenAnswered;
  }

  /** Remembers a way back and shows it. */
  offer(ticket: UndoTicket): void {
    this.#tickets = [...this.#tickets, ticket].slice(-longestHistory);
    this.moment = { kind: 'offered', label: ticket.label };
  }

  /** Takes the newest act back that has not been; does nothing when there is none. */
  async takeBack(): Promise<void> {
    // Whoever is quick means what they have just done, and not the act before it.
    await Promise.race([this.#whenAnswered(), pause(longestWaitMilliseconds)]);
    const ticket = this.#tickets.at(-1);
    if (ticket !== undefined) await this.takeBackThis(ticket);
  }

  /** Takes one act back, be it of this window or of an earlier one. */
  async takeBackThis(ticket: UndoTicket): Promise<Result<null>> {
    this.#tickets = this.#tickets.filter(({ id }) => id !== ticket.id);
    const result = await this.#undo(ticket.id);
    this.moment = result.ok
      ? { kind: 'taken-back', label: ticket.label }
      : { kind: 'failed', message: result.error.message };
    // A way back that failed for want of disk space or the like may work later.
    if (!result.ok && result.error.code !== 'not-found') this.#tickets.push(ticket);
    return result;
  }

  /** Puts the bar away; the keyboard can still take the act back. */
  dismiss(): void {
    this.moment = null;
  }
}
