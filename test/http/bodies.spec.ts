import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { municipality } from '../support/sectors';
import { until } from '../support/until';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
/** It waits for a body no longer than it must be able to. */
let impatient: TestServer;
beforeAll(async () => {
  const settings = { REHABSPOR_BODY_MEMORY_BYTES: String(1 << 20), REHABSPOR_MAX_EVENT_BYTES: String(48 << 10) };
  server = await startTestServer({ ...settings, REHABSPOR_BODY_SECONDS: '86400' });
  impatient = await startTestServer({ ...settings, REHABSPOR_BODY_SECONDS: '1' });
});
afterAll(async () => {
  await server.stop();
  await impatient.stop();
});

const event = () => municipality().start('2023-02-06');
const send = (type: string, body: string | Buffer, encoding?: string) => {
  const request = server.request.post('/api/v1/events').set('content-type', type);
  if (encoding !== undefined) request.set('content-encoding', encoding);
  return request.serialize((sent: unknown) => sent as string).send(body);
};
const statuses = (body: unknown): string[] => (body as { status: string }[]).map(({ status }) => status);

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: IncomingMessage['headers'];
  readonly trailers: IncomingMessage['trailers'];
}

/** A request that may be left unfinished, and its answer. */
function open(type: string, { url } = server): { readonly sending: ClientRequest; readonly answer: Promise<Answer> } {
  const sending = httpRequest(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': type } });
  const answer = new Promise<Answer>((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', (incoming) => {
      let text = '';
      incoming.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      const done = () =>
        resolve({ status: incoming.statusCode, text, headers: incoming.headers, trailers: incoming.trailers });
      incoming.on('end', done).on('error', done);
    });
  });
  return { sending, answer };
}

describe('a compressed body', () => {
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is taken as %s, whole or as a stream', async (encoding, pack) => {
    const whole = await send('application/json', pack(JSON.stringify([event(), event()])), encoding);
    const stream = await send('application/x-ndjson', pack(`${JSON.stringify(event())}\n`), encoding);

    expect([whole.status, statuses(whole.body)]).toEqual([202, ['accepted', 'accepted']]);
    expect([stream.status, statuses(stream.body)]).toEqual([202, ['accepted']]);
  });

  test('is refused when it unpacks to more than is taken, however small it comes', async () => {
    const bomb = gzipSync(Buffer.alloc(8 << 20, ' '));
    const response = await send('application/json', bomb, 'gzip');

    expect(bomb.length).toBeLessThan(10_000);
    expectProblem(response, 413);
  });

  test('that is none, or is cut off, is a problem of the sender', async () => {
    expectProblem(await send('application/json', 'not gzip', 'gzip'), 400);
    expectProblem(await send('application/json', gzipSync(JSON.stringify(event())).subarray(0, 40), 'gzip'), 400);
    expectProblem(await send('application/json', 'not brotli', 'br'), 400);
  });

  test('in another encoding is told which are taken', async () => {
    const response = await send('application/json', '{}', 'zstd');

    expectProblem(response, 415);
    expect(response.body).toMatchObject({ detail: expect.stringContaining('gzip') as string });
  });

  test('is taken where people post, too', async () => {
    const response = await server.request
      .post('/api/v1/persons/lookup')
      .set('content-type', 'application/json')
      .set('content-encoding', 'gzip')
      .serialize((sent: unknown) => sent as string)
      .send(gzipSync('{"cpr":"0707614285"}'));

    expectProblem(response, 404);
  });
});

