import { spawn } from 'node:child_process';
import type { Settings } from '../../../src/platform/config/settings';
import { SECRET } from '../../robustness/ground';
import { compiledCli, type CliAnswer } from '../../support/cli';
import type { System } from '../system/system';

/** The environment of a command on a distributed system. */
export function distributedEnvironment({ settings }: Pick<System, 'settings'>): Record<string, string> {
  return {
    REHABSPOR_MODE: 'distributed',
    REHABSPOR_KAFKA_BROKERS: settings.kafka.brokers.join(','),
    REHABSPOR_KAFKA_PREFIX: settings.kafka.prefix,
    REHABSPOR_MONGODB_URL: settings.mongodb.url,
    REHABSPOR_KEY: SECRET,
  };
}

/** The environment of a command on an embedded store. */
export function embeddedEnvironment({ dataFolder }: Pick<Settings, 'dataFolder'>): Record<string, string> {
  return { REHABSPOR_DATA: dataFolder, REHABSPOR_KEY: SECRET };
}

/** Runs a command to its end without keeping servers that this process started from being heard. */
export function command(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<CliAnswer> {
  const child = spawn(process.execPath, [compiledCli(), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

/** Runs a command that has to succeed. */
export async function succeed(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CliAnswer> {
  const answer = await command(args, environment);
  if (answer.code !== 0)
    throw new Error(`${args.join(' ')} ended with ${answer.code}:\n${answer.stdout}\n${answer.stderr}`);
  return answer;
}
