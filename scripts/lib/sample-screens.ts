import type { Document } from '../../src/domain/documents/document.ts';
import type { Meeting } from '../../src/domain/documents/meeting.ts';
import { parseRoute } from '../../src/domain/parse-route.ts';
import { routeHash } from '../../src/domain/routes.ts';

/** One screen to be opened on sample data. */
export interface SampleScreen {
  readonly name: string;
  readonly hash: string;
  /** What is on it, inside the main part, once its data are there. */
  readonly shows: string;
  /** Whether this build has the screen. */
  readonly isThere: boolean;
}

/** The documents that screens are opened with. */
interface Landmarks {
  /** The person met most often, and their next and last 1:1. */
  readonly personId: string;
  readonly plannedId: string;
  readonly heldId: string;
}

type Entry = readonly [name: string, hash: (landmarks: Landmarks) => string, shows: string];

/** Every screen: one line for each. */
const entries: readonly Entry[] = [
  ['today', () => '#/', 'section li'],
  ['people', () => '#/people', 'li'],
  ['person', ({ personId }) => `#/people/${personId}`, 'section li'],
  ['person-history', ({ personId }) => `#/people/${personId}/history`, 'h2, li'],
  ['person-feedback', ({ personId }) => `#/people/${personId}/feedback`, 'li'],
  ['meeting-planned', ({ plannedId }) => `#/meetings/${plannedId}`, 'section li'],
  ['meeting-held', ({ heldId }) => `#/meetings/${heldId}`, 'section li'],
  ['wrap-up', ({ plannedId }) => `#/meetings/${plannedId}/wrap-up`, 'section'],
  ['meeting-share', ({ heldId }) => `#/meetings/${heldId}/share`, 'h1'],
  ['actions', () => '#/actions', 'li'],
  ['reminders', () => '#/reminders', 'h1'],
  ['templates', () => '#/templates', 'li'],
  ['template', () => '#/templates/weekly', 'h2'],
  ['questions', () => '#/questions', 'li'],
  ['guide', () => '#/guide', 'li a'],
  ['guide-page', () => '#/guide/the-difference', '[data-markdown="rendered"] p'],
  ['library', () => '#/library', 'section'],
  ['check', () => '#/checks/career-fork', 'input[type="radio"]'],
  ['helper', () => '#/helper', 'input[type="radio"]'],
  ['journal', () => '#/journal', 'h1'],
  ['delegation', () => '#/delegation', 'li'],
  ['balance', () => '#/balance', 'table'],
  ['settings', () => '#/settings', 'section'],
  ['keys', () => '#/keys', 'section'],
  ['data', () => '#/data', 'section'],
];

/**
 * The screens to be opened on some sample data, those of a person with those of whoever was met most
 * often.
 */
export function sampleScreens(documents: readonly Document[]): readonly SampleScreen[] {
  const landmarks = landmarksOf(documents);
  return entries.map(([name, hashFor, shows]) => {
    const hash = hashFor(landmarks);
    // What is no place leads to Today.
    return { name, hash, shows, isThere: routeHash(parseRoute(hash)) === hash };
  });
}

function landmarksOf(documents: readonly Document[]): Landmarks {
  const meetings = documents.filter((document) => document.kind === 'meeting');
  const ofPerson = [...Map.groupBy(meetings, ({ personId }) => personId)];
  const [most] = ofPerson.toSorted(([, one], [, other]) => other.length - one.length);
  if (most === undefined) throw new Error('The sample has no meetings.');
  const [personId, own] = most;
  return {
    personId,
    plannedId: lastOf('planned', own) ?? lastOf('planned', meetings) ?? '',
    heldId: lastOf('held', own) ?? '',
  };
}

/** Meetings come in their order. */
function lastOf(status: Meeting['status'], meetings: readonly Meeting[]): string | undefined {
  return meetings.findLast((meeting) => meeting.status === status && meeting.startLocal !== null)
    ?.id;
}
