import { asPlainText } from './plain-text.ts';
import type { SharedHalf, SharedPoint } from './shared-half.ts';

/** The words around what was typed, in the user's language. */
export interface ShareWords {
  readonly title: string;
  /** When it is or was; empty while it has no date. */
  readonly when: string;
  readonly agenda: string;
  readonly notes: string;
  readonly actions: string;
  readonly nothing: string;
  readonly mine: string;
  readonly theirs: string;
  readonly dueOn: (date: string) => string;
  readonly carried: string;
  readonly dropped: string;
  readonly becameAction: string;
  readonly decided: (text: string) => string;
}

/** The shared half of a 1:1 as a Markdown document. */
export function sharedMarkdown(half: SharedHalf, words: ShareWords): string {
  const points = half.points.map((point) => pointLine(point, words));
  const actions = half.actions.map(({ text, owner, dueOn, doneAt }) => {
    const facts = [owner === 'me' ? words.mine : words.theirs];
    if (dueOn !== null) facts.push(words.dueOn(dueOn));
    return taskLine(doneAt !== null, `${asPlainText(text)} (${asPlainText(facts.join(', '))})`);
  });
  const parts = [
    `# ${asPlainText(words.title)}`,
    asPlainText(words.when),
    listPart(words.agenda, points),
    half.notes === '' ? '' : `## ${words.notes}\n\n${belowHeading(half.notes)}`,
    listPart(words.actions, actions),
  ].filter((part) => part !== '');
  const isEmpty = points.length + actions.length === 0 && half.notes === '';
  return `${[...parts, ...(isEmpty ? [words.nothing] : [])].join('\n\n')}\n`;
}

/** Notes whose own headings stand below the heading of the notes; what is in code stays. */
function belowHeading(notes: string): string {
  let fence: string | null = null;
  const lines = notes.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence === null) fence = mark;
    else if (mark?.startsWith(fence) === true) fence = null;
    return fence === null ? line.replace(/^( {0,3})(#{1,4})(?=\s)/, '$1##$2') : line;
  });
  return lines.join('\n');
}

const listPart = (heading: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${heading}\n\n${lines.join('\n')}`;

const taskLine = (isDone: boolean, line: string): string => `- [${isDone ? 'x' : ' '}] ${line}`;

function pointLine({ text, state, decision }: SharedPoint, words: ShareWords): string {
  const outcomes: Record<SharedPoint['state'], string> = {
    open: '',
    discussed: '',
    carried: ` (${words.carried})`,
    dropped: ` (${words.dropped})`,
    action: ` (${words.becameAction})`,
    decision: ` (${asPlainText(words.decided(decision ?? ''))})`,
  };
  const isDone = state === 'discussed' || state === 'decision';
  return taskLine(isDone, asPlainText(text) + outcomes[state]);
}
