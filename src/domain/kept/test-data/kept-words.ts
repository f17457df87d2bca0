import { createFormatter } from '../../../messages/format.ts';
import { lineWords, partName } from '../../../messages/readable-words.ts';
import type { KeptWords } from '../kept-markdown.ts';

const format = createFormatter('en-GB');

export const keptWords: KeptWords = {
  title: 'Everything kept on Sam',
  intro: 'Saved today.',
  private: 'Private',
  section: (kind) => `All of ${kind}`,
  entry: (document) => {
    if (document.kind === 'person') return null;
    return document.kind === 'meeting' ? (document.startLocal ?? 'No date') : document.kind;
  },
  answers: 'Answers',
  answersOf: ({ answers }) =>
    Object.entries(answers).map(([id, value]) => `${id}: ${String(value)}`),
  part: partName,
  line: (line) => lineWords(line, format, 'Europe/Berlin'),
};
