/** One thing to choose, with the words that the user reads. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}
