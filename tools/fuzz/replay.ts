import { Agent, request, type IncomingMessage } from 'node:http';
import { DocumentedAnswers } from '../../test/http/documented-answers';
import type { PersonsTold } from './persons-told';

/** A request as make.py recorded it. */
export interface Recorded {
  readonly operation: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In base64. */
  readonly body?: string;
}

/** What was found wrong, and of which request. */
export interface Finding {
  readonly what: string;
  readonly recorded: Recorded;
}

export interface Replayed {
  readonly sent: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

const IN_FLIGHT = 16;
/** Also where others take most of the machine. */
const ANSWERED_WITHIN_MS = 300_000;
const ATTEMPTS = 3;
const JSON_TYPE = /^application\/(.+\+)?json\b/;

/** Sends every request as somebody, many at once, and holds every answer to the document and to what of persons it may tell. */
export async function replayed(
  url: string,
  token: string | undefined,
  requests: readonly Recorded[],
  answers: DocumentedAnswers,
  persons: PersonsTold,
): Promise<Replayed> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const statuses: Record<string, number> = {};
  const findings: Finding[] = [];
  let next = 0;
  const sendOne = async (recorded: Recorded): Promise<void> => {
    const sentAt = performance.now();
    const { status, headers, text } = await answerOf(agent, url, token, recorded);
    statuses[status] = (statuses[status] ?? 0) + 1;
    persons.look(recorded, sentAt, status, `${text}${JSON.stringify(headers)}`);
    if (status >= 500) throw new Error(`${recorded.operation}: ${status}, a failure of ours`);
    const contentType = headers['content-type'];
    const body: unknown = contentType !== undefined && JSON_TYPE.test(contentType) ? JSON.parse(text) : undefined;
    answers.check({ method: recorded.method, path: recorded.target, status, contentType, body });
  };
  const send = async (): Promise<void> => {
    for (let one = requests[next++]; one !== undefined; one = requests[next++]) {
      const recorded = one;
      await sendOne(recorded).catch((error: Error) => findings.push({ what: error.message, recorded }));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, send));
  agent.destroy();
  return { sent: requests.length, statuses, findings: [...findings, ...persons.found()] };
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

const answerOf = (
  agent: Agent,
  url: string,
  token: string | undefined,
  recorded: Recorded,
  attempts = ATTEMPTS,
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      // A server closes what waited too long for work or for its turn; what it always closes is found.
      if (attempts > 1 && error.code === 'ECONNRESET') resolve(answerOf(agent, url, token, recorded, attempts - 1));
      else reject(new Error(`${operation}: no answer, ${error.message}`));
    };
    const { operation, method, target, headers, body } = recorded;
    const sent = body === undefined ? undefined : Buffer.from(body, 'base64');
    const asking = request(url, {
      ...{ agent, method, path: target, signal: AbortSignal.timeout(ANSWERED_WITHIN_MS) },
      headers: {
        ...headers,
        'content-length': sent?.length ?? 0,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    });
    asking.once('error', fail).once('response', (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .once('error', fail)
        .once('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
    });
    asking.end(sent);
  });
