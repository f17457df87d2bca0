/** What a user may expect of the shipped questions, checked on the shipped file. */
import { describe, expect, test } from 'vitest';
import { relationships } from '../documents/relationships.ts';
import { topics } from '../documents/topics.ts';
import { readTestLines } from '../guide/test-data/read-pages.ts';
import { sharedRuns } from '../guide/test-data/shared-runs.ts';
import { americanSpelling } from '../test-text/american-spelling.ts';
import { depths } from './depths.ts';
import type { Question } from './question-bank.ts';
import { particularSituations } from './situations.ts';
import { likenessOfRuns, likenessOfWords } from './test-data/likeness.ts';
import { readShippedBank } from './test-data/shipped-bank.ts';

const bank = readShippedBank();
const { questions } = bank;

const countWhere = (isMeant: (question: Question) => boolean): number =>
  questions.filter(isMeant).length;

describe('the shipped bank', () => {
  test('has at least 168 questions', () => {
    expect(questions.length).toBeGreaterThanOrEqual(168);
  });

  test.each(topics)('has at least ten on %s, and three of each depth', (topic) => {
    expect(countWhere((question) => question.topic === topic)).toBeGreaterThanOrEqual(10);
    for (const depth of depths) {
      const count = countWhere((question) => question.topic === topic && question.depth === depth);
      expect(count, depth).toBeGreaterThanOrEqual(3);
    }
  });

  test('asks about managing, about leading, and about neither', () => {
    for (const stance of ['manage', 'lead', 'none'] as const) {
      const share = countWhere((question) => question.stance === stance) / questions.length;
      expect(share, stance).toBeGreaterThan(0.15);
      expect(share, stance).toBeLessThan(0.55);
    }
  });

  test.each(relationships)('has at least 25 that may be asked of a %s', (relationship) => {
    const mayBeAsked = (question: Question) => question.relationships.includes(relationship);
    expect(countWhere(mayBeAsked)).toBeGreaterThanOrEqual(25);
  });

  test.each(particularSituations)('has something to ask in the situation %s', (situation) => {
    const tagged = questions.filter((question) => question.situations.includes(situation));
    expect(tagged.length).toBeGreaterThanOrEqual(4);
    // Whoever has not been asked anything yet is asked an opening.
    const openings = tagged.filter(
      ({ depth, relationships: asked }) => depth === 'opening' && asked.includes('report'),
    );
    expect(openings.length).toBeGreaterThanOrEqual(3);
  });

  test('has chains that go deeper, in every topic', () => {
    const chained = questions.filter(({ follows }) => follows !== undefined);
    expect(chained.length).toBeGreaterThanOrEqual(30);
    expect(new Set(chained.map(({ topic }) => topic)).size).toBe(topics.length);
  });

  test('asks what follows of nobody who could not be asked what it follows', () => {
    const byId = new Map(questions.map((question) => [question.id, question]));
    for (const { id, follows, relationships: asked } of questions) {
      if (follows === undefined) continue;
      expect(byId.get(follows)?.relationships, id).toEqual(expect.arrayContaining(asked));
    }
  });

  test.each(relationships)(
    'leads to each of its questions for a %s step by step',
    (relationship) => {
      const usual = questions.filter(
        (question) =>
          question.situations.includes('any') && question.relationships.includes(relationship),
      );
      for (const topic of topics) {
        const found = depths.map((depth) =>
          usual.some((question) => question.topic === topic && question.depth === depth),
        );
        // No depth without the one above it.
        expect(found, topic).toEqual(found.toSorted((one, other) => Number(other) - Number(one)));
      }
    },
  );
});

describe('no two questions ask the same', () => {
  const pairs = questions.flatMap(({ text }, index) =>
    questions.slice(index + 1).map((other) => [text, other.text] as const),
  );

  test('in nearly the same words', () => {
    expect(pairs.filter(([one, other]) => likenessOfWords(one, other) > 0.45)).toEqual([]);
  });

  test('in the same runs of words', () => {
    expect(pairs.filter(([one, other]) => likenessOfRuns(one, other) > 0.15)).toEqual([]);
  });

  test('by the same pattern: few begin alike', () => {
    const texts = questions.map(({ text }) => text);
    for (const text of texts) {
      const [first = '', second = ''] = text.split(' ', 2);
      const alike = texts.filter((other) => other.startsWith(`${first} ${second} `));
      expect(alike.length, `${first} ${second}`).toBeLessThanOrEqual(12);
      const sameFirst = texts.filter((other) => other.startsWith(`${first} `));
      expect(sameFirst.length / texts.length, first).toBeLessThan(0.3);
    }
  });
});

