import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from './project.ts';
import { lintWorkflow } from './workflow-lint.ts';

const path = '.github/workflows/ci.yml';
const workflow = readFileSync(inProject('.github', 'workflows', 'ci.yml'), 'utf8');

test("the project's workflow is in order", async () => {
  expect(await lintWorkflow(workflow, path)).toEqual([]);
});

test('a key that no workflow has is found, with its place', async () => {
  const broken = workflow.replace('timeout-minutes', 'time-out-minutes');
  const [problem] = await lintWorkflow(broken, path);
  expect(problem).toMatch(/ci\.yml:\d+:\d+ unexpected key "time-out-minutes"/);
});

test('an expression that names nothing is found', async () => {
  const broken = workflow.replace('matrix.os }}', 'matrix.system }}');
  expect((await lintWorkflow(broken, path)).join()).toContain('property "system" is not defined');
});

test('text that is no YAML is found', async () => {
  expect(await lintWorkflow('on: [push', path)).not.toEqual([]);
});

test('an action that is not pinned to a commit is found', async () => {
  const broken = workflow.replace(/actions\/setup-node@\w+/, 'actions/setup-node@v7');
  expect(await lintWorkflow(broken, path)).toEqual([
    `${path}: actions/setup-node@v7 is not pinned`,
  ]);
});
