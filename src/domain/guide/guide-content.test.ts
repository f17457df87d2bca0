/** What a reader may expect of the shipped guide, checked on the shipped files. */
import { describe, expect, test } from 'vitest';
import { checkIds } from '../checks/check-ids.ts';
import { readShippedModel } from '../decision/test-data/shipped-model.ts';
import { isLibraryPageId } from '../library/library-page-id.ts';
import { americanSpelling } from '../test-text/american-spelling.ts';
import points from './test-data/points.json' with { type: 'json' };
import { allTokens, countWords, linksOf, proseOf, readingGrade } from './test-data/prose.ts';
import {
  listTemplateIds,
  readResource,
  readShippedPages,
  readTestLines,
} from './test-data/read-pages.ts';
import type { ShippedPage } from './test-data/read-pages.ts';
import { guideReport, highestGrade } from './test-data/report.ts';
import { sharedRuns } from './test-data/shared-runs.ts';

const article = readShippedPages('article');
const companions = readShippedPages('companions');
const pages = [...article, ...companions];
const eachPage = pages.map((page) => [page.fileName, page] as const);
const eachCompanion = companions.map((page) => [page.fileName, page] as const);
/**
 * Firms, samples, managers, employees, studies and correlations in the research named; and the name
 * Management 3.0.
 */
const figuresReadAtSource = ['131', '42', '3,149', '223', '626', '87', '80', '117', '3.0'];
const sourceTitle = 'Leadership and Management: What’s the Difference and Why It Matters';

/** The parts of a page under its second-level headings. */
function partsOf(page: ShippedPage): readonly { heading: string; text: string }[] {
  return page.markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return { heading, text: lines.join('\n') };
    });
}

describe('the article', () => {
  test('has one page per section, in order, each id once', () => {
    expect(article.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('makes every point, each on the page of its section', () => {
    expect(points).toHaveLength(73);
    expect(article.flatMap((page) => page.points)).toEqual(points);
    for (const page of article) {
      expect(page.points.length).toBeGreaterThan(0);
      for (const point of page.points) expect(point.startsWith(`${page.order}.`)).toBe(true);
    }
  });

  test('has every page that the helper sends its reader to', () => {
    const { questions, flags } = readShippedModel();
    const ids = article.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...questions, ...flags].map(({ guide }) => guide)));
  });

  test('is 3,500 to 5,500 words long', () => {
    const words = article.reduce((sum, page) => sum + countWords(page.markdown), 0);
    expect(words).toBeGreaterThanOrEqual(3500);
    expect(words).toBeLessThanOrEqual(5500);
  });

  test('credits and links its source at the end, and names further reading with years', () => {
    const last = article.at(-1);
    const parts = last === undefined ? [] : partsOf(last);
    const credit = parts.find(({ heading }) => heading === 'Credit')?.text ?? '';
    expect(credit).toContain(sourceTitle);
    expect(linksOf(credit)).toEqual(['https://qual.is']);
    const reading = parts.find(({ heading }) => heading === 'Further reading')?.text ?? '';
    const entries = proseOf(reading);
    expect(entries.length).toBeGreaterThanOrEqual(6);
    for (const entry of entries) expect(entry).toMatch(/\((19|20)\d\d\)$/);
  });
});

test('no page has an id that a document of the library could have', () => {
  expect(pages.map(({ id }) => id).filter(isLibraryPageId)).toEqual([]);
});

