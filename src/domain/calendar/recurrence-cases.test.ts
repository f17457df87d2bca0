import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { recurrenceCases } from './test-data/recurrence-answers.ts';

const program = fileURLToPath(new URL('test-data/print-answers.ts', import.meta.url));
const right = Object.fromEntries(recurrenceCases.map(({ name, expected }) => [name, expected]));

test.each(['UTC', 'America/Los_Angeles', 'Asia/Tokyo', 'Europe/Berlin'])(
  'all recurrence cases hold on a computer in %s',
  async (zone) => {
    const env = { ...process.env, TZ: zone };
    const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
    expect(Object.keys(right)).toHaveLength(30);
    expect(JSON.parse(stdout)).toEqual(right);
  },
);
