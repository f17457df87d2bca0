/** A program of the system that this project calls, and the Debian package that has it. */
export interface SystemNeed {
  readonly package: string;
  /** Any one of these commands will do. */
  readonly commands: readonly string[];
}

export const systemNeeds = {
  chromium: { package: 'chromium', commands: ['chromium', 'chromium-browser', 'google-chrome'] },
  virtualDisplay: { package: 'xvfb', commands: ['Xvfb'] },
  sessionBus: { package: 'dbus', commands: ['dbus-daemon'] },
  windowManager: { package: 'openbox', commands: ['openbox'] },
  windowList: { package: 'x11-utils', commands: ['xwininfo'] },
  keyboard: { package: 'xdotool', commands: ['xdotool'] },
  processList: { package: 'procps', commands: ['pgrep'] },
  panel: { package: 'xfce4-panel', commands: ['xfce4-panel'] },
  mount: { package: 'mount', commands: ['mount'] },
  makeFileSystem: { package: 'e2fsprogs', commands: ['mkfs.ext4'] },
  perl: { package: 'perl-base', commands: ['perl'] },
  notifications: { package: 'dunst', commands: ['dunst'] },
} as const satisfies Record<string, SystemNeed>;

export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** `ID` and `ID_LIKE` of /etc/os-release. */
  readonly distributions: readonly string[];
  readonly hasCommand: (command: string) => boolean;
}

export type MachinePlan =
  | { readonly action: 'nothing' }
  | { readonly action: 'install'; readonly packages: readonly string[] }
  | { readonly action: 'tell'; readonly packages: readonly string[]; readonly advice: string };

/** What is to be done so that everything needed is there. */
export function planMachine(needs: readonly SystemNeed[], facts: MachineFacts): MachinePlan {
  // Everywhere else the desktop brings what is needed.
  if (facts.platform !== 'linux') return { action: 'nothing' };
  const packages = needs
    .filter((need) => !need.commands.some((command) => facts.hasCommand(command)))
    .map((need) => need.package);
  if (packages.length === 0) return { action: 'nothing' };
  const isDebian = facts.distributions.some((name) => name === 'debian' || name === 'ubuntu');
  if (isDebian && facts.isRoot && facts.hasCommand('apt-get')) {
    return { action: 'install', packages };
  }
  const names = packages.join(' ');
  const advice = isDebian
    ? `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`
    : `install with your package manager what Debian calls: ${names}`;
  return { action: 'tell', packages, advice };
}
