import { meetingWith, pointWith } from '../../agenda/test-data/meeting-with.ts';
import type { ActionItem, Meeting, Origin, TalkingPoint } from '../../documents/meeting.ts';
import { fc } from '../../test-laws/fast-check.ts';
import { actionWith } from './share-words.ts';

const at = '2026-03-03T09:00:00Z';

/** No letter of these is in any shared text, word of the app or piece of markup. */
const privateLetters = ['Ж', 'Ш', 'Щ', 'Ю', 'Я', 'Ф', 'Ы', 'Э'];

/** Finds what must never be shared. */
export const privatePattern = new RegExp(`[${privateLetters.join('')}]`, 'u');

const secret = fc
  .array(fc.constantFrom(...privateLetters, ' ', '*', '\n# '), { minLength: 1, maxLength: 20 })
  .map((letters) => `Ж${letters.join('')}`);
const secretLine = secret.map((text) => text.replaceAll('\n', ' ').trim());
const openText = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `a${text}`);
const pointIds = ['p0', 'p1', 'p2', 'p3', 'p4'];

const privateOrigin: fc.Arbitrary<Origin> = fc.constantFrom<Origin>(
  { kind: 'typed' },
  { kind: 'feedback', feedbackId: 'feedback-Ж' },
  { kind: 'question', questionId: 'question-Ж' },
);

const leftAs = (text: fc.Arbitrary<string>): fc.Arbitrary<TalkingPoint['leftAs']> =>
  fc.oneof(
    fc.constant(null),
    fc.constant({ kind: 'carried' as const, toMeetingId: 'meeting-Ж', at }),
    fc.constant({ kind: 'dropped' as const, at }),
    text.map((decision) => ({ kind: 'decision' as const, text: decision, at })),
    fc.constant({ kind: 'action' as const, actionId: 'a0', at }),
  );

const point = (id: string): fc.Arbitrary<TalkingPoint> =>
  fc.oneof(
    // Private by its mark.
    fc
      .record({ text: secretLine, origin: privateOrigin, leftAs: leftAs(secretLine) })
      .map((more) => pointWith({ id, ...more, visibility: 'private' })),
    // Private since it tells feedback, however it is marked.
    fc
      .record({ text: secretLine, leftAs: leftAs(secretLine) })
      .map((more) =>
        pointWith({ id, ...more, origin: { kind: 'feedback', feedbackId: 'feedback-Ж' } }),
      ),
    fc
      .record({ text: openText, leftAs: leftAs(openText) })
      .map((more) => pointWith({ id, ...more })),
  );

/** An action item tells secrets if and only if its point does. */
function actionsOf(agenda: readonly TalkingPoint[]): fc.Arbitrary<ActionItem[]> {
  const action = fc
    .record({
      from: fc.constantFrom(null, 'gone', ...pointIds),
      hidden: secretLine,
      open: openText,
    })
    .map(({ from, hidden, open }) => {
      const source = agenda.find(({ id }) => id === from);
      const isOpen = from === null || (source !== undefined && !privatePattern.test(source.text));
      return actionWith({
        id: `a-${open.length}`,
        stance: null,
        fromPointId: from,
        text: isOpen ? open : hidden,
      });
    });
  return fc.array(action, { maxLength: 5 });
}

/** Meetings in which everything private is written in letters that nothing else has. */
export const privateMeetings: fc.Arbitrary<Meeting> = fc
  .tuple(...pointIds.map(point))
  .chain((agenda) =>
    fc.record({
      agenda: fc.shuffledSubarray([...agenda]),
      actionItems: actionsOf(agenda),
      notes: openText,
      privateNotes: secret,
      reflection: secret,
      snoozedSuggestions: fc.array(secretLine, { maxLength: 3 }),
      templateId: fc.constantFrom(null, 'template-Ж'),
    }),
  )
  .map((change) => meetingWith(withoutDangling(change)));

/** A point that the shuffle left out is gone: what came from it may be private, and is written so. */
function withoutDangling<T extends Pick<Meeting, 'agenda' | 'actionItems'>>(change: T): T {
  const there = new Set(change.agenda.map(({ id }) => id));
  const actionItems = change.actionItems.map((action) =>
    action.fromPointId === null || there.has(action.fromPointId)
      ? action
      : { ...action, text: 'Ж' },
  );
  return { ...change, actionItems };
}
