import { UsageError } from '../usage-error';

/** A problem document, as far as commands tell it. */
export interface Refusal {
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly remedy: string }[];
}

/** What is asked of a server: something below `/api/v1`. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** A refusal as it is told; its detail where nothing is said. */
  readonly tell?: (refusal: Refusal) => string;
}

/**
 * Asks the server at an address; resolves with what its JSON holds, undefined when there is none. What it refuses is a
 * usage error, what it fails at an error.
 *
 * The connection is not kept: the server may close an idle one just as the next request goes out, and nobody could tell
 * whether that was taken.
 */
export async function ask(address: string, { method, path, body, tell }: Question): Promise<unknown> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { connection: 'close', ...(body === undefined ? undefined : { 'content-type': 'application/json' }) },
    ...(body === undefined ? undefined : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return text === '' ? undefined : JSON.parse(text);
  const refusal = JSON.parse(text) as Refusal;
  const told = tell?.(refusal) ?? refusal.detail;
  throw response.status < 500 ? new UsageError(told) : new Error(told);
}