/** What the labels rest on, and what the pages on which research disagrees must show. */
describe('the evidence', () => {
  test('names its sources on every page, with authors and years', () => {
    for (const { sources } of pages) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { title, authors, year } of sources) {
        expect(authors).not.toBe('');
        // The essay behind the guide bears no date.
        if (title !== sourceTitle) expect(year).toBeGreaterThan(1900);
      }
    }
  });

  test('shows the other side on every page whose claims are contested', () => {
    const contested = pages.filter(
      ({ id, evidence }) => id !== 'opening' && evidence.includes('plausible-or-contested'),
    );
    expect(contested.length).toBeGreaterThan(5);
    for (const page of contested) {
      expect(partsOf(page).map(({ heading }) => heading)).toContain('The other side');
    }
  });

  test('sets studies of technical bosses against each other', () => {
    const page = article.find(({ id }) => id === 'technical-expertise');
    const other = page && partsOf(page).find(({ heading }) => heading === 'The other side');
    expect(other?.text).toContain('Artz, Goodall and Oswald');
    expect(other?.text).toContain('Project Oxygen');
  });

  test('is figures only where they were read at their source', () => {
    const figures = article.flatMap((page) =>
      [...proseOf(page.markdown), ...page.sources.map(({ note }) => note)].flatMap(
        (text) => text.replaceAll('1:1', '').match(/\d[\d.,]*\d|\d|%/g) ?? [],
      ),
    );
    const isYear = (figure: string): boolean => /^(19|20)\d\d$/.test(figure);
    const unread = figures.filter(
      (figure) => !isYear(figure) && !figuresReadAtSource.includes(figure),
    );
    expect(unread).toEqual([]);
  });
});

test('the report counts what the pages say', () => {
  const report = guideReport();
  expect(report).toMatchObject({ points: points.length, covered: points.length, missing: [] });
  expect(report.pages.map(({ id }) => id)).toEqual(pages.map(({ id }) => id));
  expect(Math.max(...report.pages.map(({ grade }) => grade))).toBeLessThanOrEqual(highestGrade);
});

describe('the companion pieces', () => {
  test('are the five, in order, and make no point of the article their own', () => {
    expect(companions.map(({ order, id }) => `${order} ${id}`)).toEqual([
      '1 good-one-to-one',
      '2 handing-over',
      '3 giving-feedback',
      '4 career-fork',
      '5 managing-managers',
    ]);
    expect(companions.flatMap((page) => page.points)).toEqual([]);
  });

  test.each(eachCompanion)('%s is 600 to 1,200 words long', (_fileName, page) => {
    expect(countWords(page.markdown)).toBeGreaterThanOrEqual(600);
    expect(countWords(page.markdown)).toBeLessThanOrEqual(1200);
  });

  test.each(eachCompanion)('%s shows the other side, and names dated sources', (_name, page) => {
    expect(partsOf(page).map(({ heading }) => heading)).toContain('The other side');
    expect(page.sources.length).toBeGreaterThanOrEqual(4);
    for (const { year } of page.sources) expect(year).toBeGreaterThan(1900);
  });

  test.each(eachCompanion)(
    '%s gives only figures that were read at their source',
    (_name, page) => {
      const notes = page.sources.map(({ note }) => note);
      const figures = [...proseOf(page.markdown), ...notes].flatMap(
        (text) => text.replaceAll('1:1', '').match(/\d[\d.,]*\d|\d|%/g) ?? [],
      );
      expect(figures.filter((figure) => !figuresReadAtSource.includes(figure))).toEqual([]);
    },
  );

  test('can be reached from the article', () => {
    const links = article.flatMap((page) => linksOf(page.markdown));
    for (const { id } of companions) expect(links).toContain(`evenkeel:guide/${id}`);
  });
});

test('every page has an id of its own, and its file is named after order and id', () => {
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  for (const { fileName, order, id } of pages) expect(fileName).toBe(`0${order}-${id}.md`);
});

