import { compareTexts } from '../compare-texts.ts';
import type { TemplateDocument } from '../documents/template.ts';
import { titleOfTemplate } from '../documents/template.ts';
import type { TemplateResult } from './template-file.ts';
import { parseTemplate } from './template-file.ts';

/** A template that ships with the app; it may be unusable, if its file was damaged. */
export interface ShippedTemplate {
  readonly id: string;
  readonly text: string;
  readonly parsed: TemplateResult;
}

/** Where a template comes from: the app, the app with the user's changes, or the user. */
export type TemplateSource = 'shipped' | 'changed' | 'own';

/** One template as the user has it. */
export interface TemplateEntry {
  /** What meetings, links and calls know it by: a change of a shipped one keeps its id. */
  readonly id: string;
  readonly source: TemplateSource;
  /** The user's document; null where the shipped text is as it was. */
  readonly documentId: string | null;
  readonly text: string;
  /** Its name, also where it is unusable; null where it says none. */
  readonly title: string | null;
  readonly parsed: TemplateResult;
}

/**
 * Every template that there is: the shipped ones in their order, each as the user has changed it,
 * then the user's own by title. One that cannot be used is there too, with the reason.
 */
export function listTemplates(
  shipped: readonly ShippedTemplate[],
  documents: readonly TemplateDocument[],
): readonly TemplateEntry[] {
  const standIns = standInsOf(documents);
  const taken = new Set(standIns.values());
  const known = new Set(shipped.map(({ id }) => id));
  const inPlace = shipped.map((one) => {
    const standIn = standIns.get(one.id);
    return standIn === undefined ? shippedEntry(one) : ownEntry(standIn, one.id, 'changed');
  });
  const own = documents
    .filter((one) => !(taken.has(one) && known.has(one.replaces ?? '')))
    .map((one) => ownEntry(one, taken.has(one) ? (one.replaces ?? one.id) : one.id, 'own'));
  return [...inPlace, ...own.toSorted(byTitle)];
}

/**
 * The document that stands in for each shipped template. When two computers made one each, the one
 * made later does; the other is shown as one of the user's own.
 */
function standInsOf(documents: readonly TemplateDocument[]): ReadonlyMap<string, TemplateDocument> {
  const standIns = new Map<string, TemplateDocument>();
  for (const document of documents.toSorted(byAge)) {
    if (document.replaces !== null) standIns.set(document.replaces, document);
  }
  return standIns;
}

function shippedEntry({ id, text, parsed }: ShippedTemplate): TemplateEntry {
  const title = titleOf(text, parsed);
  return { id, source: 'shipped', documentId: null, text, title, parsed };
}

function ownEntry(
  { id: documentId, replaces, text }: TemplateDocument,
  id: string,
  source: TemplateSource,
): TemplateEntry {
  const read = parseTemplate(replaces ?? documentId, text);
  const parsed = read.ok ? { ...read, value: { ...read.value, id } } : read;
  return { id, source, documentId, text, title: titleOf(text, parsed), parsed };
}

const titleOf = (text: string, parsed: TemplateResult): string | null =>
  parsed.ok ? parsed.value.title : titleOfTemplate(text);

const byAge = (one: TemplateDocument, other: TemplateDocument): number =>
  compareTexts(one.createdAt, other.createdAt) || compareTexts(one.id, other.id);

const byTitle = (one: TemplateEntry, other: TemplateEntry): number =>
  (one.title ?? '').localeCompare(other.title ?? '', 'en') || compareTexts(one.id, other.id);
