import { isRoot } from './machine-facts.ts';
import {
  journeyNeeds,
  needsOf,
  powerCutNeeds,
  prepareMachine,
  standInTestNeeds,
} from './machine.ts';
import { inProject, toolScript } from './project.ts';
import { runNode } from './run.ts';
import { chooseRuntime } from './runtime.ts';
import { forgetReport, readPlaywrightReport } from './test-reports.ts';
import type { SuiteResult } from './test-reports.ts';

const limitMilliseconds = 20 * 60_000;
// One for each run: two may go on at once.
const reportPath = inProject('.cache', 'reports', `journeys-${process.pid}.json`);

/** Sees that the machine has what tests need on the runtime that they will run on. */
export async function prepareForTests(): Promise<void> {
  const runtime = await chooseRuntime();
  const own = runtime.name === 'stand-in' ? standInTestNeeds : [];
  await prepareMachine([...needsOf(runtime.name), ...journeyNeeds, ...own]);
  await prepareForPowerCuts();
}

/** The same for power cuts; whoever is not root may not mount, and needs nothing for it. */
export async function prepareForPowerCuts(): Promise<void> {
  if (isRoot()) await prepareMachine(powerCutNeeds);
}

/**
 * Runs Playwright; its global setup names the runtime and builds the app.
 * @param args Playwright's own arguments.
 */
export async function runJourneys(args: readonly string[]): Promise<SuiteResult> {
  forgetReport(reportPath);
  const { code } = await runNode(toolScript('@playwright/test', 'playwright'), ['test', ...args], {
    env: { EVENKEEL_JOURNEYS_REPORT: reportPath },
    timeoutMilliseconds: limitMilliseconds,
  });
  const outcome = readPlaywrightReport(reportPath);
  forgetReport(reportPath);
  return { code, outcome };
}
