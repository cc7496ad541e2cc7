import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Restart, Skipped } from './server';
import { lastLines } from './tool';
import { watchdog } from './watchdog';

/** How long a server may take to end by itself. */
const MOST_MS_TO_END = 60_000;
const MOST_ATTEMPTS = 3;

export interface LocalProgram {
  readonly program: string;
  readonly args: readonly string[];
  /** Resolves when the server answers; `lost` says why it never will. */
  answers(lost: () => string | undefined): Promise<unknown>;
}

export interface LocalProcess extends Restart {
  stop(): Promise<void>;
}

/**
 * Starts a server in a temporary folder of its own, which goes at once where there is nothing to start. What fails is
 * tried again on other ports: somebody may have taken one since it was found free.
 */
export async function inServerFolder<T extends object>(
  name: string,
  start: (folder: string) => Promise<T | Skipped>,
): Promise<T | Skipped> {
  for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
    const started = await inOneFolder(name, start).catch(() => undefined);
    if (started !== undefined) return started;
  }
  return inOneFolder(name, start);
}

async function inOneFolder<T extends object>(
  name: string,
  start: (folder: string) => Promise<T | Skipped>,
): Promise<T | Skipped> {
  const folder = await mkdtemp(join(tmpdir(), `rehabspor-${name}-`));
  let started: T | Skipped | undefined;
  try {
    started = await start(folder);
    return started;
  } finally {
    if (started === undefined || 'skipped' in started) await rm(folder, { recursive: true, force: true });
  }
}

/** Starts a server in its folder, which goes when it is stopped; its output is kept in `server.log` there. */
export async function startLocalProcess(
  folder: string,
  { program, args, answers }: LocalProgram,
): Promise<LocalProcess> {
  const guard = watchdog(folder);
  const log = join(folder, 'server.log');
  let child: ChildProcess | undefined;

  async function up(): Promise<void> {
    if (child !== undefined) return;
    const output = openSync(log, 'a');
    const started = spawn(program, args, { cwd: folder, stdio: ['ignore', output, output] });
    closeSync(output);
    child = started;
    let failed: string | undefined;
    started.once('error', (error) => (failed = error.message));
    started.once('exit', () => {
      if (child !== started) return;
      child = undefined;
      guard.watch(undefined);
    });
    guard.watch(started.pid);
    await answers(() => failed ?? (child === started ? undefined : lastLines(readFileSync(log, 'utf8'), 12)));
  }

  async function down(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const running = child;
    if (running?.pid === undefined) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    const tooLong = setTimeout(() => running.kill('SIGKILL'), MOST_MS_TO_END);
    await ended;
    clearTimeout(tooLong);
  }

  async function stop(): Promise<void> {
    // Nothing is worth an orderly end: the data goes too.
    await down('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    guard.dismiss();
  }

  const running: LocalProcess = { down, up, stop };
  try {
    await up();
  } catch (error) {
    await stop();
    throw error;
  }
  return running;
}
