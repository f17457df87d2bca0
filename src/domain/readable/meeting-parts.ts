import type { ActionItem, Meeting, TalkingPoint, WrapUpDraft } from '../documents/meeting.ts';
import type { ReadableLine, ReadablePart } from './readable-lines.ts';
import { field, textLines } from './readable-lines.ts';

/** A 1:1 as somebody reads it; a wrap-up that was begun is what it says so far. */
export function meetingParts(meeting: Meeting): readonly ReadablePart[] {
  const { startLocal, timeZone, durationMinutes, status, wrappedUpAt } = meeting;
  return [
    {
      name: 'about',
      lines: [
        ...field('start', startLocal),
        ...field('time-zone', timeZone),
        ...field('minutes', String(durationMinutes)),
        ...field('status', status),
        ...field('wrapped-up-at', wrappedUpAt),
      ],
    },
    { name: 'agenda', lines: meeting.agenda.map(pointLine) },
    { name: 'actions', lines: meeting.actionItems.map(actionLine) },
    { name: 'notes', lines: textLines(meeting.notes) },
    { name: 'private-notes', lines: textLines(meeting.privateNotes) },
    { name: 'reflection', lines: textLines(meeting.reflection) },
    { name: 'wrap-up', lines: meeting.wrapUpDraft === null ? [] : draftLines(meeting.wrapUpDraft) },
  ];
}

const draftLines = ({ points, given, typed }: WrapUpDraft): readonly ReadableLine[] => [
  ...points.flatMap(({ decision }) => textLines(decision)),
  ...given.flatMap(({ text }) => textLines(text)),
  ...textLines(typed),
];

function pointLine(point: TalkingPoint): ReadableLine {
  const { text, addedBy, visibility, stance, topic, carryCount, discussedAt, leftAs } = point;
  return {
    ...{ kind: 'point', text, addedBy, visibility, stance, topic, carryCount },
    isDiscussed: discussedAt !== null,
    leftAs: leftAs?.kind ?? null,
    decision: leftAs?.kind === 'decision' ? leftAs.text : null,
  };
}

const actionLine = ({ text, owner, dueOn, doneAt, stance }: ActionItem): ReadableLine => ({
  ...{ kind: 'action', text, owner, dueOn, stance },
  isDone: doneAt !== null,
});
