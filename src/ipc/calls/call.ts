import type * as v from 'valibot';

/** One call: what goes in is checked at run time, what comes out is known to the compiler. */
interface Call<Input extends v.GenericSchema, Output> {
  readonly input: Input;
  readonly isDestructive: boolean;
  /** Never set: carries the type of the answer. */
  readonly output?: Output;
}

/** The calls of an area: all their names begin with its own, so that no two areas have the same. */
export type CallsOf<Area extends string> = Readonly<
  Record<`${Area}.${string}`, Call<v.GenericSchema, unknown>>
>;

/** A way back from an act: `undo.undo` takes the id, the label says what would be undone. */
export interface UndoTicket {
  readonly id: string;
  readonly label: string;
}

/** The answer of a destructive call always brings the way back with it. */
export interface Undoable<T> {
  readonly value: T;
  readonly undo: UndoTicket;
}

/** A call that takes nothing away. */
export const call =
  <Output>() =>
  <Input extends v.GenericSchema>(input: Input): Call<Input, Output> => ({
    input,
    isDestructive: false,
  });

/** A call that takes something away, or changes much at once: its answer brings the way back. */
export const destructive =
  <Output>() =>
  <Input extends v.GenericSchema>(input: Input): Call<Input, Undoable<Output>> => ({
    input,
    isDestructive: true,
  });
