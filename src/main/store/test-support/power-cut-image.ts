import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
const imageBytes = 96 * 1024 * 1024;
/** A process that was killed may hold the file system a moment longer. */
const unmountTries = 40;
const unmountPauseMilliseconds = 50;

/**
 * Shuts an ext4 (or XFS) file system down as the power would: what it has not yet sent to the device
 * is dropped, its journal's, too (EXT4_IOC_SHUTDOWN with NOLOGFLUSH). Perl, because Node has no ioctl
 * and every Debian has perl; it waits for a line, so that the moment is not that of its own start.
 */
const shutDown = `
  <STDIN>;
  open(my $folder, '<', $ARGV[0]) or die "$!\\n";
  my $noLogFlush = pack('L', 2);
  ioctl($folder, 0x8004587d, $noLogFlush) or die "The file system cannot be shut down: $!\\n";
`;

/** A file system of its own in a file, whose power can be cut. */
export class PowerCutImage {
  /** Outside of the image, for what must survive. */
  readonly root: string;
  /** Where the image is mounted. */
  readonly folder: string;
  readonly #image: string;
  #isMounted = false;
  #switch: ChildProcess | null = null;

  private constructor(root: string) {
    this.root = root;
    this.folder = join(root, 'mounted');
    this.#image = join(root, 'image');
  }

  /** Makes and mounts one; rejects with the system's own words where that is not possible. */
  static async make(): Promise<PowerCutImage> {
    const image = new PowerCutImage(await mkdtemp(join(tmpdir(), 'evenkeel-power-')));
    try {
      await mkdir(image.folder);
      await writeFile(image.#image, '');
      await truncate(image.#image, imageBytes);
      await runFile('mkfs.ext4', ['-q', '-F', image.#image]);
      await image.#mount();
      return image;
    } catch (error) {
      await image.remove();
      throw error;
    }
  }

  /** From now on nothing reaches the image, and everything that is asked of it fails. */
  async cut(): Promise<void> {
    const child = this.#switch;
    this.#switch = null;
    if (child === null) throw new Error('The power is off already.');
    const closed = once(child, 'close');
    child.stdin?.end('\n');
    const [code] = (await closed) as [number | null];
    if (code !== 0) throw new Error('perl could not shut the file system down.');
  }

  /** The power is back. Nobody may have a file of the image open. */
  async restart(): Promise<void> {
    await this.#unmount();
    await this.#mount();
  }

  async remove(): Promise<void> {
    await this.#unmount();
    await rm(this.root, { recursive: true, force: true });
  }

  async #mount(): Promise<void> {
    await runFile('mount', ['-o', 'loop', this.#image, this.folder]);
    this.#isMounted = true;
    this.#switch = spawn('perl', ['-e', shutDown, this.folder], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    await once(this.#switch, 'spawn');
  }

  async #unmount(): Promise<void> {
    this.#switch?.kill();
    this.#switch = null;
    for (let tries = 1; this.#isMounted; tries += 1) {
      try {
        await runFile('umount', [this.folder]);
        this.#isMounted = false;
      } catch (error) {
        if (tries === unmountTries) throw error;
        await wait(unmountPauseMilliseconds);
      }
    }
  }
}

/** Why no power can be cut on this machine, in a sentence; null where it can. */
export async function whyNoPowerCut(): Promise<string | null> {
  if (process.platform !== 'linux') return 'A power cut can be simulated on Linux alone.';
  if (process.getuid?.() !== 0) return 'To simulate a power cut takes root, who may mount.';
  const hasLoops = await access('/dev/loop-control').then(
    () => true,
    () => false,
  );
  if (!hasLoops) return 'To simulate a power cut takes loop devices, and here are none.';
  try {
    const image = await PowerCutImage.make();
    try {
      await image.cut();
    } finally {
      await image.remove();
    }
    return null;
  } catch (error) {
    return `A power cut cannot be simulated here: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}
