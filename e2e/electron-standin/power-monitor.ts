import { EventEmitter } from 'node:events';
import { connectToBus, hasSessionBus, hasSystemBus, onSignal, sessionBus } from './linux/bus.ts';

const login = 'org.freedesktop.login1';
const ownEvents = new Set(['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']);
/** Reading the buses can wait until the first window is there. */
const listenDelayMs = 250;

/** `powerMonitor`: what logind tells, and what a test calls on the session bus (see the README). */
class PowerMonitorStandin extends EventEmitter {
  #isListening = false;

  constructor() {
    super();
    this.on('newListener', (name: string) => {
      if (this.#isListening || !ownEvents.has(name)) return;
      this.#isListening = true;
      setTimeout(() => {
        if (hasSystemBus()) this.#listenToLogind().catch(() => undefined);
        if (hasSessionBus()) this.#offerTestSignals().catch(() => undefined);
      }, listenDelayMs).unref();
    });
  }

  async #listenToLogind(): Promise<void> {
    const bus = await connectToBus('system');
    await onSignal(bus, `${login}.Manager`, 'PrepareForSleep', ([isStarting]) =>
      this.emit(isStarting ? 'suspend' : 'resume'),
    );
    await onSignal(
      bus,
      `${login}.Manager`,
      'PrepareForShutdown',
      ([isStarting]) => isStarting && this.emit('shutdown', { preventDefault: () => undefined }),
    );
    await onSignal(bus, `${login}.Session`, 'Lock', () => this.emit('lock-screen'));
    await onSignal(bus, `${login}.Session`, 'Unlock', () => this.emit('unlock-screen'));
  }

  async #offerTestSignals(): Promise<void> {
    const bus = await sessionBus();
    const { default: dbus } = await import('dbus-next');
    const emit = (name: string): void => {
      this.emit(name);
    };
    class Power extends dbus.interface.Interface {
      Suspend(): void {
        emit('suspend');
      }
      Resume(): void {
        emit('resume');
      }
      LockScreen(): void {
        emit('lock-screen');
      }
      UnlockScreen(): void {
        emit('unlock-screen');
      }
    }
    Power.configureMembers({
      methods: { Suspend: {}, Resume: {}, LockScreen: {}, UnlockScreen: {} },
    });
    bus.export('/power', new Power('dev.evenkeel.Standin.Power'));
    await bus.requestName(`dev.evenkeel.Standin.p${String(process.pid)}`, 0);
  }
}

/** The one `powerMonitor`. */
export const powerMonitor = new PowerMonitorStandin();
