import { expect, test } from 'vitest';
import { failure, success, type Result } from '../../ipc/result.ts';
import { UndoOffers } from './undo-offers.svelte.ts';

const ticket = (id: string) => ({ id, label: `Act ${id}` });

function offersWith(answer: (id: string) => Result<null> = () => success(null)) {
  const undone: string[] = [];
  const undo = (id: string): Promise<Result<null>> => {
    undone.push(id);
    return Promise.resolve(answer(id));
  };
  const offers = new UndoOffers(undo, () => Promise.resolve());
  return { offers, undone };
}

test('takes back the newest act first, then the one before', async () => {
  const { offers, undone } = offersWith();
  offers.offer(ticket('1'));
  offers.offer(ticket('2'));
  expect(offers.moment).toEqual({ kind: 'offered', label: 'Act 2' });
  await offers.takeBack();
  expect(offers.moment).toEqual({ kind: 'taken-back', label: 'Act 2' });
  await offers.takeBack();
  await offers.takeBack();
  expect(undone).toEqual(['2', '1']);
});

test('the bar put away, the act can still be taken back', async () => {
  const { offers, undone } = offersWith();
  offers.offer(ticket('1'));
  offers.dismiss();
  expect(offers.moment).toBeNull();
  await offers.takeBack();
  expect(undone).toEqual(['1']);
});

test('a failure is said, and can be tried again', async () => {
  const answers: Result<null>[] = [failure('not-saved', 'The disk is full.'), success(null)];
  const { offers, undone } = offersWith(() => answers.shift() ?? success(null));
  offers.offer(ticket('1'));
  await offers.takeBack();
  expect(offers.moment).toEqual({ kind: 'failed', message: 'The disk is full.' });
  await offers.takeBack();
  expect(undone).toEqual(['1', '1']);
  expect(offers.moment).toEqual({ kind: 'taken-back', label: 'Act 1' });
});

test('a way back that is gone is not tried for ever', async () => {
  const { offers, undone } = offersWith(() => failure('not-found', 'Too late.'));
  offers.offer(ticket('1'));
  await offers.takeBack();
  await offers.takeBack();
  expect(undone).toEqual(['1']);
});

test('what was just done is taken back, even where it has yet to be answered', async () => {
  const taken: string[] = [];
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const offers: UndoOffers = new UndoOffers(
    (id) => {
      taken.push(id);
      return Promise.resolve(success(null));
    },
    () => answered,
  );
  offers.offer({ id: 'first', label: 'First' });
  const takingBack = offers.takeBack();
  offers.offer({ id: 'second', label: 'Second' });
  answer();
  await takingBack;
  expect(taken).toEqual(['second']);
});
