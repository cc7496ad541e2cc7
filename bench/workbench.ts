import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadOrganisationList } from '../src/platform/contracts/organisation-list';
import { loadSchemas } from '../src/platform/contracts/schema-validators';
import { generatePopulation } from '../src/synthetic/generate-population';
import { organisationInputOf } from '../src/synthetic/organisation-input';

/** The compiled command line and what `npm run rehabspor` starts it with. */
export const CLI = resolve('dist/apps/cli.js');
export const CLI_FLAGS = ['--max-semi-space-size=32'];

/** A folder of the bench's own, removed when the work is over. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a synthetic population (seed 1) whose index days lie in so many years, and counts its events. */
export function writePopulation(file: string, patients: number, years = 1): number {
  const organisations = organisationInputOf(loadOrganisationList(loadSchemas()));
  const descriptor = openSync(file, 'w');
  let events = 0;
  generatePopulation({ patients, seed: 1, years, organisations }, (lines) => {
    writeSync(descriptor, lines);
    for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) events += 1;
  });
  return events;
}

/** A finished run of a program: wall-clock seconds, seconds it computed (user and system), peak memory in megabytes, and what it printed. */
export interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly output: string;
}

/** Runs a compiled script on one core where the system can hold it there; its peak memory is its own report. */
export const runOnOneCore = (
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  keepsOutput = false,
): Promise<Run> => runScript(canPin(), script, args, environment, keepsOutput);

async function runScript(
  isPinned: boolean,
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  keepsOutput: boolean,
): Promise<Run> {
  const report = join(mkdtempSync(join(tmpdir(), 'rehabspor-run-')), 'peak');
  const node = [...CLI_FLAGS, '-r', resolve(__dirname, 'report-peak.js'), script, ...args];
  const [program, words] = isPinned ? ['taskset', ['-c', '0', process.execPath, ...node]] : [process.execPath, node];
  const begun = process.hrtime.bigint();
  const child = spawn(program, words, {
    stdio: ['ignore', keepsOutput ? 'pipe' : 'ignore', 'ignore'],
    env: { ...process.env, ...environment, REHABSPOR_BENCH_PEAK: report },
  });
  let output = '';
  child.stdout?.on('data', (text: Buffer) => {
    output += text.toString('utf8');
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${String(code)}.`);
  const [kilobytes = NaN, microseconds = NaN] = readFileSync(report, 'utf8').split(' ').map(Number);
  return { seconds, cpuSeconds: microseconds / 1e6, peakMegabytes: kilobytes / 1024, output };
}

/** Runs a command of the command line. */
export function runCommand(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Run> {
  if (!existsSync(CLI)) throw new Error('Build first: npm run build');
  return runOnOneCore(CLI, args, environment);
}

/** Runs a command of the command line on all cores there are. */
export const runCommandOnAllCores = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Run> =>
  runScript(false, CLI, args, environment, false);

/** Seconds that nothing but `JSON.parse` of every line takes. */
export async function parseOnly(file: string): Promise<number> {
  const { output } = await runOnOneCore(resolve(__dirname, 'parse-only.js'), [file], {}, true);
  return Number(output);
}

let pinning: boolean | undefined;

function canPin(): boolean {
  if (pinning === undefined) {
    try {
      execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
      pinning = true;
    } catch {
      pinning = false;
    }
  }
  return pinning;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** A figure as it is told: three significant digits or so. */
export function rounded(value: number, decimals = 3): number {
  return Number(value.toFixed(decimals));
}

/** The value that a share of the times lies below, with one decimal. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return rounded(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN, 1);
}
