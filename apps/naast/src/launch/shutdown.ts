/** What was started, stopped in the opposite order. */
export class Shutdown {
  private readonly steps: { what: string; stop: () => Promise<unknown> }[] = [];
  private stopping: Promise<void> | undefined;

  add(what: string, stop: () => Promise<unknown>): void {
    this.steps.push({ what, stop });
  }

  get begun(): boolean {
    return this.stopping !== undefined;
  }

  /** Safe to call more than once: everyone waits for the same stop. */
  run(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      const { what } = step;
      await step.stop().catch((error: Error) => process.stderr.write(`${what} stopte niet netjes: ${error.message}\n`));
    }
  }
}

/** npm passes Ctrl-C on while the terminal already sent it: two within a second are one. */
const SAME_KEY_PRESS_MS = 1_000;

const LOOK_FOR_PARENT_MS = 250;

/**
 * Ctrl-C stops in order; a second Ctrl-C does not wait. Under npm we also stop when npm is gone: it passes
 * SIGTERM to its shell only, which dies without telling us.
 */
export function stopOnSignals(shutdown: Shutdown, underNpm: boolean): void {
  let first: number | undefined;
  const onSignal = () => {
    const now = performance.now();
    if (first !== undefined && now - first < SAME_KEY_PRESS_MS) return;
    if (first !== undefined) {
      process.stderr.write('Naast stopt nu meteen.\n');
      process.exit(1);
    }
    first = now;
    process.stderr.write('\nNaast stopt. Nog een keer Ctrl-C stopt meteen.\n');
    void shutdown.run().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (underNpm) whenOrphaned(onSignal);
}

function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, LOOK_FOR_PARENT_MS).unref();
}
