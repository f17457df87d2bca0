import { expect, test } from 'vitest';
import { EditLedger } from './edit-ledger.ts';
import type { Contents, WriterLine } from './writer-lines.ts';

const begun = (contents: Contents): WriterLine => ({ kind: 'begun', chain: 'group', contents });
const done: WriterLine = { kind: 'done', chain: 'group' };
const found = (contents: Readonly<Record<string, string>>): WriterLine => ({
  kind: 'found',
  contents,
});
const outcome = ({ lost, halfDone }: EditLedger) => ({ lost, halfDone });
const both = (count: string) => ({ 'group-one': count, 'group-two': count });

function ledgerAfter(...lines: readonly WriterLine[]): EditLedger {
  const ledger = new EditLedger();
  ledger.take([found({}), ...lines]);
  return ledger;
}

test('the last acknowledged state and the one that was under way are both right', () => {
  for (const state of [both('1'), both('2')]) {
    const ledger = ledgerAfter(begun(both('1')), done, begun(both('2')));
    expect(ledger).toMatchObject({ acknowledged: 1, interrupted: 1 });
    ledger.take([found(state)]);
    expect(outcome(ledger)).toEqual({ lost: 0, halfDone: 0 });
  }
});

test('what was acknowledged and is older, torn or gone is lost', () => {
  for (const text of ['1', 'torn: 2', undefined]) {
    const ledger = ledgerAfter(begun(both('1')), done, begun(both('2')), done);
    const rest = text === undefined ? {} : { 'group-one': text };
    ledger.take([found({ 'group-two': '2', ...rest })]);
    expect(outcome(ledger)).toEqual({ lost: 1, halfDone: 0 });
  }
});

test('a document that was removed and comes back is lost work, too', () => {
  const ledger = ledgerAfter(begun(both('1')), done, begun({ 'group-one': null }), done);
  ledger.take([found(both('1'))]);
  expect(outcome(ledger)).toEqual({ lost: 1, halfDone: 0 });
});

test('a part of an act is half done, be it made, changed or removed', () => {
  const act: Contents = { 'group-one': '2', 'group-two': null, 'group-three': '2' };
  const halves = [
    { 'group-one': '2', 'group-two': '1' },
    { 'group-one': '1', 'group-two': '1', 'group-three': '2' },
    { 'group-one': '1' },
  ];
  for (const half of halves) {
    const ledger = ledgerAfter(begun(both('1')), done, begun(act));
    ledger.take([found(half)]);
    expect(outcome(ledger)).toEqual({ lost: 0, halfDone: 1 });
  }
});

test('a start that was killed before it opened leaves the question to the next', () => {
  const ledger = ledgerAfter(begun(both('1')), done, begun(both('2')));
  expect(ledger.take([])).toBe(false);
  ledger.take([found(both('2'))]);
  expect(outcome(ledger)).toEqual({ lost: 0, halfDone: 0 });
});

test('what is said after the power went is possible, but nobody was promised it', () => {
  const lines = [found({}), begun(both('1')), done, begun(both('2')), done, begun(both('3'))];
  for (const [count, lost] of [
    ['0', 2],
    ['1', 0],
    ['2', 0],
    ['3', 0],
    ['4', 2],
  ] as const) {
    const ledger = new EditLedger();
    ledger.take(lines, 3);
    ledger.take([found(both(count))]);
    expect(outcome(ledger)).toEqual({ lost, halfDone: 0 });
    expect(ledger.acknowledged).toBe(1);
  }
});
