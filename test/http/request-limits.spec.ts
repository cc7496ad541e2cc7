import type { Reader } from '../../src/access/domain/reader';
import { hospital, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { as, STAFF, StandIn } from '../support/stand-in';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeEach(async () => {
  const limits = { REHABSPOR_REQUESTS_PER_MINUTE: '3', REHABSPOR_ANONYMOUS_PER_MINUTE: '2' };
  server = await startTestServer(limits, { signIn: new StandIn('nobody') });
});
afterEach(() => server.stop());

const person = (subject: string): Reader => ({ ...STAFF, subject });
const system = (subject: string, organisation: string): Reader => ({
  ...{ subject, name: subject, kind: 'system', roles: ['source', 'public'], purpose: 'own' },
  organisation,
});
const ask = (who?: Reader, path = '/api/v1/reader') =>
  who === undefined ? server.request.get(path) : server.request.get(path).set(as(who));

async function statuses(times: number, who?: Reader): Promise<number[]> {
  const all: number[] = [];
  for (let at = 0; at < times; at += 1) all.push((await ask(who)).status);
  return all;
}

test('a person who asks too often is told when to ask again, at every address, and then is answered', async () => {
  expect(await statuses(3, person('one'))).toEqual([200, 200, 200]);
  const refused = await ask(person('one'), '/api/v1/indicators');
  expectProblem(refused, 429);
  expect(refused.body).toMatchObject({ type: 'urn:rehabspor:problem:too-many-requests' });
  expect(Number(refused.headers['retry-after'])).toBe(60);

  server.setNow('2024-06-30T12:00:59Z');
  expect((await ask(person('one'))).headers['retry-after']).toBe('1');
  server.setNow('2024-06-30T12:01:00Z');
  expect(await statuses(1, person('one'))).toEqual([200]);
});

test('others are answered all the same; the systems of one source count as one', async () => {
  await statuses(4, person('one'));

  expect(await statuses(1, person('another'))).toEqual([200]);
  const mine = [system('first', ODENSE), system('second', ODENSE), system('third', ODENSE), system('fourth', ODENSE)];
  const answers = [];
  for (const who of mine) answers.push(...(await statuses(1, who)));
  expect(answers).toEqual([200, 200, 200, 429]);
  expect(await statuses(1, system('elsewhere', ODENSE_HOSPITAL))).toEqual([200]);
});

test('whoever has not signed in is counted by address', async () => {
  expect(await statuses(3)).toEqual([200, 200, 429]);
  expect(await statuses(1, person('one'))).toEqual([200]);
});

test('an event that is refused so is not kept, and is taken when it is sent again', async () => {
  const source = system('system', ODENSE_HOSPITAL);
  const send = () =>
    server.request.post('/api/v1/events').set(as(source)).send(hospital(ODENSE_HOSPITAL).pci('2024-05-03')[0]);
  await statuses(3, source);
  expect((await send()).status).toBe(429);

  server.setNow('2024-06-30T12:02:00Z');
  const { status, body } = await send();
  expect([status, body]).toMatchObject([202, [{ status: 'accepted' }]]);
});

test.each(['/health', '/health/live', '/health/ready', '/metrics'])('%s is always answered', async (path) => {
  for (let at = 0; at < 6; at += 1) expect((await ask(undefined, path)).status).toBe(200);
});
