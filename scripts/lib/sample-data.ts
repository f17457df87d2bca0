import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../test-setup/temporal.ts';
import type { AgendaTemplate } from '../../src/domain/agenda/apply-template.ts';
import { agendaOf } from '../../src/domain/agenda/apply-template.ts';
import type { DecisionModel } from '../../src/domain/decision/model.ts';
import { parseDecisionModel } from '../../src/domain/decision/model.ts';
import type { Document } from '../../src/domain/documents/document.ts';
import { parseQuestionBank } from '../../src/domain/questions/question-bank.ts';
import type { Question } from '../../src/domain/questions/question-bank.ts';
import type { SampleRequest } from '../../src/domain/sample/sample-data.ts';
import { sampleData } from '../../src/domain/sample/sample-data.ts';
import { parseTemplate } from '../../src/domain/templates/template-file.ts';
import type { Store } from '../../src/main/store/store.ts';
import { CommandError } from './exit-codes.ts';
import { inProject } from './project.ts';

/** Sample data without what ships with the app, which is read here. */
type SampleWish = Omit<SampleRequest, 'questions' | 'templates' | 'model'>;

/** So many documents are one act: the journal holds an act whole. */
const documentsPerAct = 100;

/** Makes sample data up. */
export async function makeSampleData(wish: SampleWish): Promise<readonly Document[]> {
  const [questions, templates, model] = await Promise.all([
    readQuestions(),
    readTemplates(),
    readModel(),
  ]);
  return sampleData({ ...wish, questions, templates, model });
}

/**
 * Writes documents to a data folder as the app does, through its store; what belongs to this
 * computer alone is thrown away afterwards, and made anew by the app. The message catalogue must have
 * been compiled.
 * @throws CommandError when there is something in the folder already; it is left as it is.
 */
export async function writeSampleData(
  folder: string,
  documents: readonly Document[],
): Promise<void> {
  if ((await filesIn(folder)).length > 0) {
    throw new CommandError(
      `There is something in ${folder} already, and it was left as it is. Name a folder that is empty or not there yet.`,
    );
  }
  // Its texts may have been compiled only just now.
  const { openStore } = await import('../../src/main/store/open-store.ts');
  const localFolder = await mkdtemp(join(tmpdir(), 'evenkeel-sample-local-'));
  const now = (): string => new Date().toISOString();
  const places = { dataFolder: folder, localFolder };
  const opened = await openStore({ ...places, now, newId: () => randomUUID() });
  if (!opened.ok) throw new CommandError(opened.error.message);
  try {
    await put(opened.value, documents);
  } finally {
    await opened.value.close();
    await rm(localFolder, { recursive: true, force: true });
  }
}

async function put(store: Store, documents: readonly Document[]): Promise<void> {
  if (store.readOnlyReason !== null) throw new CommandError(store.readOnlyReason);
  for (let from = 0; from < documents.length; from += documentsPerAct) {
    const changes = documents
      .slice(from, from + documentsPerAct)
      .map((document) => ({ kind: 'put' as const, document }));
    const act = { label: 'Sample data', changes };
    await store.act(() => Promise.resolve({ act, value: null }));
    await store.flush();
  }
  const [problem] = store.problems();
  if (problem !== undefined) throw new CommandError(problem.message);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new CommandError(`${folder} cannot be used: ${String(error)}`);
  }
}

async function readQuestions(): Promise<readonly Question[]> {
  const text = await readFile(inProject('resources', 'questions.json'), 'utf8');
  const bank = parseQuestionBank(JSON.parse(text));
  if (!bank.ok) throw new CommandError(bank.problem);
  return bank.value.questions;
}

async function readModel(): Promise<DecisionModel> {
  const text = await readFile(inProject('resources', 'decision-model.json'), 'utf8');
  const model = parseDecisionModel(JSON.parse(text));
  if (!model.ok) throw new CommandError(model.problem);
  return model.value;
}

async function readTemplates(): Promise<readonly AgendaTemplate[]> {
  const folder = inProject('resources', 'templates');
  const names = (await readdir(folder)).filter((name) => name !== 'README.md').sort();
  return Promise.all(
    names.map(async (name) => {
      const id = name.replace(/\.md$/, '');
      const template = parseTemplate(id, await readFile(join(folder, name), 'utf8'));
      if (!template.ok) throw new CommandError(template.problem);
      return agendaOf(template.value);
    }),
  );
}
