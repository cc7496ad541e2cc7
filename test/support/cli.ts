import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Ends what hangs, before the test itself is given up. */
const MOST_MS = 240_000;
const program = join(__dirname, '..', '..', 'dist', 'apps', 'cli.js');

/** The compiled command line; throws with the remedy when it was not built. */
export function compiledCli(): string {
  if (!existsSync(program)) throw new Error('dist/apps/cli.js is missing: run npm run build before the tests.');
  return program;
}

export interface CliOptions {
  /** The folder of the store. */
  readonly data?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Where standard output goes instead of into the answer: an open file's descriptor. */
  readonly stdout?: number;
}

export interface CliAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of a child process: none of this one's, and no store unless one is named. */
export function cliEnvironment({ data, env }: Pick<CliOptions, 'data' | 'env'>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    REHABSPOR_KEY: 'a key for command line tests',
    REHABSPOR_DATA: data ?? '/nonexistent/no-store-named',
    ...env,
  };
}

/** Runs `rehabspor` with arguments to its end. */
export function cli(args: readonly string[], options: CliOptions = {}): CliAnswer {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [compiledCli(), ...args], {
    env: cliEnvironment(options),
    timeout: MOST_MS,
    maxBuffer: 1 << 28,
    stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'],
    ...(options.input === undefined ? undefined : { input: options.input }),
  });
  if (error !== undefined && (error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  return { code: status, stdout: stdout?.toString('utf8') ?? '', stderr: stderr.toString('utf8') };
}

/** The JSON values on the lines of a text. */
export const jsonLines = <T = Record<string, unknown>>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
