import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchError } from '../launch-error.js';
import type { LogFile } from './log-file.js';

export interface ChildOptions {
  /** As the person who starts Naast knows it: "De website". */
  name: string;
  script: string;
  env: NodeJS.ProcessEnv;
  log: LogFile;
  /** Show its log in the terminal instead of in the file. */
  inherit: boolean;
  /** Called with one line when the part keeps dying. */
  giveUp: (line: string) => void;
}

const READY_WITHIN = 60_000;
const STOP_WITHIN = 10_000;
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000];
const FORGET_AFTER_MS = 60_000;

/** A part of Naast in a process of its own: ready when it says so, started again when it dies. */
export class Child {
  private process: ChildProcess | undefined;
  private stopping = false;
  private deaths: number[] = [];

  constructor(private readonly options: ChildOptions) {}

  async start(): Promise<void> {
    const { name, script, env, log, inherit } = this.options;
    const output = inherit ? 'inherit' : log.fd;
    // Its own process group: Ctrl-C in the terminal reaches the launcher, which stops the parts in order.
    const child = fork(script, { env, execArgv: ['--enable-source-maps'], detached: true, stdio: ['ignore', output, output, 'ipc'] });
    this.process = child;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const ready = await Promise.race([saysReady(child), exited.then(() => false), pause(READY_WITHIN, false, { ref: false })]);
    if (ready) {
      void exited.then(() => this.restart());
    } else if (!this.stopping) {
      child.kill('SIGKILL');
      throw new LaunchError(`${name} startte niet. ${await log.lastWords()}`.trim());
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const harder = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
    await exited;
    clearTimeout(harder);
  }

  /** For when there is no time to stop in order. */
  killNow(): void {
    this.process?.kill('SIGKILL');
  }

  private async restart(): Promise<void> {
    if (this.stopping) return;
    const { name, log, giveUp } = this.options;
    const now = performance.now();
    this.deaths = [...this.deaths.filter((at) => now - at < FORGET_AFTER_MS), now];
    const wait = WAITS_MS[this.deaths.length - 1];
    if (wait === undefined) return giveUp(`${name} stopt steeds. ${await log.lastWords()}`.trim());
    process.stderr.write(`${name} is gestopt en start opnieuw.\n`);
    await pause(wait);
    if (!this.stopping) await this.start().catch(() => this.restart());
  }
}

function saysReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => child.on('message', (message) => message === 'ready' && resolve(true)));
}
