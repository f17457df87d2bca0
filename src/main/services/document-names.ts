import type { DocumentRef } from '../../domain/documents/document.ts';
import { titleOfTemplate } from '../../domain/documents/template.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import { summaryOf } from '../../domain/documents/summaries.ts';
import type { NamedDocument } from '../../ipc/views.ts';
import type { BackupDifference, Store } from '../store/store.ts';

/** Says what documents are called, in their order, also when they or their people are removed. */
export async function nameDocuments(
  store: Store,
  documents: readonly Summary[],
): Promise<readonly NamedDocument[]> {
  const [people, removed] = await Promise.all([store.summaries('person'), store.removed()]);
  const names = new Map<string, string>();
  for (const { document } of removed)
    if (document.kind === 'person') names.set(document.id, document.name);
  for (const { id, name } of people) names.set(id, name);
  return documents.map((document) => nameOf(document, names));
}

function nameOf(document: Summary, names: ReadonlyMap<string, string>): NamedDocument {
  const ref = { kind: document.kind, id: document.id };
  const nameless = { ref, personName: null, onDate: null, title: null };
  const ofPerson = (id: string): NamedDocument => ({
    ...nameless,
    personName: names.get(id) ?? null,
  });
  switch (document.kind) {
    case 'person':
      return { ...nameless, personName: document.name };
    case 'series':
      return ofPerson(document.personId);
    case 'meeting':
      return {
        ...ofPerson(document.personId),
        onDate: document.startLocal?.slice(0, 10) ?? null,
      };
    case 'feedback':
      return { ...ofPerson(document.personId), onDate: document.noticedOn };
    case 'decision':
      return {
        ...(document.personId === null ? nameless : ofPerson(document.personId)),
        title: document.title === '' ? null : document.title,
      };
    case 'template':
      return { ...nameless, title: titleOfTemplate(document.text) };
    case 'article':
      return { ...nameless, title: document.title };
    case 'calendar':
      return { ...nameless, title: document.name };
    case 'reading':
    case 'settings':
      return nameless;
  }
}

/** What the documents are that differ from a backup; those forgotten meanwhile are left out. */
export async function differingDocuments(
  store: Store,
  differences: readonly BackupDifference[],
): Promise<readonly (BackupDifference & { readonly summary: Summary })[]> {
  const kinds = [...new Set(differences.map(({ ref }) => ref.kind))];
  const present = await Promise.all(kinds.map((kind) => store.summaries(kind)));
  const known = new Map(present.flat().map((summary) => [keyOf(summary), summary]));
  const found = await Promise.all(
    differences.map(async (difference) => {
      const summary = known.get(keyOf(difference.ref)) ?? (await summaryThen(store, difference));
      return summary === null ? [] : [{ ...difference, summary }];
    }),
  );
  return found.flat();
}

async function summaryThen(store: Store, { version }: BackupDifference): Promise<Summary | null> {
  const document = await store.readVersion(version);
  return document === null ? null : summaryOf(document);
}

const keyOf = ({ kind, id }: DocumentRef): string => `${kind} ${id}`;
