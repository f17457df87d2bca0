import type { AnswerValue, Scale } from '../domain/decision/model.ts';
import { m } from './index.ts';

/** An answer in words, such as "2 of 5, towards “Not needed here”". */
export function stepWords({ poles }: Scale, value: AnswerValue): string {
  const number = value + 1;
  switch (value) {
    case 0:
      return m.helper_step_at({ number, pole: poles.low });
    case 1:
      return m.helper_step_towards({ number, pole: poles.low });
    case 2:
      return m.helper_step_middle({ number });
    case 3:
      return m.helper_step_towards({ number, pole: poles.high });
    case 4:
      return m.helper_step_at({ number, pole: poles.high });
  }
}
