import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { MachineFacts } from './machine-plan.ts';

/** What this machine is and has. */
export function machineFacts(): MachineFacts {
  return {
    platform: process.platform,
    isRoot: isRoot(),
    distributions: distributions(),
    hasCommand: (command) => commandPath(command) !== undefined,
  };
}

/** Whether this process runs as root, where Chromium refuses to start with its sandbox. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Where a command is on the search path, if it is. */
function commandPath(command: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .map((folder) => join(folder, command))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function distributions(): readonly string[] {
  let text: string;
  try {
    text = readFileSync('/etc/os-release', 'utf8');
  } catch {
    return [];
  }
  return [...text.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap((match) =>
    (match[1] ?? '').replaceAll('"', '').split(' '),
  );
}
