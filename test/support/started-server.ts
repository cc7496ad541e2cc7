import { spawn } from 'node:child_process';
import { cliEnvironment, compiledCli, type CliOptions } from './cli';

/** A server of its own process on a store. */
export interface StartedServer {
  readonly url: string;
  /** Ends it, in order unless told otherwise; resolves once it has ended. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `rehabspor start` on a free port; resolves once it answers, and rejects with what it said if it never does. */
export function startedServer({ data, env }: Pick<CliOptions, 'data' | 'env'>): Promise<StartedServer> {
  const settings = { REHABSPOR_PORT: '0', REHABSPOR_LOG_LEVEL: 'silent', ...env };
  const child = spawn(process.execPath, [compiledCli(), 'start'], {
    env: cliEnvironment({ ...(data !== undefined && { data }), env: settings }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    return ended;
  };
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /answers at (http:\S+)\s/.exec(said)?.[1];
      if (url !== undefined) resolve({ url, end });
    });
  });
}
