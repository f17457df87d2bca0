import { describe, expect, test } from 'vitest';
import { guideGroups } from '../guide/guide-groups.ts';
import { listTemplateIds, readShippedPages } from '../guide/test-data/read-pages.ts';
import { americanSpelling } from '../test-text/american-spelling.ts';
import type { CheckId } from './check-ids.ts';
import { checkIds } from './check-ids.ts';
import type { Check } from './check.ts';
import { parseCheck } from './check.ts';
import { readCheckJson, readShippedCheck } from './test-data/shipped-checks.ts';

const pages = guideGroups.flatMap((group) => readShippedPages(group));

/** The slugs of a page's headings, as the reader makes them. */
const slugsOf = (pageId: string): readonly string[] =>
  (pages.find(({ id }) => id === pageId)?.markdown ?? '')
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) =>
      line
        .toLowerCase()
        .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
        .replaceAll(/^-|-$/g, ''),
    );

const isPassage = ({ page, anchor }: { page: string; anchor: string | null }): boolean =>
  pages.some(({ id }) => id === page) && (anchor === null || slugsOf(page).includes(anchor));

/** All words of a check that stand on screen. */
const textsOf = ({ questions, points, readings }: Check): readonly string[] => [
  ...questions.flatMap(({ text, help, choices }) => [
    ...[text, help],
    ...choices.map((choice) => choice.text),
  ]),
  ...[...points, ...readings].map(({ text }) => text),
];

describe.each(checkIds)('the shipped check %s', (id) => {
  const check = readShippedCheck(id);

  test('is the one of its file, with eight to ten questions', () => {
    expect(check.id).toBe(id);
    expect(check.questions.length).toBeGreaterThanOrEqual(8);
    expect(check.questions.length).toBeLessThanOrEqual(10);
  });

  test('leads only to passages and templates that are there', () => {
    const astray = [
      ...check.points.filter(({ guide }) => !isPassage(guide)),
      ...check.readings.filter(({ leads }) =>
        leads.kind === 'guide' ? !isPassage(leads) : !listTemplateIds().includes(leads.template),
      ),
    ];
    expect(astray.map((one) => one.id)).toEqual([]);
  });

  test('says nothing twice, in British words, and no word that marks anybody', () => {
    const texts = textsOf(check);
    const unique = [...check.points, ...check.questions].map(({ text }) => text);
    expect(new Set(unique).size).toBe(unique.length);
    expect(texts.join('\n').match(americanSpelling)).toBeNull();
    expect(texts.join('\n')).not.toMatch(/\b(score|verdict|suited|weak|talent|high performer)/i);
  });
});

const damaged = (id: CheckId, change: (check: Check) => object): string => {
  const result = parseCheck(JSON.parse(JSON.stringify(change(readShippedCheck(id)))));
  return result.ok ? 'no problem' : result.problem;
};

test.each<[string, (check: Check) => object, string]>([
  ['a line of text alone', () => new String('a check'), 'not usable at the file as a whole'],
  ['another id', (check) => ({ ...check, id: 'tea' }), 'not usable at id'],
  [
    'a question twice',
    (check) => ({ ...check, questions: [...check.questions, ...check.questions.slice(0, 1)] }),
    'the question "occasion" is there twice',
  ],
  [
    'an answer twice',
    (check) => ({
      ...check,
      questions: check.questions.map((question) => ({
        ...question,
        choices: [...question.choices.slice(0, 1), ...question.choices.slice(0, 1)],
      })),
    }),
    'the answer of the question "occasion" "empty-chair" is there twice',
  ],
  [
    'an end that is not there',
    (check) => ({ ...check, closing: 'farewell' }),
    'the point "farewell" is named and not there',
  ],
  [
    'a point that nothing leads to',
    (check) => ({
      ...check,
      points: [...check.points, { ...check.points[0], id: 'loose-end' }],
    }),
    'no answer leads to the point "loose-end"',
  ],
  [
    'a reading that is not there',
    (check) => ({ ...check, always: ['a-novel'] }),
    'the reading "a-novel" is named and not there',
  ],
])('a file with %s is named in a sentence', (_what, change, sentence) => {
  expect(damaged('career-fork', change)).toContain(sentence);
});

test('a word too many is refused, since it would count for nothing', () => {
  const result = parseCheck({ ...readCheckJson('career-fork'), weight: 3 });
  expect(result.ok ? '' : result.problem).toContain('weight');
});
