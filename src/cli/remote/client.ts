import createClient, { type Client } from 'openapi-fetch';
import type { OwnedElsewhere } from '../program';
import { UsageError } from '../usage-error';
import type { components, paths } from '../../platform/http/client/api.generated';

type Problem = components['schemas']['Problem'];

/**
 * The running server that has a store; what may be asked and what is answered is typed by `contracts/openapi.json`.
 *
 * The connection is not kept: the server may close an idle one just as the next request goes out, and nobody could tell
 * whether that was taken.
 */
export function serverAt({ address, token }: OwnedElsewhere): Client<paths> {
  const headers = { connection: 'close', authorization: `Bearer ${token}` };
  return createClient<paths>({ baseUrl: address, headers });
}

/**
 * What a server answered. Throws a usage error with what to do when it refused (below 500), with a line for each field
 * at fault, else an error.
 */
export async function answered<T>(
  asked: Promise<{ readonly data?: T; readonly error?: Problem | object; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  const { detail = `The server answered ${response.status}.`, errors = [] } = (error ?? {}) as Partial<Problem>;
  const said = [detail, ...errors.map(({ path, remedy }) => `  ${path}: ${remedy}`)].join('\n');
  throw response.status < 500 ? new UsageError(said) : new Error(said);
}
