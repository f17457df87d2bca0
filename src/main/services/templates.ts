import type { TemplateDocument } from '../../domain/documents/template.ts';
import type { TemplateEntry } from '../../domain/templates/template-list.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { TemplateView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Acted, Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, remove, timestamp, undoable, write } from './acts.ts';
import type { Resources } from './resources.ts';
import { templateChoices } from './template-choices.ts';
import { findTemplate, readTemplates } from './template-entries.ts';
import { templateSummary, templateView } from './template-views.ts';

type TemplateParts = ServiceParts & { readonly resources: Resources };

export function createTemplatesService(parts: TemplateParts): HandlersOf<'templates'> {
  const { store, resources } = parts;
  return {
    'templates.list': async () =>
      success((await readTemplates(resources, store)).map(templateSummary)),
    'templates.read': async ({ templateId }) => {
      const entry = await findTemplate(resources, store, templateId);
      return entry === null ? missing() : success(templateView(entry));
    },
    'templates.choices': ({ meetingId }) => templateChoices(parts, meetingId),
    'templates.add': async () => (await store.act((reader) => add(parts, reader))).value,
    'templates.save': async ({ templateId, text }) =>
      (
        await actOn(
          parts,
          templateId,
          (entry, reader) => save(parts, reader, entry, text),
          m.main_template_gone,
        )
      ).value,
    'templates.duplicate': async ({ templateId }) =>
      (await actOn(parts, templateId, (entry, reader) => duplicate(parts, reader, entry))).value,
    'templates.reset': async ({ templateId }) =>
      undoable(await actOn(parts, templateId, (entry) => reset(entry))),
    'templates.remove': async ({ templateId }) =>
      undoable(await actOn(parts, templateId, (entry) => removeOwn(entry))),
  };
}

const missing = (): Result<never> => failure('not-found', m.main_template_missing());

const nameOf = ({ title }: TemplateEntry): string => title ?? m.main_template_nameless();

/** Decides about one template, in one turn of the store. */
function actOn<T>(
  { store, resources }: TemplateParts,
  templateId: string,
  decide: (
    entry: TemplateEntry,
    reader: StoreReader,
  ) => Decided<Result<T>> | Promise<Decided<Result<T>>>,
  sayMissing: () => string = m.main_template_missing,
): Promise<Acted<Result<T>>> {
  return store.act(async (reader) => {
    const entry = await findTemplate(resources, reader, templateId);
    return entry === null ? leave<T>(failure('not-found', sayMissing())) : decide(entry, reader);
  });
}

async function add(
  parts: TemplateParts,
  reader: StoreReader,
): Promise<Decided<Result<TemplateView>>> {
  const { freeTitle, newTemplateText } = await import('../../domain/templates/template-text.ts');
  const taken = await takenTitles(parts, reader);
  const text = newTemplateText({
    title: freeTitle(m.main_new_template_title(), taken),
    summary: m.main_new_template_summary(),
    when: m.main_new_template_when(),
    heading: m.main_new_template_heading(),
    prompt: m.main_new_template_prompt(),
    point: m.main_new_template_point(),
    avoid: m.main_new_template_avoid(),
  });
  return addDocument(parts, text, m.main_act_add_template());
}

async function duplicate(
  parts: TemplateParts,
  reader: StoreReader,
  entry: TemplateEntry,
): Promise<Decided<Result<TemplateView>>> {
  const { copyTemplateText, freeTitle } = await import('../../domain/templates/template-text.ts');
  const taken = await takenTitles(parts, reader);
  const title = freeTitle(m.main_copy_of({ title: nameOf(entry) }), taken);
  const text = copyTemplateText(entry.text, title);
  return addDocument(parts, text, m.main_act_duplicate_template({ title: nameOf(entry) }));
}

async function takenTitles(
  { resources }: TemplateParts,
  reader: StoreReader,
): Promise<readonly string[]> {
  return (await readTemplates(resources, reader)).map(nameOf);
}

/** Adds one of the user's own, and answers with it. */
async function addDocument(
  parts: TemplateParts,
  text: string,
  label: string,
): Promise<Decided<Result<TemplateView>>> {
  const { listTemplates } = await import('../../domain/templates/template-list.ts');
  const document = newDocument(parts, null, text);
  const [entry] = listTemplates([], [document]);
  return entry === undefined
    ? leave(missing())
    : write(label, [put(document)], templateView(entry));
}

function newDocument(
  { newId, clock }: ServiceParts,
  replaces: string | null,
  text: string,
): TemplateDocument {
  const [id, createdAt] = [newId(), timestamp(clock)];
  return { kind: 'template', version: 1, id, replaces, text, createdAt };
}

async function save(
  parts: TemplateParts,
  reader: StoreReader,
  entry: TemplateEntry,
  text: string,
): Promise<Decided<Result<null>>> {
  if (entry.text === text) return leave(success(null));
  const { documentId } = entry;
  const known = documentId === null ? null : await reader.read('template', documentId);
  const document = known === null ? newDocument(parts, entry.id, text) : { ...known, text };
  return write(m.main_act_change_template({ title: nameOf(entry) }), [put(document)], null);
}

function reset(entry: TemplateEntry): Decided<Result<null>> {
  const { source, documentId } = entry;
  if (source === 'own') return leave(failure('invalid', m.main_template_not_shipped()));
  if (documentId === null) return leave(failure('invalid', m.main_template_as_shipped()));
  const label = m.main_act_reset_template({ title: nameOf(entry) });
  return write(label, [remove('template', documentId)], null);
}

function removeOwn(entry: TemplateEntry): Decided<Result<null>> {
  const { source, documentId } = entry;
  if (source !== 'own' || documentId === null)
    return leave(failure('invalid', m.main_template_shipped()));
  const label = m.main_act_remove_template({ title: nameOf(entry) });
  return write(label, [remove('template', documentId)], null);
}
