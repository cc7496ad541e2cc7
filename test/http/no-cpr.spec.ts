import { ANNA, BO } from '../support/source-event';
import { hospital, municipality } from '../support/sectors';
import { startTestServer, type TestServer } from './server';

const HYPHENED = `${ANNA.slice(0, 6)}-${ANNA.slice(6)}`;
const PLANTED = [ANNA, HYPHENED, BO];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const expectNone = (text: string): void => {
  for (const cpr of PLANTED) expect(text).not.toContain(cpr);
};

test('planted in addresses, queries, headers and bodies, a CPR number comes out nowhere', async () => {
  const { request } = server;
  await server.tell([
    hospital().pci('2023-01-03'),
    municipality().start('2023-02-06', { code: ANNA }),
    municipality().start('2023-02-07', { cpr: '3113779995', note: HYPHENED }),
    `{"cpr":"${ANNA}"`,
  ]);
  const answers = [
    await request.get(`/api/v1/persons/${ANNA}/pathways`),
    await request.get(`/api/v1/persons/${HYPHENED}/pathways`).set('x-cpr', ANNA).set('referer', `http://x/${ANNA}`),
    await request.get(`/${ANNA}`),
    await request.get(`/api/v1/${HYPHENED}?cpr=${BO}`),
    await request.get(`/?period=${ANNA}&asOf=${HYPHENED}`),
    await request.get(`/api/v1/indicators/${ANNA}/results?period=${BO}&level=${BO}`),
    await request.get(`/api/v1/indicators/diet/results?period=${BO}&level=${ANNA}&${HYPHENED}=1`),
    await request.get(`/api/v1/units/hospital:${ANNA}/profile?period=2023`),
    await request.get(`/api/v1/findings?code=${ANNA}&after=${BO}&limit=${HYPHENED}`),
    await request.get(`/api/v1/rejected?after=x${ANNA}`),
    await request.get('/api/v1/findings'),
    await request.get('/api/v1/rejected'),
    await request.post(`/api/v1/rejected/${ANNA}/resend`).send({ event: ANNA }),
    await request.post('/api/v1/persons/lookup').send({ cpr: BO }),
    await request.post('/api/v1/persons/lookup').send({ cpr: `${ANNA} `, [HYPHENED]: 1 }),
    await request.post('/api/v1/persons/lookup').set('content-type', 'application/json').send(`{"cpr":"${ANNA}`),
    await request.post('/api/v1/persons/lookup').set('content-type', `text/${ANNA}`).send(ANNA),
    await request.post('/api/v1/events').set('content-type', 'application/json').send(`{"data":{"cpr":"${ANNA}"`),
    await request.post('/api/v1/events').set('content-type', `text/x-${ANNA}`).send(ANNA),
    await request.post(`/api/v1/events/${ANNA}`).send({ cpr: ANNA }),
    await request.get('/api/v1/feeds'),
    await request.get('/health'),
    await request.get('/metrics'),
  ];

  for (const { text, headers } of answers) expectNone(`${text} ${JSON.stringify(headers)}`);
  expect(server.logged.length).toBeGreaterThan(answers.length);
  expectNone(server.logged.join(''));
});

test('an unexpected failure tells the client nothing and the log no message of it', async () => {
  const { rejected } = server.embedded;
  const list = jest.spyOn(rejected, 'list').mockRejectedValueOnce(new Error(`What was sent: ${ANNA}, and her name`));
  const response = await server.request.get('/api/v1/rejected');
  list.mockRestore();

  expect(response.status).toBe(500);
  expectNone(response.text);
  expectNone(server.logged.join(''));
  expect(server.logged.join('')).not.toContain('her name');
});

test('what looks like a CPR number is blanked even where the log is handed one', async () => {
  const { PinoLogger } = await import('../../src/platform/telemetry/pino-logger');
  const lines: string[] = [];
  new PinoLogger('info', { write: (line) => void lines.push(line) }).error(
    { [ANNA]: [{ of: HYPHENED }], error: new Error(`about ${BO}`, { cause: new Error(ANNA) }) },
    `seen ${ANNA}`,
  );

  expectNone(lines.join(''));
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', msg: 'seen ••••••-••••' });
});
