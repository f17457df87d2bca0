import type { DocumentKind, DocumentRef } from '../../domain/documents/document.ts';
import type { ChangeTopic } from '../../ipc/contract.ts';

const topics: Readonly<Record<DocumentKind, ChangeTopic>> = {
  person: 'people',
  series: 'series',
  meeting: 'meetings',
  feedback: 'feedback',
  decision: 'decisions',
  template: 'templates',
  reading: 'reading',
  calendar: 'calendars',
  article: 'library',
  settings: 'settings',
};

/** What windows are told to read again after these documents were touched. */
export function changeTopics(touched: readonly DocumentRef[]): readonly ChangeTopic[] {
  return [...new Set(touched.map(({ kind }) => topics[kind]))];
}
