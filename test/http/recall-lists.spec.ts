import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProduceSubscriptions } from '../../src/subscriptions/application/produce-subscriptions';
import { attachmentsOf, startMailServer } from '../support/mail-server';
import { civilRegistration, hospital } from '../support/sectors';
import { ANNA, BO } from '../support/source-event';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
let mail: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  mail = await startMailServer();
  server = await startTestServer({ REHABSPOR_SMTP_URL: mail.url, REHABSPOR_SMTP_FROM: 'rehabspor@example.org' });
  await server.tell([
    ...hospital().pci('2024-02-01', { cpr: ANNA }),
    civilRegistration.livesIn('0461', '2020-01-01', { cpr: ANNA }),
    ...hospital().pci('2024-06-20', { cpr: BO }),
  ]);
});
afterAll(async () => {
  await server.stop();
  await mail.stop();
});

const ORDER = {
  ...{ unit: 'municipality:0461', period: 'month', formats: ['csv'], language: 'da', schedule: '0 6 * * 1' },
  delivery: { kind: 'folder', folder: 'odense' },
  recall: { indicator: 'participation', daysSince: 30 },
};
const order = (change: object = {}) => server.request.post('/api/v1/subscriptions').send({ ...ORDER, ...change });
const key = (cpr: string): string => server.embedded.keys.keyOf(cpr);

test('a recall list comes to the organisation’s folder when it is due, of its own patients alone', async () => {
  expect((await order()).body).toMatchObject({ recall: ORDER.recall, unit: ORDER.unit });
  server.setNow('2024-07-01T04:00:30Z');
  expect(await server.app.get(ProduceSubscriptions).produceDue()).toBe(1);
  const folder = join(server.folder, 'reports', 'odense');
  const [name = ''] = readdirSync(folder);
  const csv = readFileSync(join(folder, name), 'utf8');

  expect(name).toMatch(/^rehabspor-recall-municipality_0461-2024-07-01\.csv$/);
  expect(csv).toContain('Følges også hos');
  expect(csv.trimEnd().split('\n')).toHaveLength(2);
  expect(csv).toContain(key(ANNA));
  expect(csv).toContain('participation (30)');
  expect(csv).not.toContain(key(BO));
});

test('that it was made is logged as a look at whom it names', async () => {
  const { body } = await server.request.get('/api/v1/looks?organisation=municipality:0461');
  const [look] = (body as { items: Record<string, unknown>[] }).items;

  expect(look).toMatchObject({ operation: 'produceSubscription', persons: [key(ANNA)], relation: 'lives-there' });
  expect(look?.['subject']).toMatch(/^s_/);
});

test('by mail it names nobody by number', async () => {
  const change = { unit: 'hospital:330901000016003', recall: {}, delivery: { kind: 'mail', to: ['team@example.org'] } };
  const { id } = (await order(change)).body as { id: string };
  expect((await server.request.post(`/api/v1/subscriptions/${id}/produce`)).status).toBe(200);
  const [message] = mail.received;
  if (message === undefined) throw new Error('No mail came.');
  const everything = [message.raw, ...attachmentsOf(message).map(({ content }) => content.toString('utf8'))].join('\n');

  expect(everything).toContain(key(BO));
  for (const cpr of [ANNA, BO]) expect(everything).not.toContain(cpr);
});

test('where the look cannot be logged, no list is handed over', async () => {
  const { id } = (await order({ unit: 'hospital:330901000016003', delivery: { kind: 'folder', folder: 'full' } }))
    .body as { id: string };
  const { database } = server.embedded;
  const fill = database.prepare("CREATE TRIGGER full BEFORE INSERT ON look BEGIN SELECT raise(FAIL, 'full'); END");
  await database.run(() => Promise.resolve(fill.run()));
  const refused = await server.request.post(`/api/v1/subscriptions/${id}/produce`);
  const empty = database.prepare('DROP TRIGGER full');
  await database.run(() => Promise.resolve(empty.run()));

  expectProblem(refused, 503);
  expect(refused.body).toMatchObject({ type: 'urn:rehabspor:problem:look-not-logged' });
  expect(readdirSync(join(server.folder, 'reports'))).not.toContain('full');
});

test('an order of a list that cannot be made says why', async () => {
  for (const change of [
    { unit: 'denmark' },
    { formats: ['xlsx'] },
    { recall: { indicator: 'none' } },
    { recall: { daysSince: -1 } },
  ])
    expectProblem(await order(change), 400);
});
