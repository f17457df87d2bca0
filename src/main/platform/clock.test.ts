import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clockFromFile } from './clock.ts';

test('a clock that is told by a file runs on, and is set when the file is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-clock-'));
  const path = join(folder, 'clock');
  try {
    await writeFile(path, '2026-11-23T08:00:00Z');
    const clock = clockFromFile(path);
    const first = clock.now();
    expect(first.toString().slice(0, 16)).toBe('2026-11-23T08:00');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now().epochMilliseconds).toBeGreaterThan(first.epochMilliseconds);
    await writeFile(path, '2026-11-23T17:00:00Z\n');
    expect(clock.now().toString().slice(0, 16)).toBe('2026-11-23T17:00');
  } finally {
    await rm(folder, { recursive: true });
  }
});
