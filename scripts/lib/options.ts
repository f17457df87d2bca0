import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { CommandError, exitCode } from './exit-codes.ts';

type OptionsSchema = v.ObjectSchema<v.ObjectEntries, undefined>;

interface Command<S extends OptionsSchema> {
  /** Its options, each of which is followed by a value. */
  readonly schema: S;
  /** Said with every mistake. */
  readonly usage: string;
  /** Whether words that are no options may stand among them. */
  readonly takesWords?: boolean;
}

/** What a command was asked for. */
interface Asked<S extends OptionsSchema> {
  readonly options: v.InferOutput<S>;
  readonly words: readonly string[];
}

/**
 * Reads what a command was asked for.
 * @throws CommandError when an option is not known, or cannot be what it is
 */
export function readOptions<S extends OptionsSchema>(
  args: readonly string[],
  { schema, usage, takesWords = false }: Command<S>,
): Asked<S> {
  const mistake = (problem: string): CommandError =>
    new CommandError(`${problem}\nUsage: ${usage}`, exitCode.usage);
  const known = Object.keys(schema.entries).map((name) => [name, { type: 'string' }] as const);
  try {
    const { values, positionals: words } = parseArgs({
      args: [...args],
      options: Object.fromEntries(known),
      allowPositionals: takesWords,
    });
    const checked = v.safeParse(schema, values);
    if (checked.success) return { options: checked.output, words };
    throw mistake(`--${v.getDotPath(checked.issues[0]) ?? ''} cannot be that.`);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw mistake(error instanceof Error ? error.message : String(error));
  }
}
