import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProduceSubscriptions } from '../../src/subscriptions/application/produce-subscriptions';
import type { ProducedAnswer, SubscriptionAnswer } from '../../src/subscriptions/adapters/subscription.answer';
import { attachmentsOf, headerOf, startMailServer } from '../support/mail-server';
import { sheetsOf } from '../support/unzip';
import { expectProblem, goldenLines, startTestServer, type TestServer } from './server';
import { definitions } from '../support/evaluate';

let server: TestServer;
let mail: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  mail = await startMailServer();
  server = await startTestServer({ REHABSPOR_SMTP_URL: mail.url, REHABSPOR_SMTP_FROM: 'rehabspor@example.org' });
  await server.tell(goldenLines());
});
afterAll(async () => {
  await server.stop();
  await mail.stop();
});

const ORDER = {
  unit: 'hospital:330901000016003',
  period: 'month',
  formats: ['csv', 'json', 'svg', 'xlsx'],
  language: 'da',
  schedule: '0 6 5 * *',
  delivery: { kind: 'folder', folder: 'odense/månedlig' },
};
const order = (change: object) => server.request.post('/api/v1/subscriptions').send({ ...ORDER, ...change });
const take = async (change: object): Promise<SubscriptionAnswer> => {
  const response = await order(change);
  expect(response.status).toBe(201);
  return response.body as SubscriptionAnswer;
};
const list = async (): Promise<SubscriptionAnswer[]> =>
  ((await server.request.get('/api/v1/subscriptions')).body as { subscriptions: SubscriptionAnswer[] }).subscriptions;
const folder = (...names: string[]): string => join(server.folder, 'reports', ...names);
const produceDue = (): Promise<number> => server.app.get(ProduceSubscriptions).produceDue();

test('a subscription is taken, listed with when it is due, and ended', async () => {
  const taken = await take({ delivery: { kind: 'folder', folder: 'a' } });

  expect(taken).toMatchObject({ unit: ORDER.unit, formats: ['csv', 'xlsx', 'json', 'svg'], period: 'month' });
  expect(await list()).toEqual([{ ...taken, nextDue: '2024-07-05T04:00:00.000Z' }]);
  expect((await server.request.delete(`/api/v1/subscriptions/${taken.id}`)).status).toBe(204);
  expect(await list()).toEqual([]);
  expectProblem(await server.request.delete(`/api/v1/subscriptions/${taken.id}`), 404);
  expectProblem(await server.request.post(`/api/v1/subscriptions/${taken.id}/produce`), 404);
});

test('what is due comes to the folder whole, under names that say what it is', async () => {
  const { id } = await take({});
  server.setNow('2024-07-05T04:00:30Z');
  expect(await produceDue()).toBe(1);
  const names = readdirSync(folder('odense', 'månedlig')).sort();
  const [csv] = names.filter((name) => name.endsWith('.csv'));
  const [xlsx] = names.filter((name) => name.endsWith('.xlsx'));

  expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(definitions.indicators.length);
  expect(csv).toBe('rehabspor-2024-06-hospital_330901000016003-as-of-2024-07-05-known-at-2024-07-05T04_00_00.000Z.csv');
  const lines = readFileSync(folder('odense', 'månedlig', csv!), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(definitions.indicators.length + 1);
  expect(lines.slice(1).every((line) => line.includes('hospital:330901000016003'))).toBe(true);
  expect(sheetsOf(readFileSync(folder('odense', 'månedlig', xlsx!)))[0]?.rows).toHaveLength(
    definitions.indicators.length + 1,
  );
  expect((await list()).find((one) => one.id === id)).toMatchObject({ doneThrough: '2024-07-05T04:00:00.000Z' });
  expect(await produceDue()).toBe(0);
});

test('made later of the same due time it is the same, byte for byte, whatever came since', async () => {
  await take({ delivery: { kind: 'folder', folder: 'late' }, formats: ['csv', 'json'] });
  server.setNow('2024-08-05T09:00:00Z');
  await server.tell(JSON.stringify({ ...JSON.parse(goldenLines()[0] ?? '{}'), id: 'late-comer' }));
  await produceDue();
  const of = (place: string): string[] =>
    readdirSync(folder(...place.split('/')))
      .filter((name) => name.includes('2024-08-05T04_00') && /\.(csv|json)$/.test(name))
      .sort()
      .map((name) => `${name} ${readFileSync(folder(...place.split('/'), name), 'utf8')}`);

  expect(of('late')).toHaveLength(2);
  expect(of('late')).toEqual(of('odense/månedlig'));
});

test('a report goes by mail, now, with its files attached', async () => {
  const { id } = await take({ formats: ['csv'], delivery: { kind: 'mail', to: ['kvalitet@example.org'] } });
  const response = await server.request.post(`/api/v1/subscriptions/${id}/produce`);
  const { files, reference } = response.body as ProducedAnswer;
  const [received] = mail.received;

  expect(response.status).toBe(200);
  expect(headerOf(received!, 'Message-ID')).toBe(`<${reference}@example.org>`);
  expect(attachmentsOf(received!).map(({ content }) => content.length)).toEqual(files.map(({ bytes }) => bytes));
  expect(received?.raw).toContain('arbejdsdefinition');
});

test('what cannot be handed over now is said', async () => {
  const { id } = await take({ delivery: { kind: 'folder', folder: 'odense/månedlig/x.csv' } });
  const { writeFileSync } = await import('node:fs');
  writeFileSync(folder('odense', 'månedlig', 'x.csv'), 'a file where a folder should be');
  const response = await server.request.post(`/api/v1/subscriptions/${id}/produce`);

  expectProblem(response, 502);
  expect(response.text).toContain('Cannot write');
});

test.each([
  ['unit', { unit: 'municipality:9999' }, 'municipality:0461'],
  ['unit', { unit: 5 }, 'hospital:<SOR>'],
  ['period', { period: 'week' }, 'month, quarter, tertial, year'],
  ['formats', { formats: ['pdf'] }, 'csv, xlsx, json, svg'],
  ['language', { language: 'sv' }, 'da, en'],
  ['schedule', { schedule: '* * * * *' }, 'once an hour'],
  ['delivery', { delivery: { kind: 'folder', folder: '../../etc' } }, 'REHABSPOR_REPORTS'],
  ['delivery.kind', { delivery: { kind: 'fax' } }, 'folder, mail'],
  ['delivery.to', { delivery: { kind: 'mail', to: 'a@b' } }, 'list of mail addresses'],
  ['delivery', { delivery: 'here' }, 'must say where'],
])('an order whose %s is %j is told what there is', async (path, change, remedy) => {
  const response = await order(change);
  const { errors } = response.body as { errors: { path: string; remedy: string }[] };

  expectProblem(response, 400);
  expect(errors.map((error) => error.path)).toContain(path);
  expect(response.text).toContain(remedy);
});

test('without a mail server an order by mail is refused with the settings that cure it', async () => {
  const other = await startTestServer();
  const response = await other.request
    .post('/api/v1/subscriptions')
    .send({ ...ORDER, delivery: { kind: 'mail', to: ['a@example.org'] } });
  await other.stop();

  expectProblem(response, 400);
  expect(response.text).toContain('REHABSPOR_SMTP_URL');
});
