import { spawn, type ChildProcess } from 'node:child_process';
import type { ServiceName } from '../src/operations/services/service-names';
import { CLI, CLI_FLAGS } from './workbench';

const MOST_MS_TO_START = 240_000;
const LOOK_AGAIN_MS = 50;
const SAID_CHARACTERS = 4_000;

/** One service as a process of its own. */
export class ServiceProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private said = '';

  /** More of Node's own flags, such as `--cpu-prof`, are taken from REHABSPOR_BENCH_FLAGS. */
  constructor(
    readonly service: ServiceName,
    environment: Readonly<Record<string, string>>,
  ) {
    const flags = (process.env['REHABSPOR_BENCH_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');
    this.child = spawn(process.execPath, [...CLI_FLAGS, ...flags, CLI, 'serve', service], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.said = (this.said + text).slice(-SAID_CHARACTERS);
      });
    }
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
  }

  /** Where it answers, once it does. */
  async url(): Promise<string> {
    const end = Date.now() + MOST_MS_TO_START;
    for (;;) {
      const [, url] = /answers at (http:\/\/\S+)\n/.exec(this.said) ?? [];
      if (url !== undefined) return url;
      this.mustRun(end);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** Resolves once it has all it waits for. */
  async ready(): Promise<this> {
    const url = `${await this.url()}/health/ready`;
    const end = Date.now() + MOST_MS_TO_START;
    while ((await fetch(url)).status !== 200) {
      this.mustRun(end);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    return this;
  }

  /** User and system time of the whole process, by its own metrics. */
  async cpuSeconds(): Promise<number> {
    return this.figure('process_cpu_seconds_total');
  }

  /** What it tells at /metrics. */
  async metrics(): Promise<string> {
    return (await fetch(`${await this.url()}/metrics`)).text();
  }

  /** One of the figures among its metrics. */
  async figure(name: string): Promise<number> {
    const text = await this.metrics();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `) || one.startsWith(`${name}{`));
    return Number(line?.slice(line.lastIndexOf(' ')));
  }

  /** Asks it to stop in order. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
    if (this.child.exitCode !== 0) throw new Error(`${this.service} did not stop in order: ${this.said}`);
  }

  /** Makes sure that nothing of it is left. */
  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private mustRun(end: number): void {
    if (this.child.exitCode !== null) throw new Error(`${this.service} ended by itself: ${this.said}`);
    if (Date.now() > end) throw new Error(`${this.service} is not ready: ${this.said}`);
  }
}
