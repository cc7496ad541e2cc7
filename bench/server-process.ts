import { spawn, type ChildProcess } from 'node:child_process';
import { danishDay } from '../src/kernel/day';
import type { View } from '../src/kernel/view';
import { StoreOwner } from '../src/platform/sqlite/store-owner';
import { CLI } from './workbench';

/** Series the published view knows. */
const FIXED = ['quarter', 'tertial', 'year'];

/** So many answers at once, one after the other, are those of a server at rest. */
const IDLE_ANSWERS = 30;
const AT_ONCE_MS = 20;
const BETWEEN_MS = 100;

/** A running server of the compiled program. */
export class Server {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** By which whoever may read the store's folder may ask everything. */
    readonly headers: Readonly<Record<string, string>>,
    private readonly spawnedAt: bigint,
  ) {}

  static async start(environment: NodeJS.ProcessEnv): Promise<Server> {
    const spawnedAt = process.hrtime.bigint();
    const child = spawn(process.execPath, [CLI, 'start'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment, REHABSPOR_LOG_LEVEL: 'silent' },
    });
    const url = await new Promise<string>((resolve, reject) => {
      let told = '';
      child.stderr?.on('data', (text: Buffer) => {
        told += text.toString('utf8');
        const found = /answers at (\S+)/.exec(told)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('close', () => reject(new Error(`The server ended: ${told}`)));
    });
    const token = StoreOwner.tokenIn(environment['REHABSPOR_DATA'] ?? '') ?? '';
    return new Server(child, url, { authorization: `Bearer ${token}` }, spawnedAt);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGTERM');
    await closed;
  }

  /** From the start of the process until it says that it is ready. */
  async secondsSinceSpawnedUntilReady(): Promise<number> {
    for (;;) {
      if ((await fetch(`${this.url}/health/ready`)).ok) return Number(process.hrtime.bigint() - this.spawnedAt) / 1e9;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** From the start of the process until the national table is there. */
  async secondsSinceSpawnedUntilCounted(): Promise<number> {
    await this.time('/api/v1/indicators/participation/results?period=2024');
    return Number(process.hrtime.bigint() - this.spawnedAt) / 1e9;
  }

  /** Until it has nothing of its own to do any more: what it works out after its start is done. */
  async untilIdle(): Promise<void> {
    for (let atOnce = 0; atOnce < IDLE_ANSWERS;) {
      atOnce = (await this.time('/health/live')) < AT_ONCE_MS ? atOnce + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }

  /** Until the series of every indicator were asked for once. */
  async secondsUntilWorkedAhead(view: View): Promise<number> {
    const { indicators } = (await (await fetch(`${this.url}/api/v1/indicators`, this)).json()) as {
      indicators: { key: string }[];
    };
    const begun = process.hrtime.bigint();
    for (const { key } of indicators) {
      for (const by of view === 'exact' ? ['month', 'quarter', 'tertial', 'year', 'reporting'] : FIXED) {
        await this.time(`/api/v1/charts/trend?indicator=${key}&unit=denmark&by=${by}&format=json`);
      }
    }
    return Number(process.hrtime.bigint() - begun) / 1e9;
  }

  async time(path: string): Promise<number> {
    const begun = process.hrtime.bigint();
    const response = await fetch(`${this.url}${path}`, this);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text.slice(0, 300)}`);
    return Number(process.hrtime.bigint() - begun) / 1e6;
  }

  /** New patients one by one: from the post until the nation’s total of pending is one more. */
  async timesUntilReflected(events: number): Promise<number[]> {
    const today = danishDay(Date.now());
    const times: number[] = [];
    let before = await this.pending();
    for (let number = 0; number < events; number += 1) {
      const begun = process.hrtime.bigint();
      await this.post({
        specversion: '1.0',
        id: `bench-${number}`,
        source: 'hospital:330901000016003',
        type: 'dk.rehabspor.hospital.diagnosis.v1',
        time: new Date().toISOString(),
        data: {
          cpr: `${String(1 + (number % 28)).padStart(2, '0')}0170${String(4_000 + number).padStart(4, '0')}`,
          recordId: `bench-${number}`,
          code: 'DI219',
          role: 'A',
          diagnosedOn: today,
        },
      });
      for (;;) {
        const now = await this.pending();
        if (now > before) {
          before = now;
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    }
    return times;
  }

  private async pending(): Promise<number> {
    const path = '/api/v1/indicators/blood-pressure/cases?period=all&outcome=pending&limit=1';
    const { total } = (await (await fetch(`${this.url}${path}`, this)).json()) as { total: number };
    return total;
  }

  private async post(event: object): Promise<void> {
    const response = await fetch(`${this.url}/api/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', ...this.headers },
      body: JSON.stringify(event),
    });
    if (response.status !== 202) throw new Error(`An event was answered with ${response.status}.`);
    const receipts = await response.text();
    if (!receipts.includes('accepted')) throw new Error(`An event was answered with ${receipts}.`);
  }
}
