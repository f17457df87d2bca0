import { expect, test } from 'vitest';
import { readLink } from './links.ts';

test.each([
  ['https://example.com/a b', { kind: 'external', url: 'https://example.com/a%20b' }],
  ['HTTP://Example.com', { kind: 'external', url: 'http://example.com/' }],
  ['mailto:sam@example.com', { kind: 'external', url: 'mailto:sam@example.com' }],
  ['evenkeel:helper', { kind: 'place', route: { place: 'helper' } }],
  [
    'evenkeel:guide/the-balance',
    { kind: 'place', route: { place: 'guide-page', pageId: 'the-balance', anchor: null } },
  ],
  [
    'evenkeel:template/weekly',
    { kind: 'place', route: { place: 'template', templateId: 'weekly', isEditing: false } },
  ],
  [
    'evenkeel:check/career-fork',
    { kind: 'place', route: { place: 'check', checkId: 'career-fork', personId: null } },
  ],
  ['evenkeel:questions', { kind: 'place', route: { place: 'questions', topic: null } }],
  ['evenkeel:questions/growth', { kind: 'place', route: { place: 'questions', topic: 'growth' } }],
  ['evenkeel:note/2-0', { kind: 'note', note: '2', use: '0', isBack: false }],
  ['evenkeel:noteback/2-1', { kind: 'note', note: '2', use: '1', isBack: true }],
  ['evenkeel:evidence/practice', { kind: 'evidence', tag: 'practice' }],
  [
    'evenkeel:guide/the-difference#side-by-side',
    {
      kind: 'place',
      route: { place: 'guide-page', pageId: 'the-difference', anchor: 'side-by-side' },
    },
  ],
  ['#side-by-side', { kind: 'heading', slug: 'side-by-side' }],
  ['#%C3%A4', { kind: 'heading', slug: 'ä' }],
])('%s leads somewhere', (href, target) => {
  expect(readLink(href)).toEqual(target);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:https://example.com/x',
  'app://ui/index.html',
  '//example.com',
  '/settings',
  'page.html',
  '',
  '#',
  '#%E0%A4%A',
  'evenkeel:',
  'evenkeel:check',
  'evenkeel:check/tea-leaves',
  'evenkeel:guide/../settings',
  'evenkeel:evidence/certain',
  'evenkeel:note',
  'evenkeel:note/2',
  'evenkeel:note/x-0',
  'evenkeel:template',
  'evenkeel:template/weekly#first',
  'evenkeel:guide/the-difference#',
  'evenkeel:questions/weather',
  'https://',
])('%j is no link', (href) => {
  expect(readLink(href)).toEqual({ kind: 'none' });
});
