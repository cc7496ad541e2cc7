import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from '../../../src/operations/services/service-names';
import { watchdog, type Watchdog } from '../../servers/watchdog';
import { compiledCli } from '../../support/cli';
import { until } from '../../support/until';

const MOST_MS_TO_START = 180_000;
const MOST_MS_TO_STOP = 120_000;
const TAIL_CHARACTERS = 3_000;

/** One service as a process of its own, in an empty folder that goes with it. */
export class ServiceProcess {
  private said = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'rehabspor-service-'));
  private readonly guard: Watchdog = watchdog(this.folder);
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(
    readonly name: ServiceName,
    environment: Readonly<Record<string, string>>,
  ) {
    this.child = spawn(process.execPath, [compiledCli(), 'serve', name], {
      cwd: this.folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
    // Closed, not exited: only then everything it said has come.
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
    this.guard.watch(this.child.pid);
  }

  /** Everything it put out so far, both streams. */
  get output(): string {
    return this.said;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it left in its working folder, and below. */
  get files(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
  }

  /** Where it answers, once it does. */
  async url(): Promise<string> {
    const announced = (): string | undefined => /answers at (http:\/\/\S+)\n/.exec(this.said)?.[1];
    await until(`${this.name} answers`, () => this.mustRun() && announced() !== undefined, MOST_MS_TO_START, 20);
    return announced() as string;
  }

  /** Resolves once it has all it waits for. */
  async ready(mostMs = MOST_MS_TO_START): Promise<this> {
    const health = `${await this.url()}/health/ready`;
    await until(`${this.name} is ready`, async () => this.mustRun() && (await statusOf(health)) === 200, mostMs, 100);
    return this;
  }

  /** Ends it at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to stop in order; fails when it does not, or not well. */
  async stop(): Promise<void> {
    this.mustRun();
    this.child.kill('SIGTERM');
    await until(`${this.name} has stopped`, () => !this.isRunning, MOST_MS_TO_STOP, 20);
    await this.ended;
    if (this.child.exitCode !== 0) throw new Error(`${this.name} stopped with ${this.howItEnded()}.`);
  }

  /** Makes sure that nothing of it is left, whatever became of it. */
  async end(): Promise<void> {
    if (this.isRunning) await this.kill();
    this.guard.dismiss();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The end of what it said, under its name. */
  tail(): string {
    const state = this.isRunning ? 'running' : `ended with ${this.howItEnded()}`;
    return `--- ${this.name} (${state})\n${this.said.slice(-TAIL_CHARACTERS)}`;
  }

  private mustRun(): true {
    if (!this.isRunning) throw new Error(`${this.name} ended by itself with ${this.howItEnded()}.`);
    return true;
  }

  private howItEnded(): string {
    return this.child.signalCode ?? `code ${this.child.exitCode}`;
  }
}

/** The status a request is answered with; undefined when nobody answers. */
export async function statusOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(60_000) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
