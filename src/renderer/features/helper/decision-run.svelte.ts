import type { Answers, AnswerValue } from '../../../domain/decision/model.ts';
import type { Decision } from '../../../domain/documents/decision.ts';
import type { Result } from '../../../ipc/result.ts';
import type { Api } from '../../api/client.ts';
import type { LiveResource } from '../../api/live.svelte.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';

type About = Pick<Decision, 'title' | 'personId' | 'area'>;

/** What was said here and is not in what was read last. */
interface Ahead {
  readonly about: Partial<About>;
  /** Null for an answer that was taken back. */
  readonly answers: Readonly<Record<string, AnswerValue | null>>;
}

const nothing: Ahead = { about: {}, answers: {} };

interface Parts {
  readonly api: Api;
  readonly resource: LiveResource<'decisions.run'>;
  readonly save: SaveState;
}

/** The run of the helper on screen: kept with every answer, so that it can be gone on with later. */
export class DecisionRun {
  readonly save: SaveState;
  readonly #parts: Parts;
  #ahead = $state.raw<Ahead>(nothing);

  readonly #stored: Decision | null = $derived.by(() => this.#parts.resource.value?.run ?? null);

  /** What it is about. */
  readonly about: About = $derived.by(() => {
    const { title = '', personId = null, area = null } = this.#stored ?? {};
    return { title, personId, area, ...this.#ahead.about };
  });

  /** By scale id; what was skipped has no entry. */
  readonly answers: Answers = $derived.by(() => {
    const all = Object.entries({ ...this.#stored?.answers, ...this.#ahead.answers });
    return Object.fromEntries(
      all.flatMap(([id, value]) => (value === null ? [] : [[id, value] as const])),
    );
  });

  /** Whether there is nothing to start over from. */
  readonly isEmpty: boolean = $derived.by(() => {
    const { title, personId, area } = this.about;
    const hasAnswers = Object.keys(this.answers).length > 0;
    return title === '' && personId === null && area === null && !hasAnswers;
  });

  constructor(parts: Parts) {
    this.#parts = parts;
    this.save = parts.save;
  }

  /** Drops what was said here once it is read back; called whenever the run was read anew. */
  settle(): void {
    const { about, answers } = this.#ahead;
    const stored = this.#stored;
    if (stored === null) return;
    const isAbout = (name: string): name is keyof About => name in stored;
    this.#ahead = {
      about: Object.fromEntries(
        Object.entries(about).filter(([name, value]) => isAbout(name) && stored[name] !== value),
      ),
      answers: Object.fromEntries(
        Object.entries(answers).filter(([id, value]) => (stored.answers[id] ?? null) !== value),
      ),
    };
  }

  answer(scaleId: string, value: AnswerValue): void {
    this.#say(scaleId, value);
  }

  /** Takes one answer out, so that it counts for nothing. */
  skip(scaleId: string): void {
    if (this.answers[scaleId] !== undefined) this.#say(scaleId, null);
  }

  /** Changes what it is about: a line that is being typed is kept once the typing pauses. */
  type(about: Partial<About>): void {
    this.#ahead = { ...this.#ahead, about: { ...this.#ahead.about, ...about } };
    const key = Object.keys(about).join(' ');
    this.save.later(() => this.#parts.api.call('decisions.keep', about), key);
  }

  /** Removes the run that is under way; the way back is offered where all of them are. */
  readonly startOver = async (): Promise<void> => {
    await this.#allKept();
    const { api, resource } = this.#parts;
    await resource.reload();
    const decisionId = this.#stored?.id;
    if (decisionId !== undefined) await api.call('decisions.remove', { decisionId });
    this.#ahead = nothing;
    await resource.reload();
  };

  /** Ends the run and gives its record. */
  readonly finish = async (): Promise<Result<Decision>> => {
    await this.#allKept();
    return this.#parts.api.call('decisions.finish');
  };

  #say(scaleId: string, value: AnswerValue | null): void {
    const answers = { [scaleId]: value };
    this.#ahead = { ...this.#ahead, answers: { ...this.#ahead.answers, ...answers } };
    void this.save.run(() => this.#parts.api.call('decisions.keep', { answers }), scaleId);
  }

  async #allKept(): Promise<void> {
    await this.save.flush();
    await this.#parts.api.whenAnswered();
  }
}
