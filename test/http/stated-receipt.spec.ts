import { hospital } from '../support/sectors';
import { startTestServer, type TestServer } from './server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const measurement = (id: string): object => ({
  ...hospital().bloodPressure(130, 80, '2023-01-03', { id, recordId: id }),
  receivedtime: '2023-01-05T00:00:00Z',
});

/** When an event was received, as the log of the store has it. */
async function receivedAt(id: string): Promise<string | undefined> {
  await server.embedded.log.settled();
  for (let partition = 0; partition < server.embedded.log.partitionsOf('clinical-events'); partition += 1) {
    for (const { value } of server.embedded.log.read('clinical-events', partition, 0, Infinity)) {
      if (value.id === id) return new Date(value.receivedAt).toISOString();
    }
  }
  return undefined;
}

test('an event counts as received now, whatever it says itself', async () => {
  await server.request.post('/api/v1/events').send(measurement('now')).expect(202);

  expect(await receivedAt('now')).toBe('2024-06-30T12:00:00.000Z');
});

test('an operator’s import has it count as received when it says', async () => {
  await server.request.post('/api/v1/events').set('rehabspor-received', 'stated').send(measurement('then')).expect(202);

  expect(await receivedAt('then')).toBe('2023-01-05T00:00:00.000Z');
});

test('another value of the header is refused before anything is taken in', async () => {
  const answer = await server.request
    .post('/api/v1/events')
    .set('rehabspor-received', 'later')
    .send(measurement('later'));

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ detail: expect.stringContaining('`stated` or left out') });
  expect(await receivedAt('later')).toBeUndefined();
});

test('events that are brought are told what each alone shows, for what one lacks may stand further down', async () => {
  const service = (id: string) => hospital().procedure('BUG1', '2023-02-10', { id, recordId: id, contactId: 'K-1' });
  const brought = await server.request.post('/api/v1/events').set('rehabspor-received', 'stated').send(service('old'));
  const sent = await server.request.post('/api/v1/events').send(service('new'));

  expect((brought.body as { notes?: unknown }[])[0]?.notes).toBeUndefined();
  expect(sent.body).toMatchObject([{ notes: [{ code: 'NO_EFFECT_YET' }] }]);
});

test('an array of events keeps every digit of unknown fields', async () => {
  const line = JSON.stringify(measurement('digits')).replace('"data":{', '"data":{"n":12345678901234567890,');
  const other = line.replace('12345678901234567890', '12345678901234567891');
  const answer = await server.request
    .post('/api/v1/events')
    .set('content-type', 'application/cloudevents-batch+json')
    .send(`[${line},${other},${line}]`);

  expect(answer.body).toMatchObject([{ status: 'accepted' }, { code: 'ID_REUSED' }, { status: 'duplicate' }]);
});
