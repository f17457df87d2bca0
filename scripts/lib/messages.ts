import { CommandError, exitCode } from './exit-codes.ts';
import { withLock } from './lock.ts';
import { inProject, toolScript } from './project.ts';
import { runNode } from './run.ts';

const compileLimitMilliseconds = 180_000;

/** Turns the message catalogue in messages/ into the typed functions that the app imports. */
export async function compileMessages(): Promise<void> {
  const options = {
    project: './messages/evenkeel.inlang',
    outdir: './src/messages/generated',
  };
  const result = await withLock(inProject('.cache', 'messages.lock'), () =>
    runNode(
      toolScript('@inlang/paraglide-js', 'paraglide-js'),
      [
        ...['compile', '--project', options.project, '--outdir', options.outdir],
        '--emit-ts-declarations',
      ],
      { output: 'collect', timeoutMilliseconds: compileLimitMilliseconds },
    ),
  );
  if (result.code !== exitCode.ok) {
    throw new CommandError(`The message catalogue does not compile:\n${result.output.trim()}`);
  }
}
