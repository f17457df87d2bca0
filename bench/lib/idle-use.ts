import { readFileSync } from 'node:fs';
import { findLeftovers } from '../../scripts/lib/leftovers.ts';

/** What an app has used, from its start on or between two looks. */
export interface IdleUse {
  /** How often its main thread went to sleep, and so woke up again. */
  readonly mainWakeUps: number;
  readonly mainCpuSeconds: number;
  readonly allCpuSeconds: number;
  readonly processes: number;
}

/** The kernel counts processor time in these, on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * What the app has used so far, with all that it started.
 * @param mark by which its processes are found
 * @param main the process id of its main process
 */
export function idleUse(mark: string, main: number): IdleUse {
  const all = findLeftovers(mark).map(({ processId }) => processId);
  return {
    mainWakeUps: voluntarySwitches(main),
    mainCpuSeconds: cpuSeconds(main),
    allCpuSeconds: all.reduce((sum, id) => sum + cpuSeconds(id), 0),
    processes: all.length,
  };
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

/** Of all threads of a process: fields 14 and 15 of its stat, behind the name in brackets. */
function cpuSeconds(processId: number): number {
  const [, fields = ''] =
    /^.*\) (.*)$/s.exec(readFileSync(`/proc/${String(processId)}/stat`, 'utf8')) ?? [];
  const [user = '0', system = '0'] = fields.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) / ticksPerSecond;
}
