import { expect, test } from 'vitest';
import { planMachine, systemNeeds } from './machine-plan.ts';
import type { MachineFacts } from './machine-plan.ts';

const needs = [systemNeeds.chromium, systemNeeds.virtualDisplay, systemNeeds.sessionBus];

function machine(facts: Partial<MachineFacts>, commands: readonly string[] = []): MachineFacts {
  return {
    ...{ platform: 'linux', isRoot: false, distributions: ['debian'] },
    hasCommand: (command) => commands.includes(command),
    ...facts,
  };
}

test('nothing is done where every command is there, under any of its names', () => {
  const facts = machine({}, ['google-chrome', 'Xvfb', 'dbus-daemon']);
  expect(planMachine(needs, facts)).toEqual({ action: 'nothing' });
});

test('root on Debian installs exactly what is missing', () => {
  const facts = machine({ isRoot: true }, ['apt-get', 'Xvfb']);
  expect(planMachine(needs, facts)).toEqual({ action: 'install', packages: ['chromium', 'dbus'] });
});

test('anybody else on Debian or Ubuntu is told the one command to type', () => {
  for (const distributions of [['debian'], ['ubuntu', 'debian'], ['linuxmint', 'ubuntu']]) {
    const plan = planMachine(needs, machine({ distributions }, ['chromium']));
    expect(plan).toMatchObject({
      action: 'tell',
      advice: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb dbus',
    });
  }
});

test('elsewhere on Linux root too is told the names, for we do not know the way', () => {
  const facts = machine({ isRoot: true, distributions: ['fedora'] }, ['Xvfb', 'chromium']);
  const plan = planMachine(needs, facts);
  expect(plan).toMatchObject({ action: 'tell', packages: ['dbus'] });
  expect(plan).toHaveProperty('advice', expect.stringContaining('what Debian calls: dbus'));
});

test('macOS and Windows bring what is needed', () => {
  for (const platform of ['darwin', 'win32'] as const) {
    expect(planMachine(needs, machine({ platform }))).toEqual({ action: 'nothing' });
  }
});