describe('every question', () => {
  const texts = questions.map(({ text }) => text);
  const matching = (pattern: RegExp) => texts.filter((text) => text.match(pattern) !== null);

  test('is one sentence', () => {
    expect(texts.filter((text) => text.match(/[.!?](?=\s|$)/g)?.length !== 1)).toEqual([]);
  });

  test('can be said in one breath', () => {
    expect(texts.filter((text) => text.split(' ').length > 24)).toEqual([]);
  });

  test('is mostly an open one', () => {
    const open = matching(/\b(?:what|which|who|whom|whose|where|when|how|why)\b/i);
    expect(open.length / texts.length).toBeGreaterThan(0.9);
  });

  test('blames nobody', () => {
    expect(matching(blame)).toEqual([]);
  });

  test('is free of buzzwords and of therapy', () => {
    expect(matching(buzz)).toEqual([]);
  });

  test('is no stock phrase', () => {
    expect(matching(stockPhrase)).toEqual([]);
  });

  test('is spelt the British way', () => {
    expect(matching(americanSpelling)).toEqual([]);
  });

  test('has plain marks: no dash, no brackets, no abbreviation, no exclamation', () => {
    expect(matching(/[—–!()[\]{}"…]| - |\be\.g\.|\bi\.e\.|\betc\b|\s{2}/)).toEqual([]);
  });

  test('shares no run of seven words with the source of the guide', () => {
    const hashes = new Set(readTestLines('source-shingles.txt'));
    expect(texts.flatMap((text) => sharedRuns(text, hashes))).toEqual([]);
  });
});

const blame =
  /\b(?:fault of|your (?:fault|failure|weakness(?:es)?|shortcomings?)|blam\w+|lazy|excuses?|incompeten\w+|bad at|poor performers?|underperform\w*|difficult (?:person|people|colleague)|guilty|ashamed|careless|stupid|should you not|why (?:did|do|have|are)(?: you)?n[o']t|why haven't you|failed to)\b/i;

const buzz =
  /\b(?:leverag\w+|synerg\w+|alignment|stakeholders?|deliverables?|bandwidth|circle back|touch base|deep dive|low-hanging|move the needle|empower\w*|passion\w*|journey|holistic\w*|impactful|learnings|actionable|proactive\w*|best practices?|north star|rock ?stars?|ninja|10x|value-add|win-win|game.changer|ecosystem|paradigm|resources|utili[sz]\w+|mindset|safe space|trauma\w*|triggered|inner child|vulnerab\w+|toxic|healing|heal|feelings?|emotion\w*|self-care|boundaries|burn(?:ed|t)?.?out)\b/i;

const stockPhrase =
  /\bon a scale\b|\bhow do you feel about\b|\bon your mind\b|\bkeeps? you up\b|\bmagic wand\b|\bin five years\b|\bif you were me\b|\bif you were in my\b|\bmost proud\b|\bstart,? stop\b|\bblock(?:ing|ed|ers?)\b|\bone thing (?:i|we) (?:could|should)\b|\bhow can i (?:help|support)\b|\bhow are you\b|\bfeel (?:valued|appreciated|recognised|supported)\b|\bbiggest (?:challenge|strength|weakness|obstacle)\b/i;

describe('the checks themselves', () => {
  test('see a question that was only reworded', () => {
    const asked = 'Which decision waited for me last week although you had all the facts?';
    const reordered = 'Last week, which decisions were waiting for me although you had the facts?';
    const trimmed = 'Which decision waited for me although you had all the facts?';
    expect(likenessOfWords(asked, reordered)).toBeGreaterThan(0.45);
    expect(likenessOfRuns(asked, trimmed)).toBeGreaterThan(0.15);
  });

  test('see blame, buzzwords and stock phrases', () => {
    expect("Why didn't you finish?").toMatch(blame);
    expect('How can we leverage synergies?').toMatch(buzz);
    expect("What's on your mind?").toMatch(stockPhrase);
    expect('On a scale of one to ten, how was the week?').toMatch(stockPhrase);
  });
});
