import { checkIds } from '../../../domain/checks/check-ids.ts';
import type { EvidenceTag } from '../../../domain/decision/model.ts';
import { topics } from '../../../domain/documents/topics.ts';
import type { Route } from '../../../domain/routes.ts';
import { isEvidenceTag } from './evidence.ts';

/** What a link of a text leads to. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'place'; readonly route: Route }
  /** A heading of the same text. */
  | { readonly kind: 'heading'; readonly slug: string }
  /** A note below the text, or the way back from it to one of the places that name it. */
  | { readonly kind: 'note'; readonly note: string; readonly use: string; readonly isBack: boolean }
  /** No link at all: a label that says how firm the ground is. */
  | { readonly kind: 'evidence'; readonly tag: EvidenceTag }
  /** Not allowed, or a place that the app does not have yet: the words stay, the link goes. */
  | { readonly kind: 'none' };

const none: LinkTarget = { kind: 'none' };
const externalProtocols: readonly string[] = ['http:', 'https:', 'mailto:'];
const ownLink = /^evenkeel:([a-z]+)(?:\/([a-z0-9-]+)(?:#([\p{Letter}\p{Number}-]+))?)?$/u;

/** Reads the address of a link; whatever is not plainly one of ours or of the web is `none`. */
export function readLink(href: string): LinkTarget {
  if (href.startsWith('#')) return readHeadingLink(href.slice(1));
  const [isOwn, room, name, slug] = ownLink.exec(href) ?? [];
  if (isOwn !== undefined) return readOwnLink(room, name, slug);
  if (!URL.canParse(href)) return none;
  const url = new URL(href);
  return externalProtocols.includes(url.protocol) ? { kind: 'external', url: url.href } : none;
}

function readOwnLink(
  room: string | undefined,
  name: string | undefined,
  slug: string | undefined,
): LinkTarget {
  if (room === 'guide' && name !== undefined) {
    const anchor = slug ?? null;
    return { kind: 'place', route: { place: 'guide-page', pageId: name, anchor } };
  }
  // Pages of the guide alone have headings to go to.
  if (slug !== undefined) return none;
  if (room === 'helper' && name === undefined) {
    return { kind: 'place', route: { place: 'helper' } };
  }
  if (room === 'template' && name !== undefined) {
    return { kind: 'place', route: { place: 'template', templateId: name, isEditing: false } };
  }
  if (room === 'check') {
    const checkId = checkIds.find((one) => one === name);
    if (checkId === undefined) return none;
    return { kind: 'place', route: { place: 'check', checkId, personId: null } };
  }
  if (room === 'note' || room === 'noteback') return readNoteLink(room === 'noteback', name);
  if (room === 'questions') return readQuestionsLink(name);
  if (room === 'evidence' && isEvidenceTag(name)) return { kind: 'evidence', tag: name };
  return none;
}

function readQuestionsLink(name: string | undefined): LinkTarget {
  if (name === undefined) return { kind: 'place', route: { place: 'questions', topic: null } };
  const topic = topics.find((one) => one === name);
  return topic === undefined ? none : { kind: 'place', route: { place: 'questions', topic } };
}

function readNoteLink(isBack: boolean, name: string | undefined): LinkTarget {
  const [, note, use] = /^(\d{1,6})-(\d{1,6})$/.exec(name ?? '') ?? [];
  return note === undefined || use === undefined ? none : { kind: 'note', note, use, isBack };
}

function readHeadingLink(fragment: string): LinkTarget {
  try {
    const slug = decodeURIComponent(fragment);
    return slug === '' ? none : { kind: 'heading', slug };
  } catch {
    return none;
  }
}
