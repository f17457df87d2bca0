import { readdirSync, readFileSync } from 'node:fs';

/** What an app has used, from its start on or between two looks. */
export interface IdleUse {
  /**
   * How often its main thread went to sleep, and so woke up again. One time in which the runtime waits for
   * helpers of its own, as when it collects garbage, counts once for each of these waits.
   */
  readonly mainWakeUps: number;
  readonly mainCpuSeconds: number;
  readonly allCpuSeconds: number;
  readonly processes: number;
}

/** The kernel counts processor time in these, on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * What the app has used so far, with all that it started.
 * @param main the process id of its main process
 */
export function idleUse(main: number): IdleUse {
  const all = withChildren(main);
  return {
    mainWakeUps: voluntarySwitches(main),
    mainCpuSeconds: cpuSeconds(main),
    allCpuSeconds: all.reduce((sum, id) => sum + cpuSeconds(id), 0),
    processes: all.length,
  };
}

/** A process and all that it has started, directly or not. */
function withChildren(processId: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parentOf(id) === processId);
  return [processId, ...children.flatMap(withChildren)];
}

/** What was used from one look to the next. */
export const useBetween = (before: IdleUse, after: IdleUse): IdleUse => ({
  mainWakeUps: after.mainWakeUps - before.mainWakeUps,
  mainCpuSeconds: after.mainCpuSeconds - before.mainCpuSeconds,
  allCpuSeconds: after.allCpuSeconds - before.allCpuSeconds,
  processes: after.processes,
});

/** Of the first thread alone: the file of a process is that of its first thread. */
function voluntarySwitches(processId: number): number {
  const status = readFileSync(`/proc/${String(processId)}/status`, 'utf8');
  return Number(/^voluntary_ctxt_switches:\s*(\d+)$/m.exec(status)?.[1] ?? 0);
}

/** Of all threads of a process. */
function cpuSeconds(processId: number): number {
  const [user = '0', system = '0'] = statOf(processId).slice(11, 13);
  return (Number(user) + Number(system)) / ticksPerSecond;
}

const parentOf = (processId: number): number => Number(statOf(processId)[1]);

/** The fields of its stat from the third on, behind the name in brackets; none when it has ended. */
function statOf(processId: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${String(processId)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
  } catch {
    return [];
  }
}
