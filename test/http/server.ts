import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { startServer, type RunningServer, type StartOptions } from '../../src/apps/start';
import { readSettings } from '../../src/platform/config/settings';
import { PinoLogger } from '../../src/platform/telemetry/pino-logger';
import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import { DocumentedAnswers } from './documented-answers';
import { linesOf, type Told } from '../support/evaluate';
import { StandIn } from '../support/stand-in';

/** A server on a fresh store that is held to its documentation in all it answers to `request`, with its clock in the test's hands and its log kept; whoever asks is staff unless the test says otherwise. */
export interface TestServer extends RunningServer {
  readonly request: ReturnType<typeof supertest>;
  /** What was logged, line by line. */
  readonly logged: string[];
  readonly folder: string;
  /** Moves the clock. */
  setNow(instant: string): void;
  /** Sends a story as NDJSON and waits until it is decided. */
  tell(told: Told): Promise<supertest.Response>;
  stop(): Promise<void>;
}

const GOLDEN = join(__dirname, '..', 'faq', 'golden', 'golden.events.ndjson');
/** The golden patient's events, as lines. */
export const goldenLines = (): string[] => readFileSync(GOLDEN, 'utf8').trimEnd().split('\n');

export async function startTestServer(
  environment: Readonly<Record<string, string>> = {},
  options: Pick<StartOptions, 'law' | 'signIn'> = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-http-'));
  const logged: string[] = [];
  let now = Date.parse('2024-06-30T12:00:00Z');
  const settings = readSettings({
    REHABSPOR_DATA: folder,
    REHABSPOR_PORT: '0',
    REHABSPOR_KEY: 'a key for tests only',
    ...environment,
  });
  const server = await startServer(settings, {
    signIn: new StandIn(),
    ...options,
    silent: true,
    clock: { now: () => now },
    logger: new PinoLogger('info', { write: (line) => void logged.push(line) }),
  });
  // What is done ahead on the day of the start is done, so that no test that moves the clock races with it.
  await server.workedAhead;
  const request = documented(supertest(server.url), new DocumentedAnswers(openApiDocument(server.app)));
  return {
    ...server,
    request,
    logged,
    folder,
    setNow: (instant) => {
      now = Date.parse(instant);
    },
    async tell(told) {
      const lines = linesOf(told).join('\n');
      const response = await request.post('/api/v1/events').set('content-type', 'application/x-ndjson').send(lines);
      await server.embedded.log.settled();
      return response;
    },
    async stop() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Agent = ReturnType<typeof supertest>;

/** The same agent; a request of which the answer is not documented fails. */
function documented(agent: Agent, answers: DocumentedAnswers): Agent {
  return new Proxy(agent, {
    get: (verbs, verb: 'get' | 'post' | 'put' | 'delete' | 'head' | 'options' | 'patch') => (path: string) =>
      verbs[verb](path).expect(({ status, headers, body, text }: supertest.Response) => {
        const contentType = headers['content-type'];
        if (isOfPages(path, contentType)) return;
        answers.check({ method: verb.toUpperCase(), path, status, contentType, body: parsed(contentType, text, body) });
      }),
  });
}

/** Pages, and what they are made of, are no part of the API's document. */
const isOfPages = (path: string, contentType = ''): boolean =>
  path.startsWith('/assets/') || (contentType.startsWith('text/html') && !path.startsWith('/api/'));

/** What was answered as JSON, however the spec had it read. */
function parsed(contentType = '', text: string | undefined, body: unknown): unknown {
  if (!/\bjson\b/.test(contentType) || contentType.includes('ndjson')) return undefined;
  const read = Buffer.isBuffer(body) ? body.toString('utf8') : text;
  return read === undefined ? body : (JSON.parse(read) as unknown);
}

/** Holds an answer to RFC 9457. */
export function expectProblem(response: supertest.Response, status: number): void {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.status).toBe(status);
  expect(response.body).toMatchObject({
    type: expect.any(String) as string,
    title: expect.any(String) as string,
    status,
    detail: expect.any(String) as string,
  });
}
