import { isSharedAction, isSharedPoint } from '../agenda/shared.ts';
import { compareTexts } from '../compare-texts.ts';
import type { DocumentKind, DocumentOf } from '../documents/document.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { KindAboutPerson } from '../people/about-person.ts';
import { kindsAboutPerson } from '../people/about-person.ts';
import type { PartName, ReadablePart } from '../readable/readable-parts.ts';
import { readableParts } from '../readable/readable-parts.ts';
import { meetingsAsTheyAre } from './meetings-as-they-are.ts';

/** A kind of documents of which something can be kept on one person. */
export type KeptKind = 'person' | KindAboutPerson | 'calendar';

/** In the order of the file. A calendar is not about anybody, and can hold choices that are. */
const keptKinds: readonly KeptKind[] = ['person', ...kindsAboutPerson, 'calendar'];

/**
 * All that is kept on somebody: just what goes when everything on them is deleted. A new kind of documents
 * about people does not compile until it is read here, and until somebody has said what of it is private.
 */
export type KeptOnPerson = {
  readonly [K in KeptKind]: readonly DocumentOf<K>[];
};

/** One document as it stands in the file. */
export interface KeptEntry {
  readonly document: DocumentOf<KeptKind>;
  readonly parts: readonly ReadablePart[];
  readonly privateParts: readonly ReadablePart[];
}

/** What is kept of one kind. */
export interface KeptSection {
  readonly kind: KeptKind;
  readonly entries: readonly KeptEntry[];
}

type Halves = Omit<KeptEntry, 'document'>;

/**
 * The parts that are not private are named one by one: what a later version adds to a document stays
 * private until somebody adds it here.
 */
const halvesOf: {
  readonly [K in KeptKind]: (document: DocumentOf<K>) => Halves;
} = {
  person: (person) => halves(person, ['about', 'areas', 'levels']),
  series: (series) => halves(series, ['about']),
  meeting: meetingHalves,
  feedback: (feedback) => halves(feedback, []),
  decision: (decision) => halves(decision, []),
  calendar: (calendar) => halves(calendar, ['about', 'one-to-ones']),
};

/** All that is kept on somebody, kind by kind and the oldest first, with what is private apart or left out. */
export function keptSections(kept: KeptOnPerson, withPrivate: boolean): readonly KeptSection[] {
  const whole = oldestFirst(kept);
  const told = withPrivate ? whole : { ...whole, meeting: whole.meeting.map(withoutSorting) };
  return keptKinds
    .map((kind) => sectionOf(kind, told[kind], withPrivate))
    .filter(({ entries }) => entries.length > 0);
}

function oldestFirst(kept: KeptOnPerson): KeptOnPerson {
  return {
    ...kept,
    series: inOrder(kept.series, ({ startLocal }) => startLocal),
    meeting: meetingsAsTheyAre(kept),
    feedback: inOrder(kept.feedback, ({ noticedOn }) => noticedOn),
    decision: inOrder(kept.decision, ({ createdAt }) => createdAt),
    calendar: inOrder(kept.calendar, ({ createdAt }) => createdAt),
  };
}

const inOrder = <T>(documents: readonly T[], when: (document: T) => string): readonly T[] =>
  documents.toSorted((one, other) => compareTexts(when(one), when(other)));

function sectionOf<K extends KeptKind>(
  kind: K,
  documents: readonly DocumentOf<K>[],
  withPrivate: boolean,
): KeptSection {
  const entries = documents
    .map((document): KeptEntry => ({ document, ...halvesOf[kind](document) }))
    .map((entry) => (withPrivate ? entry : { ...entry, privateParts: [] }))
    .filter(({ parts, privateParts }) => parts.length + privateParts.length > 0);
  return { kind, entries };
}

function halves(document: DocumentOf<DocumentKind>, open: readonly PartName[]): Halves {
  const filled = readableParts(document).filter(({ lines }) => lines.length > 0);
  return {
    parts: filled.filter(({ name }) => open.includes(name)),
    privateParts: filled.filter(({ name }) => !open.includes(name)),
  };
}

/** By the same rules as what is shared of a 1:1. */
function meetingHalves(meeting: Meeting): Halves {
  const { agenda, actionItems } = meeting;
  const shared = {
    agenda: agenda.filter(isSharedPoint),
    actionItems: actionItems.filter((action) => isSharedAction(action, agenda)),
  };
  const hidden = {
    agenda: agenda.filter((point) => !isSharedPoint(point)),
    actionItems: actionItems.filter((action) => !isSharedAction(action, agenda)),
  };
  return {
    parts: halves({ ...meeting, ...shared }, ['about', 'agenda', 'actions', 'notes']).parts,
    privateParts: halves({ ...meeting, ...hidden }, ['about', 'notes']).privateParts,
  };
}

/** By what the user sorts points and promises is for the user alone, as where they are shared. */
const withoutSorting = (meeting: Meeting): Meeting => ({
  ...meeting,
  agenda: meeting.agenda.map((point) => ({ ...point, stance: null, topic: null })),
  actionItems: meeting.actionItems.map((action) => ({ ...action, stance: null })),
});
