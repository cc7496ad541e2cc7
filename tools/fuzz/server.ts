import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { CLI } from './population';

/** A server of its own process on a store, without limits of requests. */
export interface Server {
  readonly url: string;
  /** Ends it in order. */
  end(): Promise<void>;
}

/** Serves a store's folder on loopback; what is logged goes to a file. */
export async function served(data: string, log: string): Promise<Server> {
  const settings = {
    REHABSPOR_DATA: data,
    REHABSPOR_PORT: '0',
    REHABSPOR_KEY: 'a key for made-up requests',
    REHABSPOR_REQUESTS_PER_MINUTE: '0',
    REHABSPOR_ANONYMOUS_PER_MINUTE: '0',
  };
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('REHABSPOR_'));
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: { ...Object.fromEntries(others), ...settings },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (child.exitCode === null) {
    const url = /answers at (http:\S+)\s/.exec(readFileSync(log, 'utf8'))?.[1];
    if (url !== undefined) {
      const end = () => (child.kill(), ended);
      return { url, end };
    }
    await setTimeout(100);
  }
  throw new Error(`The server did not start: ${readFileSync(log, 'utf8').slice(0, 500)}`);
}

/** An answer as JSON; an error tells of any status but those of success. */
export async function asked<Answer>(
  url: string,
  token: string | undefined,
  body?: object | string,
  contentType = 'application/json',
): Promise<Answer> {
  const response = await fetch(url, {
    ...(body !== undefined && { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { 'content-type': contentType, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}

/** An access token of a demo user. */
export const tokenOf = async (url: string, user: string): Promise<string> =>
  (await asked<{ access_token: string }>(`${url}/sign-in/demo/${user}/token`, undefined, '')).access_token;
