import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckId } from '../../domain/checks/check-ids.ts';
import type { Check } from '../../domain/checks/check.ts';
import type { DecisionModel } from '../../domain/decision/model.ts';
import { guideGroups } from '../../domain/guide/guide-groups.ts';
import type { GuidePage } from '../../domain/guide/guide-page.ts';
import type { QuestionBank } from '../../domain/questions/question-bank.ts';
import type { ShippedTemplate } from '../../domain/templates/template-list.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';

/** What ships as data, each part read when it is first asked for and kept from then on. */
export interface Resources {
  /** Of one that cannot be used the user is told. */
  model(): Promise<Result<DecisionModel>>;
  questions(): Promise<Result<QuestionBank>>;
  /** Of one that cannot be used the user is told. */
  check(id: CheckId): Promise<Result<Check>>;
  /** In their order; of one that cannot be used the user is told. */
  templates(): Promise<readonly ShippedTemplate[]>;
  /** Group after group, each in its order; one that cannot be read is left out, and the user told. */
  guidePages(): Promise<readonly GuidePage[]>;
}

/** @param folder the app's resources/ */
export function createResources(folder: string, notices: NoticeBoard): Resources {
  const checks = {
    'career-fork': once(() => readCheck(folder, 'career-fork', notices)),
    'managing-managers': once(() => readCheck(folder, 'managing-managers', notices)),
  } satisfies Record<CheckId, () => Promise<Result<Check>>>;
  return {
    check: (id) => checks[id](),
    model: once(() => readModel(join(folder, 'decision-model.json'), notices)),
    questions: once(() => readQuestions(join(folder, 'questions.json'))),
    templates: once(() => readTemplates(join(folder, 'templates'), notices)),
    guidePages: once(() => readGuidePages(join(folder, 'guide'), notices)),
  };
}

/** Does the work when first asked, and gives everybody the same answer. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => (answer ??= work());
}

async function readModel(path: string, notices: NoticeBoard): Promise<Result<DecisionModel>> {
  const model = await readJson(
    path,
    async (json) => (await import('../../domain/decision/model.ts')).parseDecisionModel(json),
    (reason) => m.main_model_unusable({ reason }),
  );
  if (!model.ok) notices.add({ id: 'model', severity: 'warning', message: model.error.message });
  return model;
}

function readQuestions(path: string): Promise<Result<QuestionBank>> {
  return readJson(
    path,
    async (json) =>
      (await import('../../domain/questions/question-bank.ts')).parseQuestionBank(json),
    (reason) => m.main_questions_unusable({ reason }),
  );
}

async function readCheck(
  folder: string,
  id: CheckId,
  notices: NoticeBoard,
): Promise<Result<Check>> {
  const check = await readJson(
    join(folder, 'checks', `${id}.json`),
    async (json) => (await import('../../domain/checks/check.ts')).parseCheck(json),
    (reason) => m.main_check_unusable({ reason }),
  );
  if (!check.ok) {
    notices.add({ id: `check:${id}`, severity: 'warning', message: check.error.message });
  }
  return check;
}

/** Reads a file that is of use only as a whole. */
async function readJson<T>(
  path: string,
  parse: (json: unknown) => Promise<Parsed<T>>,
  tell: (reason: string) => string,
): Promise<Result<T>> {
  try {
    const parsed = await parse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.ok ? success(parsed.value) : failure('unreadable', tell(parsed.problem));
  } catch (error) {
    return failure('unreadable', tell(reasonOf(error)));
  }
}

// Both readers bring a Markdown parser with them, which the first screen does not need: they are
// loaded when somebody asks.

async function readTemplates(
  folder: string,
  notices: NoticeBoard,
): Promise<readonly ShippedTemplate[]> {
  const { parseTemplate } = await import('../../domain/templates/template-file.ts');
  const tell = (file: string, reason: string): void => {
    const message = m.main_templates_unusable({ file, reason });
    notices.add({ id: `template:${file}`, severity: 'warning', message });
  };
  const read = await readEach(folder, (id, text) => {
    const parsed = parseTemplate(id, text);
    if (!parsed.ok) tell(`${id}.md`, parsed.problem);
    return { ok: true, value: { id, text, parsed } };
  });
  const orderOf = ({ parsed }: ShippedTemplate): number =>
    parsed.ok ? parsed.value.order : Number.MAX_SAFE_INTEGER;
  return usable(read, tell).toSorted((one, other) => orderOf(one) - orderOf(other));
}

async function readGuidePages(folder: string, notices: NoticeBoard): Promise<readonly GuidePage[]> {
  const { parseGuidePage } = await import('../../domain/guide/guide-page.ts');
  const groups = await Promise.all(
    guideGroups.map((group) =>
      readEach(join(folder, group), (_id, text) => parseGuidePage(group, text)),
    ),
  );
  return groups.flatMap((read) =>
    usable(read, (file, reason) => {
      const message = m.main_guide_unusable({ file, reason });
      notices.add({ id: `guide:${file}`, severity: 'warning', message });
    }).toSorted((one, other) => one.order - other.order),
  );
}

type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

interface ReadFile<T> {
  readonly file: string;
  readonly parsed: Parsed<T>;
}

/** Reads every .md file of a folder but its README, which speaks about the folder. */
async function readEach<T>(
  folder: string,
  parse: (id: string, text: string) => Parsed<T>,
): Promise<readonly ReadFile<T>[]> {
  try {
    const names = (await readdir(folder)).filter(
      (name) => name.endsWith('.md') && name !== 'README.md',
    );
    return await Promise.all(names.sort().map((name) => readOne(folder, name, parse)));
  } catch (error) {
    return [{ file: folder, parsed: { ok: false, problem: reasonOf(error) } }];
  }
}

async function readOne<T>(
  folder: string,
  name: string,
  parse: (id: string, text: string) => Parsed<T>,
): Promise<ReadFile<T>> {
  try {
    const text = await readFile(join(folder, name), 'utf8');
    return { file: name, parsed: parse(name.slice(0, -'.md'.length), text) };
  } catch (error) {
    return { file: name, parsed: { ok: false, problem: reasonOf(error) } };
  }
}

function usable<T>(
  read: readonly ReadFile<T>[],
  tell: (file: string, reason: string) => void,
): readonly T[] {
  return read.flatMap(({ file, parsed }) => {
    if (parsed.ok) return [parsed.value];
    tell(file, parsed.problem);
    return [];
  });
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
