import type { TemplateEntry } from '../../domain/templates/template-list.ts';
import type { StoreReader } from '../store/store.ts';
import type { Resources } from './resources.ts';

/** Every template that there is, shipped and the user's own. */
export async function readTemplates(
  resources: Resources,
  reader: Pick<StoreReader, 'list'>,
): Promise<readonly TemplateEntry[]> {
  // Brings a Markdown parser with it, which the first screen does not need.
  const { listTemplates } = await import('../../domain/templates/template-list.ts');
  const [shipped, documents] = await Promise.all([resources.templates(), reader.list('template')]);
  return listTemplates(shipped, documents);
}

/** The template of an id; null when there is none, or none any more. */
export async function findTemplate(
  resources: Resources,
  reader: Pick<StoreReader, 'list'>,
  templateId: string,
): Promise<TemplateEntry | null> {
  const entries = await readTemplates(resources, reader);
  return entries.find(({ id }) => id === templateId) ?? null;
}
