import { untrack } from 'svelte';
import type { Suggestion } from '../../../domain/prep/suggestion.ts';
import type { Result } from '../../../ipc/result.ts';
import { m } from '../../../messages/index.ts';
import type { Api } from '../../api/client.ts';
import type { LiveResource } from '../../api/live.svelte.ts';
import { Announcer } from '../../ui/announcer.svelte.ts';

/** So many of a group are shown until somebody asks for all: the agenda must stay in sight. */
const shownAtFirst = 4;

type Group = Suggestion['group'];

/** The suggestions of one group, as far as they are shown. */
export interface ShownGroup {
  readonly group: Group;
  readonly rows: readonly Suggestion[];
  /** How many there are, the shown ones included. */
  readonly count: number;
}

const groups: readonly Group[] = [
  'my-promises',
  'their-promises',
  'left-open',
  'feedback',
  'topics',
  'reviews',
  'steps',
  'question',
];

/** The place of a suggestion on screen: the question keeps its place when it is another one. */
export const rowIdOf = ({ group, key }: Suggestion): string => (group === 'question' ? group : key);

/** What can be done with a suggestion. */
export type PrepAct = 'accept' | 'done' | 'later' | 'never';

interface Parts {
  readonly api: Api;
  readonly meetingId: string;
  readonly resource: LiveResource<'prep.read'>;
}

/** The suggestions for one meeting on screen. What is acted on goes at once, and comes back if that fails. */
export class PrepDesk {
  /** Why the last act failed; empty when it did not. */
  error = $state('');
  /** Tells a screen reader of the last act. */
  readonly announcer = new Announcer();
  #activeId = $state<string | null>(null);
  /** Acted on, and still in what was read last. */
  #leaving = $state.raw<readonly string[]>([]);
  /** Of these, those whose act is done: what is read from now on knows of it. */
  #acted: readonly string[] = [];
  #expanded = $state.raw<readonly Group[]>([]);
  readonly #parts: Parts;

  readonly #here: readonly Suggestion[] = $derived.by(() => {
    const all = this.#parts.resource.value?.suggestions ?? [];
    return all.filter(({ key }) => !this.#leaving.includes(key));
  });
  readonly groups: readonly ShownGroup[] = $derived.by(() =>
    groups.flatMap((group) => {
      const own = this.#here.filter((suggestion) => suggestion.group === group);
      const rows = this.#expanded.includes(group) ? own : own.slice(0, shownAtFirst);
      return own.length === 0 ? [] : [{ group, rows, count: own.length }];
    }),
  );
  readonly rows: readonly Suggestion[] = $derived.by(() =>
    this.groups.flatMap((group) => group.rows),
  );
  readonly count: number = $derived(this.#here.length);
  /** The row that Tab comes to; the arrows choose another. Null while there is none. */
  readonly activeId: string | null = $derived.by(() => {
    const ids = this.rows.map(rowIdOf);
    return ids.find((id) => id === this.#activeId) ?? ids[0] ?? null;
  });

  constructor(parts: Parts) {
    this.#parts = parts;
    $effect(() => {
      const read = parts.resource.value?.suggestions.map(({ key }) => key) ?? [];
      untrack(() => {
        // One that is there again after its act was taken back in the meantime.
        const acted = this.#acted;
        this.#acted = [];
        this.#leaving = this.#leaving.filter((key) => read.includes(key) && !acted.includes(key));
      });
    });
  }

  activate(rowId: string): void {
    this.#activeId = rowId;
  }

  showAll(group: Group): void {
    this.#expanded = [...this.#expanded, group];
  }

  /** The row that is a number of rows further down, or up; the last one beyond either end. */
  rowFrom(rowId: string, step: number): string | null {
    const ids = this.rows.map(rowIdOf);
    const place = Math.min(Math.max(ids.indexOf(rowId) + step, 0), ids.length - 1);
    return ids[place] ?? null;
  }

  /** Where the focus goes when a row is about to go; null when it was the only one. */
  neighbourOf(rowId: string): string | null {
    const next = this.rowFrom(rowId, 1);
    const neighbour = next === rowId ? this.rowFrom(rowId, -1) : next;
    return neighbour === rowId ? null : neighbour;
  }

  /** Whether a row stays after an act, with another question in it. */
  readonly staysAfter = ({ group }: Suggestion, act: PrepAct): boolean =>
    group === 'question' && act !== 'accept';

  async act(suggestion: Suggestion, act: PrepAct): Promise<void> {
    this.error = '';
    this.announcer.clear();
    const stays = this.staysAfter(suggestion, act);
    if (!stays) this.#leaving = [...this.#leaving, suggestion.key];
    const result = await this.#send(suggestion, act);
    if (!result.ok) {
      this.#leaving = this.#leaving.filter((key) => key !== suggestion.key);
      this.error = result.error.message;
      return;
    }
    this.#acted = [...this.#acted, suggestion.key];
    if (act === 'accept') {
      this.announcer.say(m.prep_added({ text: suggestion.text, left: this.count }));
    }
    if (stays) await this.#announceQuestion();
  }

  #send(suggestion: Suggestion, act: PrepAct): Promise<Result<unknown>> {
    const { api, meetingId } = this.#parts;
    const { key } = suggestion;
    if (act === 'accept') return api.call('prep.accept', { meetingId, key });
    if (act === 'done') return api.call('prep.markDone', { meetingId, key });
    if (suggestion.group !== 'question') {
      return api.call(act === 'later' ? 'prep.snooze' : 'prep.dismiss', { meetingId, key });
    }
    const { questionId } = suggestion;
    return api.call(act === 'later' ? 'prep.anotherQuestion' : 'prep.notForUs', {
      meetingId,
      questionId,
    });
  }

  async #announceQuestion(): Promise<void> {
    await this.#parts.resource.reload();
    const question = this.rows.find(({ group }) => group === 'question');
    if (question !== undefined) {
      this.announcer.say(m.prep_question_now({ text: question.text }));
    }
  }
}
