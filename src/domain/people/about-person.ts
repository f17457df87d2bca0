import type { DocumentKind } from '../documents/document.ts';

/** Whether documents of a kind are about one person, and go when everything on them is deleted. */
const isAboutPerson = {
  person: false,
  series: true,
  meeting: true,
  feedback: true,
  decision: true,
  template: false,
  reading: false,
  calendar: false,
  article: false,
  settings: false,
} as const satisfies Record<DocumentKind, boolean>;

/** A kind of documents that are about one person. */
export type KindAboutPerson = {
  [K in DocumentKind]: (typeof isAboutPerson)[K] extends true ? K : never;
}[DocumentKind];

/**
 * The kinds of documents that bear a `personId`. A new kind does not compile until somebody has said
 * whether it is one of them, so that none is left behind when a person is deleted.
 */
export const kindsAboutPerson = (Object.keys(isAboutPerson) as DocumentKind[]).filter(
  (kind): kind is KindAboutPerson => isAboutPerson[kind],
);