describe('a body that stalls', () => {
  test('is ended when it is read as a whole', async () => {
    const { sending, answer } = open('application/json', impatient);
    sending.write('[');

    expect(await answer).toMatchObject({ status: 408, headers: { connection: 'close' } });
    sending.destroy();
  });

  test('is ended as a stream, with the receipts there were and what happened', async () => {
    const { sending, answer } = open('application/x-ndjson', impatient);
    sending.write(`${JSON.stringify(event())}\n{"cut`);
    const { status, text } = await answer;

    expect(status).toBe(202);
    expect(text).toContain('"status":"accepted"');
    expect(text).toContain('"status":408');
    sending.destroy();
  });

  test('holds no more memory with others than there is for all: the next is told to come later', async () => {
    const half = Buffer.alloc(600_000, ' ');
    const [first, second] = [open('application/json'), open('application/json')];
    const refused = Promise.race([first.answer, second.answer]);
    first.sending.write(half);
    second.sending.write(half);

    expect(await refused).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    // A small one is read all the while.
    expect((await send('application/json', JSON.stringify(event()))).status).toBe(202);
    first.sending.destroy();
    second.sending.destroy();
    await Promise.allSettled([first.answer, second.answer]);
    const long = `${' '.repeat(600_000)}${JSON.stringify(event())}`;
    await until('there is memory again', async () => (await send('application/json', long)).status === 202);
  });
});

describe('what is nested deeply', () => {
  const deep = (inner: string) => `${'['.repeat(200_000)}${inner}${']'.repeat(200_000)}`;

  test.each(['/api/v1/persons/lookup', '/api/v1/reports', '/api/v1/definitions', '/api/v1/subscriptions'])(
    'is a problem at %s',
    async (path) => {
      const body = `{"cpr":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
      expectProblem(await server.request.post(path).set('content-type', 'application/json').send(body), 400);
    },
  );
  test('is a problem where events are sent, and only a rejection as a line', async () => {
    expectProblem(await send('application/json', deep('')), 400);
    expectProblem(await send('application/json', deep('1')).set('ce-specversion', '1.0').set('ce-id', 'e'), 400);
    const lines = await send(
      'application/x-ndjson',
      `${deep('')}\n{"data":${'['.repeat(9_000)}${']'.repeat(9_000)}}\n`,
    );
    expect([lines.status, statuses(lines.body)]).toEqual([202, ['rejected', 'rejected']]);
  });
  test('brackets within texts do not count', async () => {
    const sent = { ...event(), data: { ...event().data, note: `"\\${'['.repeat(1000)}` } };
    expect(statuses((await send('application/json', JSON.stringify(sent))).body)).toEqual(['accepted']);
  });
});

describe('a long array', () => {
  test('of what is no event keeps nobody else waiting and is told in a sentence', async () => {
    const order: string[] = [];
    const zeros = send('application/json', `[${'0,'.repeat(30_000)}0]`).then((response) => {
      order.push('zeros');
      return response;
    });
    const others = [1, 2, 3].map(async () => {
      await server.request.get('/health/live');
      order.push('another');
    });
    const { status, body } = await zeros;
    await Promise.all(others);
    const told = body as { status: unknown; detail?: string }[];

    expect(status).toBe(202);
    expect(order.at(-1)).toBe('zeros');
    expect(told.length).toBeLessThan(12_000);
    expect(told.slice(0, -1).every((receipt) => receipt.status === 'rejected')).toBe(true);
    expect(told.at(-1)).toMatchObject({ status: 400, detail: expect.stringContaining('are no events') as string });
  });

  test('of events is taken in several parts, receipts in order and counted in trailers', async () => {
    const events = Array.from({ length: 1201 }, event);
    const { sending, answer } = open('application/json');
    sending.end(JSON.stringify(events));
    const { text, trailers } = await answer;

    expect((JSON.parse(text) as { id: string }[]).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(trailers).toMatchObject({ 'rehabspor-accepted': '1201', 'rehabspor-rejected': '0' });
  });

  test('keeps each element as it was written', async () => {
    const [one, other] = [event(), event()];
    const response = await send(
      'application/json',
      ` [ ${JSON.stringify(one, undefined, 2)} ,\n${JSON.stringify(other)} ] `,
    );

    expect((response.body as { id: string }[]).map(({ id }) => id)).toEqual([one.id, other.id]);
  });
});

test('a body of rejections only is seen in the headers', async () => {
  const response = await send('application/json', '[{},{}]');

  expect(response.headers).toMatchObject({
    'rehabspor-accepted': '0',
    'rehabspor-duplicate': '0',
    'rehabspor-rejected': '2',
  });
});
