import type { components } from '../../platform/http/client/api.generated';

type ProblemBody = components['schemas']['Problem'];

/** What the API refused while a page was made. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<ProblemBody>,
  ) {
    super(problem.detail ?? `The API answered ${status}.`);
  }
}

/** What was asked for; throws an `ApiRefusal` where the API refused. */
export async function answered<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  throw new ApiRefusal(response.status, error ?? {});
}

/** What was asked for; undefined where the API knows nothing of it or does not show it to whoever asks. */
export async function answeredOrNothing<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T | undefined> {
  const { data, response } = await asked;
  return response.ok ? data : undefined;
}
