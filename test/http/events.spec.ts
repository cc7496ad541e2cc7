import { request as httpRequest } from 'node:http';
import { hospital, municipality } from '../support/sectors';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_MAX_EVENT_BYTES: '4096' });
});
afterAll(() => server.stop());

const send = (type: string, body: string) => server.request.post('/api/v1/events').set('content-type', type).send(body);
const statuses = (body: unknown): string[] => (body as { status: string }[]).map(({ status }) => status);
const event = () => municipality().start('2023-02-06');

test.each(['application/cloudevents+json', 'application/json', 'application/json; charset=utf-8'])(
  'one event as %s gets one receipt',
  async (type) => {
    const sent = event();
    const response = await send(type, JSON.stringify(sent));

    expect(response.status).toBe(202);
    expect(response.body).toEqual([{ id: sent.id, source: sent.source, status: 'accepted' }]);
  },
);

test.each(['application/cloudevents-batch+json', 'application/json'])(
  'a batch as %s gets receipts in order',
  async (type) => {
    const [first, second] = [event(), event()];
    const response = await send(type, JSON.stringify([first, { nonsense: true }, second, first]));

    expect(response.status).toBe(202);
    expect(statuses(response.body)).toEqual(['accepted', 'rejected', 'accepted', 'duplicate']);
  },
);

test.each([
  ['da', /æ|ø|å|skal|er ikke/],
  ['da-DK,da;q=0.9,en;q=0.8', /æ|ø|å|skal|er ikke/],
  ['*', /must|is not|should/],
  ['en', /must|is not|should/],
])('messages are in the language asked for: %s', async (language, words) => {
  const response = await send('application/json', '{"specversion":"1.0","id":""}').set('accept-language', language);

  expect((response.body as { message: string }[])[0]?.message).toMatch(words);
});

test('an empty batch gets no receipts', async () => {
  const response = await send('application/cloudevents-batch+json', '[]');

  expect([response.status, response.body]).toEqual([202, []]);
});

test.each(['application/x-ndjson', 'application/ndjson'])(
  'of a stream as %s the good lines around a bad one go through',
  async (type) => {
    const lines = [JSON.stringify(event()), '{"specversion":"1.0","id', '', JSON.stringify(event())];
    const response = await send(type, lines.join('\n'));

    expect(response.status).toBe(202);
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(statuses(response.body)).toEqual(['accepted', 'rejected', 'accepted']);
  },
);

test('a stream is answered line by line when the sender asks for it', async () => {
  const response = await send('application/x-ndjson', `${JSON.stringify(event())}\n${JSON.stringify(event())}\n`)
    .set('accept', 'application/x-ndjson')
    .buffer(true)
    .parse((stream, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      stream.on('end', () => done(null, text));
    });

  expect(response.headers['content-type']).toMatch(/^application\/x-ndjson/);
  const lines = (response.body as string).trimEnd().split('\n');
  expect(statuses(lines.map((line) => JSON.parse(line) as unknown))).toEqual(['accepted', 'accepted']);
});

test('a line that is too long or no UTF-8 is answered like any other', async () => {
  const long = JSON.stringify({ ...event(), padding: 'x'.repeat(5000) });
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0xfe, 10]),
    Buffer.from(`${long}\n`),
    Buffer.from(JSON.stringify(event())),
  ]);
  const response = await server.request
    .post('/api/v1/events')
    .set('content-type', 'application/x-ndjson')
    .serialize((body: unknown) => body as string)
    .send(bytes);

  expect(statuses(response.body)).toEqual(['rejected', 'rejected', 'accepted']);
});

test('thousands of lines come back in order', async () => {
  const events = Array.from({ length: 4500 }, event);
  const response = await send('application/x-ndjson', events.map((sent) => JSON.stringify(sent)).join('\n'));

  expect((response.body as { id: string }[]).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
});

test('a slow sender gets receipts before it has sent everything', async () => {
  const outgoing = httpRequest(`${server.url}/api/v1/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', accept: 'application/x-ndjson' },
  });
  const answer = new Promise<string>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => incoming.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8'))));
  });
  outgoing.write(`${JSON.stringify(event())}\n`);

  expect(await answer).toMatch(/"status":"accepted"/);
  outgoing.end();
  await new Promise((resolve) => outgoing.once('close', resolve));
});

test('an event longer than may be in a batch is refused with a receipt', async () => {
  const long = { ...event(), padding: 'x'.repeat(5000) };
  const response = await send('application/json', JSON.stringify([long, event()]));

  expect(statuses(response.body)).toEqual(['rejected', 'accepted']);
});

test('a body that is cut off is a problem', async () => {
  expectProblem(await send('application/json', '{"specversion":"1.0"'), 400);
});

test('an empty body as JSON is a problem, an empty stream gets no receipts like an empty batch', async () => {
  expectProblem(await send('application/json', ''), 400);
  const response = await send('application/x-ndjson', '\n\n');
  expect([response.status, response.body, response.headers['rehabspor-accepted']]).toEqual([202, [], '0']);
});

test('a JSON body that is too large is told to come as a stream', async () => {
  const response = await send('application/json', JSON.stringify(Array.from({ length: 400 }, event)));

  expectProblem(response, 413);
  expect((response.body as { detail: string }).detail).toContain('application/x-ndjson');
});

test('another content type is told which are taken', async () => {
  const response = await send('text/csv', 'a,b');

  expectProblem(response, 415);
  expect((response.body as { detail: string }).detail).toContain('application/cloudevents-batch+json');
});

test('a full store says so and what cures it; nothing of the batch is kept', async () => {
  const full = await startTestServer({ REHABSPOR_STORE_MAX_BYTES: '300000' });
  try {
    const story = Array.from({ length: 3000 }, () =>
      hospital().procedure('BVDY0', '2023-02-01', { note: 'x'.repeat(100) }),
    );
    const lines = story.map((sent) => JSON.stringify(sent));
    const response = await full.request
      .post('/api/v1/events')
      .set('content-type', 'application/json')
      .send(`[${lines.join(',')}]`);

    expectProblem(response, 507);
    expect((response.body as { detail: string }).detail).toContain('REHABSPOR_STORE_MAX_BYTES');
    expect(full.embedded.log.countOf('clinical-events')).toBe(0);
  } finally {
    await full.stop();
  }
});
