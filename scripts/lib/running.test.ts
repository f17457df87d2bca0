import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { exitCode } from './exit-codes.ts';
import { findLeftovers, markVariable } from './leftovers.ts';
import { firstAnnouncement, startOnLeash } from './leash.ts';
import { inProject } from './project.ts';
import { run, runNode } from './run.ts';

async function isGone(mark: string): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  while (findLeftovers(mark).length > 0) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

describe.runIf(process.platform === 'linux')('a program that is run', () => {
  test('gives its code and what it wrote', async () => {
    const result = await run('sh', ['-c', 'echo out; echo err >&2; exit 7'], { output: 'collect' });
    expect(result.code).toBe(7);
    expect(result.output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  test('ended by a signal, gives 128 and its number', async () => {
    expect((await run('sh', ['-c', 'kill -TERM $$'], { output: 'collect' })).code).toBe(143);
  });

  test('is stopped when it takes too long, with all that it started', async () => {
    const mark = randomUUID();
    const result = await run('sh', ['-c', 'sleep 60 & sleep 60'], {
      ...{ env: { [markVariable]: mark }, output: 'collect', timeoutMilliseconds: 200 },
    });
    expect(result.code).toBe(exitCode.timedOut);
    expect(await isGone(mark)).toBe(true);
  });

  test('leaves nothing behind that it sent to the background', async () => {
    const mark = randomUUID();
    const options = { env: { [markVariable]: mark }, output: 'show' } as const;
    await run('sh', ['-c', 'sleep 60 & exit 0'], options);
    expect(await isGone(mark)).toBe(true);
  });

  test('that is not there is an error', async () => {
    await expect(run('/nowhere/program', [])).rejects.toThrow('ENOENT');
  });
});

describe.runIf(process.platform === 'linux')('a program on a leash', () => {
  test('announces itself, stops when asked, and is gone', async () => {
    const mark = randomUUID();
    const env = { ...process.env, [markVariable]: mark };
    const program = startOnLeash('sh', ['-c', 'echo :7; exec sleep 60'], env);
    expect(await firstAnnouncement(program, 'a display')).toBe(':7');
    expect(findLeftovers(mark)).not.toEqual([]);
    await program.stop();
    expect(findLeftovers(mark)).toEqual([]);
  });

  test('that ends before it was ready is an error with its own words', async () => {
    const program = startOnLeash('sh', ['-c', 'echo no display >&2; exit 1']);
    await expect(firstAnnouncement(program, 'Xvfb', 10_000)).rejects.toThrow(/Xvfb .*no display/);
    await program.stop();
  });

  test('ends when who holds the leash is killed outright', async () => {
    const mark = randomUUID();
    const script = `import { startOnLeash } from ${JSON.stringify(inProject('scripts/lib/leash.ts'))};
      startOnLeash('sleep', ['60']);
      setInterval(() => undefined, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      env: { ...process.env, [markVariable]: mark },
      stdio: 'ignore',
    });
    while (!findLeftovers(mark).some(({ commandLine }) => commandLine === 'sleep 60')) {
      await pause(20);
    }
    holder.kill('SIGKILL');
    expect(await isGone(mark)).toBe(true);
  });
});

test.runIf(process.platform === 'linux')(
  'a command that is interrupted ends what it runs, and says by its code that it was',
  async () => {
    const mark = randomUUID();
    const script = `import { run } from ${JSON.stringify(inProject('scripts/lib/run.ts'))};
      await run('sleep', ['60']);`;
    const command = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      env: { ...process.env, [markVariable]: mark },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => command.once('exit', resolve));
    while (!findLeftovers(mark).some(({ commandLine }) => commandLine === 'sleep 60')) {
      await pause(20);
    }
    command.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(await isGone(mark)).toBe(true);
  },
);

test('a script runs on the same Node', async () => {
  const result = await runNode('-p', ['process.version'], { output: 'collect' });
  expect(result.output.trim()).toBe(process.version);
});