describe.each(eachPage)('%s', (_fileName, page) => {
  test('says in its front matter which labels its text uses', () => {
    const used = linksOf(page.markdown)
      .filter((link) => link.startsWith('evenkeel:evidence/'))
      .map((link) => link.replace('evenkeel:evidence/', ''));
    expect([...new Set(used)].sort()).toEqual(page.evidence.toSorted());
    expect(used.length).toBeGreaterThan(0);
  });

  test('writes each label in its own words', () => {
    for (const token of allTokens(page.markdown)) {
      if (token.type !== 'link') continue;
      const { href, text } = token as { href: string; text: string };
      const [, tag] = /^evenkeel:evidence\/(.+)$/.exec(href) ?? [];
      if (tag !== undefined) expect(text).toBe(tag.replaceAll('-', ' '));
    }
  });

  test('links only to what is there', () => {
    const targets = new Set([
      'evenkeel:helper',
      ...['well-supported', 'plausible-or-contested', 'practice', 'article'].map(
        (tag) => `evenkeel:evidence/${tag}`,
      ),
      ...pages.map(({ id }) => `evenkeel:guide/${id}`),
      ...listTemplateIds().map((id) => `evenkeel:template/${id}`),
      ...checkIds.map((id) => `evenkeel:check/${id}`),
    ]);
    const dead = linksOf(page.markdown).filter(
      (link) => !targets.has(link) && !link.startsWith('https://'),
    );
    expect(dead).toEqual([]);
    const { id } = page;
    expect(linksOf(page.markdown)).not.toContain(`evenkeel:guide/${id}`);
  });

  test('names helper questions and a template that exist', () => {
    const questions = readShippedModel().questions.map((question) => question.id);
    expect(questions).toEqual(expect.arrayContaining(page.helper));
    if (page.template !== undefined) expect(listTemplateIds()).toContain(page.template);
  });

  test('ends with what to do with it: the helper and the template', () => {
    const parts = partsOf(page).filter(
      ({ heading }) => heading !== 'Credit' && heading !== 'Further reading',
    );
    const last = parts.at(-1);
    expect(last?.heading).toBe('What to do with it');
    const links = linksOf(last?.text ?? '');
    expect(links).toContain('evenkeel:helper');
    expect(links).toContain(`evenkeel:template/${page.template ?? ''}`);
  });

  test('uses headings of the second and third level only, and no HTML or pictures', () => {
    for (const token of allTokens(page.markdown)) {
      expect(['html', 'image', 'code']).not.toContain(token.type);
      if (token.type === 'heading') expect([2, 3]).toContain(token.depth);
    }
  });

  test('is plain English', () => {
    expect(readingGrade(proseOf(page.markdown))).toBeLessThanOrEqual(highestGrade);
  });

  test('has a summary of one sentence', () => {
    expect(page.summary).toMatch(/^[^.!?]+\.$/);
  });

  test('puts no quotation marks around a saying that is only credited to Drucker', () => {
    for (const paragraph of proseOf(page.markdown)) {
      if (paragraph.includes('Drucker')) expect(paragraph).not.toMatch(/["“”«»]|‘[^’]+’/);
    }
  });
});

describe('wording', () => {
  const hashes = new Set(readTestLines('source-shingles.txt'));
  const texts: readonly (readonly [string, string])[] = [
    ...pages.map(({ fileName, fileText }) => [fileName, fileText] as const),
    ['decision-model.json', readResource('decision-model.json')],
  ];

  test.each(texts)('%s shares no run of seven words with the source', (_name, text) => {
    expect(sharedRuns(text, hashes, [sourceTitle])).toEqual([]);
  });

  test.each(texts)('%s is spelt the British way', (_name, text) => {
    // Titles of books and papers keep their own spelling.
    const ownWords = text.replace(/"?title"?: .*/g, '');
    expect(ownWords.match(americanSpelling) ?? []).toEqual([]);
  });
});

describe('the checks themselves', () => {
  test('see a run that is in the source', () => {
    const hashes = new Set(readTestLines('source-shingles.txt'));
    expect(sharedRuns(`So: ${sourceTitle.toUpperCase()}!`, hashes)).toHaveLength(5);
    expect(sharedRuns(`So: ${sourceTitle}!`, hashes, [sourceTitle])).toEqual([]);
    const halfATitle = sourceTitle.replace('Matters', 'Hurts');
    expect(sharedRuns(halfATitle, hashes, [sourceTitle])).toHaveLength(4);
  });

  test('see American spelling, and let British spelling pass', () => {
    expect('We organize colors; behavioral analyzing.'.match(americanSpelling)).toHaveLength(4);
    expect(
      'We organise the size of a prize and seize its colour.'.match(americanSpelling),
    ).toBeNull();
  });

  test('tell easy from hard prose', () => {
    expect(readingGrade(['The cat sat on the mat. It was glad.'])).toBeLessThan(2);
    expect(
      readingGrade([
        'Organisational effectiveness necessitates comprehensive interdepartmental coordination, notwithstanding considerable administrative complexity and occasionally contradictory prioritisation.',
      ]),
    ).toBeGreaterThan(15);
  });
});
