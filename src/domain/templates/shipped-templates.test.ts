/** What a manager may expect of the shipped templates, checked on the shipped files. */
import { describe, expect, test } from 'vitest';
import { proseOf, readingGrade } from '../guide/test-data/prose.ts';
import { listTemplateIds, readResource, readTestLines } from '../guide/test-data/read-pages.ts';
import { sharedRuns } from '../guide/test-data/shared-runs.ts';
import { americanSpelling } from '../test-text/american-spelling.ts';
import { parseTemplate } from './template-file.ts';
import type { Template } from './template-file.ts';

interface ShippedTemplate extends Template {
  readonly fileText: string;
}

const templates = listTemplateIds()
  .map(readShipped)
  .sort((one, other) => one.order - other.order);
const eachTemplate = templates.map((template) => [template.id, template] as const);
const sourceHashes = new Set(readTestLines('source-shingles.txt'));

function readShipped(id: string): ShippedTemplate {
  const fileText = readResource(`templates/${id}.md`);
  const result = parseTemplate(id, fileText);
  if (!result.ok) throw new Error(result.problem);
  return { ...result.value, fileText };
}

const pointsOf = ({ sections }: Template): readonly string[] =>
  sections.flatMap(({ points }) => points);
const promptsOf = ({ sections }: Template): readonly string[] =>
  sections.flatMap(({ prompts }) => prompts);
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z’']+/g) ?? [];

/** Words that label people, or say nothing. */
const wrongTone =
  /\b(?:(?:difficult|toxic|lazy|weak|problem|poor|low|bad|under)[- ]?(?:people|persons?|employees?|performers?)|rock ?stars?|ninjas?|10x|human capital|headcount|stakeholders?|synerg\w+|leverag\w+|deep dives?|circle back|touch base|low[- ]hanging|bandwidth|paradigms?|game[- ]chang\w+|world[- ]class|obviously|simply)\b/gi;

/** How a point would speak about its reader instead of to them. */
const aboutTheReader =
  /\b(?:he|she|him|her|his|hers|(?:your|the|my) report|direct reports?|employees?|subordinates?|staff)\b/i;

/** How alike two lines are: shared words against all words, 0 to 1. */
function likeness(one: string, other: string): number {
  const [left, right] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  return left.intersection(right).size / left.union(right).size;
}

function pairsTooAlike(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, place) =>
    lines
      .slice(place + 1)
      .filter((other) => likeness(line, other) > 0.6)
      .map((other) => `${line} | ${other}`),
  );
}

describe('the shipped templates', () => {
  test('are the eleven situations, in this order', () => {
    expect(templates.map(({ id }) => id)).toEqual([
      'weekly',
      'first-week',
      'career',
      'feedback',
      'handover',
      'skip-level',
      'managers-of-managers',
      'pressure',
      'return',
      'change',
      'stay-and-exit',
    ]);
    expect(templates.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('have names, summaries and occasions of their own', () => {
    for (const part of ['title', 'summary', 'when'] as const) {
      expect(new Set(templates.map((template) => template[part])).size).toBe(templates.length);
    }
  });

  test('repeat no point, no prompt and no warning of another, nor nearly', () => {
    expect(pairsTooAlike(templates.flatMap(pointsOf))).toEqual([]);
    expect(pairsTooAlike(templates.flatMap(promptsOf))).toEqual([]);
    expect(pairsTooAlike(templates.flatMap(({ avoid }) => avoid))).toEqual([]);
  });

  test('the weekly 1:1 lasts half an hour and begins with promises', () => {
    const [weekly] = templates;
    expect(weekly?.durationMinutes).toBe(30);
    expect(weekly?.sections[0]).toEqual({
      heading: 'Promises',
      stance: null,
      prompts: [
        'Begin with your own: what did you say you would do, and is it done?',
        'Then theirs. For what is stuck, ask what would free it; what no longer matters, drop aloud.',
      ],
      points: ['What we promised each other last time'],
    });
  });

  test('the weekly 1:1 suggests what its parts are mostly about, where that is plain', () => {
    const stances = templates[0]?.sections.map(({ stance }) => stance);
    expect(stances).toEqual([null, null, 'manage', 'lead', null]);
  });
});

describe.each(eachTemplate)('%s', (_id, template) => {
  test('fits its time: sections, points, prompts', () => {
    expect([30, 45]).toContain(template.durationMinutes);
    expect(template.sections.length).toBeGreaterThanOrEqual(4);
    expect(template.sections.length).toBeLessThanOrEqual(7);
    expect(pointsOf(template).length).toBeGreaterThanOrEqual(4);
    expect(pointsOf(template).length).toBeLessThanOrEqual(8);
    expect(promptsOf(template).length).toBeGreaterThanOrEqual(pointsOf(template).length);
    const headings = template.sections.map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('gives something to read or to raise under each heading', () => {
    for (const { prompts } of template.sections) expect(prompts.length).toBeGreaterThan(0);
  });

  test('says what not to do, last, each time as a thing not to do', () => {
    expect(template.avoid.length).toBeGreaterThanOrEqual(4);
    for (const line of template.avoid) expect(line).toMatch(/^(If [^,]+, d|D)o not /);
    expect(template.fileText.split(/^## /m).at(-1)).toMatch(/^What not to do\n/);
  });

  test('can be read in the moment', () => {
    for (const point of pointsOf(template)) expect(wordsOf(point).length).toBeLessThanOrEqual(22);
    for (const line of [...promptsOf(template), ...template.avoid]) {
      expect(wordsOf(line).length).toBeLessThanOrEqual(36);
    }
    const [, body = ''] = template.fileText.split(/^---\n[\s\S]*?^---\n/m);
    expect(readingGrade(proseOf(body))).toBeLessThanOrEqual(7);
  });

  test('has points that their reader can be shown', () => {
    for (const point of pointsOf(template)) {
      expect(point).not.toMatch(aboutTheReader);
      expect(point).not.toMatch(/^Why (?:did|do|have|are)(?:n’t| not)? you/i);
      expect(point.match(wrongTone) ?? []).toEqual([]);
    }
  });

  test('keeps to the tone: no labels on people, no office words, no shouting, no dashes', () => {
    expect(template.fileText.match(wrongTone) ?? []).toEqual([]);
    expect(template.fileText).not.toMatch(/[—–!]|\b[A-Z]{4,}\b/);
  });

  test('is spelt the British way', () => {
    expect(template.fileText.match(americanSpelling) ?? []).toEqual([]);
  });

  test('shares no run of seven words with the source of the guide', () => {
    expect(sharedRuns(template.fileText, sourceHashes)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  test('see what is nearly the same, and let different things pass', () => {
    const line = 'The day when we look at it again';
    expect(pairsTooAlike([line, 'The day when we look at this again'])).toHaveLength(1);
    expect(pairsTooAlike([line, 'What you need from me for that'])).toEqual([]);
  });

  test('see words that label people', () => {
    expect('Low performers and difficult people; leverage.'.match(wrongTone)).toHaveLength(3);
    expect('A difficult talk with somebody.'.match(wrongTone)).toBeNull();
  });

  test('see a point that speaks about its reader', () => {
    expect('Ask her what she wants').toMatch(aboutTheReader);
    expect('What would you like, and who else should hear?').not.toMatch(aboutTheReader);
  });
});
