import { EventEmitter } from 'node:events';
import { connectToBus, exportObject, hasSessionBus, onSignal, sessionBus } from './linux/bus.ts';

const login = 'org.freedesktop.login1';
/** Reading the buses can wait until the first window is there. */
const listenDelayMs = 250;

/** The one `powerMonitor`: what logind tells, and what a test calls on the session bus (see the README). */
export const powerMonitor = new EventEmitter();
powerMonitor.once('newListener', () => {
  setTimeout(() => {
    listenToLogind().catch(() => undefined);
    if (hasSessionBus()) offerTestSignals().catch(() => undefined);
  }, listenDelayMs).unref();
});

async function listenToLogind(): Promise<void> {
  const bus = await connectToBus('system');
  await onSignal(bus, `${login}.Manager`, 'PrepareForSleep', ([isStarting]) =>
    powerMonitor.emit(isStarting ? 'suspend' : 'resume'),
  );
  await onSignal(bus, `${login}.Session`, 'Lock', () => powerMonitor.emit('lock-screen'));
  await onSignal(bus, `${login}.Session`, 'Unlock', () => powerMonitor.emit('unlock-screen'));
}

async function offerTestSignals(): Promise<void> {
  const bus = await sessionBus();
  const emits = (event: string) => ['', '', () => void powerMonitor.emit(event)] as const;
  const events = { Suspend: emits('suspend'), Resume: emits('resume') };
  const locks = { LockScreen: emits('lock-screen'), UnlockScreen: emits('unlock-screen') };
  await exportObject(bus, '/power', 'dev.evenkeel.Standin.Power', {}, { ...events, ...locks });
  await bus.requestName(`dev.evenkeel.Standin.p${String(process.pid)}`, 0);
}
