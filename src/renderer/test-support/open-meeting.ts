import { fireEvent, render } from '@testing-library/svelte';
import { meetingWith, pointWith } from '../../domain/agenda/test-data/meeting-with.ts';
import type { Meeting, TalkingPoint } from '../../domain/documents/meeting.ts';
import { failure, success } from '../../ipc/result.ts';
import type { MeetingView, TemplateSummary, TemplateView } from '../../ipc/views.ts';
import { appContext } from '../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam, testNow } from './fake-bridge.ts';
import { notesEditor } from './notes-editor.ts';
import MeetingScreen from '../features/meeting/MeetingScreen.svelte';

// The editor takes jsdom for Safari, whose selection it reads by a command that jsdom does not know.
Object.assign(document, { execCommand: () => false });

/** The id of the meeting that is shown. */
export const meetingId = 'meeting-one';

/** A talking point of today. */
export const point = (text: string, more: Partial<TalkingPoint> = {}): TalkingPoint =>
  pointWith({ id: `point-${text}`, text, firstRaisedOn: '2026-11-23', ...more });

const weekly: TemplateSummary = {
  id: 'weekly',
  source: 'shipped',
  title: 'Weekly 1:1',
  isUsable: true,
  summary: 'Half an hour.',
  when: 'Every week.',
  durationMinutes: 30,
};
const weeklyView: TemplateView = {
  summary: weekly,
  text: '',
  sections: [
    { heading: 'Promises', stance: null, prompts: ['Begin with your own.'], points: ['Promises'] },
  ],
  avoid: ['Do not collect status.'],
};
/** What an action item has that nobody has done yet. */
export const openAction = {
  doneAt: null,
  stance: null,
  fromPointId: null,
  carriedFrom: null,
  createdAt: testNow,
};

/** The screen of a meeting, over a main process that keeps this one. */
export async function open(
  agenda: TalkingPoint[] = [],
  more: Partial<Meeting> = {},
  canComeBack: readonly string[] = [],
) {
  let meeting: Meeting = meetingWith({
    ...{ id: meetingId, personId: sam.id, seriesId: 'series-sam', agenda, createdAt: testNow },
    ...{ originalLocal: '2026-11-23T11:00', startLocal: '2026-11-23T11:00', ...more },
  });
  const view = (): MeetingView => ({
    now: testNow,
    meeting,
    personName: sam.name,
    startsAt: '2026-11-23T10:00:00Z',
    endsAt: '2026-11-23T10:30:00Z',
    decisions: [],
    canComeBack,
  });
  const bridge = new FakeBridge()
    .answer('templates.list', () => success([weekly]))
    .answer('templates.choices', () =>
      success({ fitting: [{ template: weekly, reason: { kind: 'regular' } }], others: [] }),
    )
    .answer('templates.read', ({ templateId }) =>
      templateId === weekly.id
        ? success(weeklyView)
        : failure('not-found', 'There is no template of this name.'),
    )
    .answer('meetings.applyTemplate', ({ templateId }) => {
      meeting = { ...meeting, templateId, agenda: [...meeting.agenda, point('from a template')] };
      return success(meeting);
    })
    .answer('meetings.read', () => success(view()))
    .answer('meetings.plan', () => success(view()))
    .answer('meetings.writeNotes', (input) => {
      const { notes = meeting.notes, privateNotes = meeting.privateNotes } = input;
      meeting = { ...meeting, notes, privateNotes };
      return success({ notes, privateNotes });
    })
    .answer('meetings.addAction', ({ text, owner, dueOn }) => {
      const added = { ...{ id: `action-${text}`, rank: 'a0', text, owner, dueOn }, ...openAction };
      meeting = { ...meeting, actionItems: [...meeting.actionItems, added] };
      return success(added);
    })
    .answer('meetings.changeAction', ({ actionId, stance = null }) => {
      const before = meeting.actionItems.find(({ id }) => id === actionId);
      if (before === undefined) return failure('not-found', 'It is not there.');
      const changed = { ...before, stance };
      meeting = {
        ...meeting,
        actionItems: meeting.actionItems.map((one) => (one === before ? changed : one)),
      };
      return success(changed);
    })
    .answer('meetings.addPoint', ({ text, addedBy, visibility }) => {
      const added = point(text, { addedBy, visibility });
      meeting = { ...meeting, agenda: [...meeting.agenda, added] };
      return success(added);
    })
    .answer('meetings.changePoint', ({ pointId, text, isDiscussed, stance, topic }) => {
      const before = meeting.agenda.find(({ id }) => id === pointId) ?? point('lost');
      const changed = {
        ...before,
        text: text ?? before.text,
        stance: stance === undefined ? before.stance : stance,
        topic: topic === undefined ? before.topic : topic,
        discussedAt: isDiscussed === true ? testNow : before.discussedAt,
      };
      meeting = {
        ...meeting,
        agenda: meeting.agenda.map((one) => (one.id === pointId ? changed : one)),
      };
      return success(changed);
    })
    .answer('meetings.movePoint', ({ pointId, toIndex }) => {
      const moved = meeting.agenda.filter(({ id }) => id === pointId);
      const others = meeting.agenda.filter(({ id }) => id !== pointId);
      meeting = { ...meeting, agenda: others.toSpliced(toIndex, 0, ...moved) };
      return success(meeting);
    });
  const app = await loadedApp(bridge);
  const screen = render(MeetingScreen, {
    context: appContext(app),
    props: { route: { place: 'meeting', meetingId } },
  });
  await screen.findByRole('heading', { level: 1, name: '1:1 with Sam Okafor' });
  const shownPoints = (): string[] =>
    screen.queryAllByRole('textbox', { name: /^Talking point \d/ }).map(valueOf);
  const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });
  const notes = (label = 'Notes') => notesEditor(screen.container, label);
  return { app, bridge, screen, shownPoints, field, notes };
}

/** What stands in a field. */
export const valueOf = (field: HTMLElement): string =>
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLInputElement ||
  field instanceof HTMLSelectElement
    ? field.value
    : '';

/** Types into a field, as far as a component can tell. */
export async function type(element: HTMLElement, value: string): Promise<void> {
  element.focus();
  await fireEvent.input(element, { target: { value } });
}
