import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HTTP, type CloudEvent } from 'cloudevents';
import type { Decision } from '../../src/kernel/decision';
import { DeliverDecisions } from '../../src/notifications/application/deliver-decisions';
import type { RegisteredWebhook } from '../../src/notifications/adapters/webhook.answer';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { expectProblem, startTestServer, type TestServer } from '../http/server';
import { hospital, municipality, ODENSE, ODENSE_HOSPITAL, OTHER_HOSPITAL } from '../support/sectors';
import { about, ANNA, BO, CARLA, correction, type SourceEvent } from '../support/source-event';
import { expectUnsaid, SPELLINGS } from '../support/spellings';
import { isSigned, WebhookReceiver } from '../support/webhook-receiver';

const validate = loadSchemas().validator('decision-event');

let server: TestServer;
const receivers = {} as Record<'ehr' | 'town' | 'elsewhere' | 'database', WebhookReceiver>;
const secrets: string[] = [];
const key = (cpr: string): string => server.embedded.keys.keyOf(cpr);

const register = async (order: object): Promise<RegisteredWebhook> => {
  const { status, body } = await server.request.post('/api/v1/webhooks').send({ name: 'Journal', ...order });
  expect(status).toBe(201);
  secrets.push((body as RegisteredWebhook).secret);
  return body as RegisteredWebhook;
};

const [operation, angina] = hospital().pci('2024-02-01');
const visit = hospital().service('BVDY0', '2024-02-20', { cpr: ANNA, note: `pt. ${SPELLINGS[0] ?? ''}` });

beforeAll(async () => {
  for (const name of ['ehr', 'town', 'elsewhere', 'database'] as const) receivers[name] = await WebhookReceiver.start();
  server = await startTestServer({
    REHABSPOR_WEBHOOK_HOSTS: Object.values(receivers)
      .map(({ host }) => host)
      .join(),
  });
  const { ehr, town, elsewhere, database } = receivers;
  await register({ url: ehr.url, organisation: ODENSE_HOSPITAL });
  await register({ url: town.url, organisation: ODENSE, unit: 'municipality:0461', since: 'start' });
  await register({ url: elsewhere.url, organisation: OTHER_HOSPITAL, mode: 'structured', indicators: ['diet', 'ldl'] });
  await register({ url: database.url, organisation: 'registry:rkkp' });
  await server.tell([
    ...about(
      ANNA,
      operation as SourceEvent,
      angina as SourceEvent,
      hospital().referral(ODENSE, ['diet'], '2024-02-05'),
    ),
    ...hospital().pci('2024-02-03', { cpr: CARLA, contactId: `K ${SPELLINGS[0] ?? ''}` }),
    ...hospital(OTHER_HOSPITAL).pci('2024-03-01', { cpr: BO }),
  ]);
  await server.app.get(DeliverDecisions).deliverOnce();
  await server.tell([visit, about(ANNA, municipality().start('2024-03-01', { courseId: 'F', plannedSessions: 10 }))]);
  await server.app.get(DeliverDecisions).deliverOnce();
});
afterAll(async () => {
  await server.stop();
  for (const receiver of Object.values(receivers)) await receiver.stop();
});

/** How decisions stand with whoever took every event. */
function standing(receiver: WebhookReceiver): Map<string, Decision> {
  const stand = new Map<string, Decision>();
  for (const { subject, data } of receiver.taken) {
    if ('outcome' in data) stand.set(subject, data);
    else stand.delete(subject);
  }
  return stand;
}

/** How the program itself shows the decisions of some persons. */
async function shown(...numbers: readonly string[]): Promise<Map<string, Decision>> {
  const stand = new Map<string, Decision>();
  for (const number of numbers) {
    const { body } = await server.request.get(`/api/v1/persons/${key(number)}/pathways`);
    for (const decision of (body as { decisions: Decision[] }).decisions) {
      stand.set(`${decision.person}/${decision.pathway}/${decision.indicator}`, decision);
    }
  }
  return stand;
}

test('whoever takes every event has the decisions that the program shows, of those the organisation may see alone', async () => {
  const { ehr, town, elsewhere, database } = receivers;

  expect(standing(ehr)).toEqual(await shown(ANNA, CARLA));
  expect(standing(database)).toEqual(await shown(ANNA, CARLA, BO));
  expect(town.taken).toEqual([]); // Nobody is known to live there.
  const ofBo = [...(await shown(BO))].filter(([, { indicator }]) => ['diet', 'ldl'].includes(indicator));
  expect(standing(elsewhere)).toEqual(new Map(ofBo));
  expect(elsewhere.posts.every(({ events }) => events.length === 1)).toBe(true);
});

test('once facts tell that somebody lives there, the unit’s webhook gets what changes', async () => {
  const birth = {
    ...{ specversion: '1.0', id: 'cpr-1', source: 'person:civil-registration', type: 'dk.rehabspor.person.status.v1' },
    ...{
      time: '2024-06-30T10:00:00Z',
      data: { cpr: ANNA, recordId: 'cpr-1', state: 'alive', from: '2000-01-01', municipality: '0461' },
    },
  };
  const stopped = correction(municipality().start('2024-03-02', { courseId: 'G', plannedSessions: 8 }), {});
  await server.tell([birth, about(ANNA, stopped, hospital().hads(9, 3, '2024-03-05'))]);
  await server.app.get(DeliverDecisions).deliverOnce();

  expect(receivers.town.taken.length).toBeGreaterThan(0);
  const all = await shown(ANNA);
  for (const [subject, decision] of standing(receivers.town)) expect(decision).toEqual(all.get(subject));
});

test('what is sent follows its schema and CloudEvents 1.0, as its own SDK reads them, and is signed', () => {
  for (const [at, receiver] of Object.values(receivers).entries()) {
    for (const post of receiver.posts) {
      const read = HTTP.toEvent({ headers: { ...post.headers }, body: post.body });
      for (const event of [read].flat() as CloudEvent[]) expect(event.validate()).toBe(true);
      for (const event of post.events) expect([validate(event), validate.errors]).toEqual([true, null]);
      expect(isSigned(post, secrets[at] ?? '')).toBe(true);
    }
  }
});

test('no CPR number is in anything that is sent, however it was written', () => {
  for (const { posts } of Object.values(receivers)) {
    for (const { body, headers } of posts) {
      for (const number of [ANNA, BO, CARLA]) expect(body).not.toContain(number);
      expectUnsaid(body);
      expectUnsaid(JSON.stringify(headers));
    }
  }
});

test('what was sent of whom is in the log of looks', async () => {
  const { body } = await server.request.get(`/api/v1/looks?organisation=${ODENSE_HOSPITAL}&limit=100`);
  const looks = (body as { items: { operation: string; persons: string[]; relation?: string }[] }).items;
  const sent = looks.filter((look) => look.operation === 'registerWebhook');

  expect(new Set(sent.flatMap(({ persons }) => persons))).toEqual(new Set([key(ANNA), key(CARLA)]));
  expect(new Set(sent.map(({ relation }) => relation))).toEqual(new Set(['reported']));
});

test('the secret is shown once, rests sealed and is in no log', async () => {
  const listed = (await server.request.get('/api/v1/webhooks')).text;
  for (const secret of secrets) {
    const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
    expect(listed).not.toContain(secret);
    expect(server.logged.join('')).not.toContain(secret);
    for (const name of readdirSync(server.folder).filter((file) => file.startsWith('rehabspor.db'))) {
      const rests = readFileSync(join(server.folder, name));
      expect([rests.includes(bytes), rests.includes(secret), rests.includes(bytes.toString('base64'))]).toEqual([
        ...[false, false, false],
      ]);
    }
  }
});

test.each([
  [{ url: 'https://169.254.169.254/latest' }, 'url', 'at a host that REHABSPOR_WEBHOOK_HOSTS names'],
  [{ url: 'http://ehr.example.org/' }, 'url', 'begin with https://'],
  [{ url: 'https://user:secret@ehr.example.org/' }, 'url', 'no user'],
  [{ organisation: 'laboratory:lab-database' }, 'organisation', 'hospital:<SOR>'],
  [{ organisation: 'municipality:0000' }, 'organisation', 'there is'],
  [{ indicators: ['dite'] }, 'indicators', 'must be one of participation'],
  [{ unit: 'denmark' }, 'unit', 'region:<code>'],
  [{ since: '2024-02-30' }, 'since', 'calendar day'],
])('%j cannot be registered, and the answer says why', async (change, path, remedy) => {
  const order = { name: 'Journal', organisation: ODENSE_HOSPITAL, url: receivers.ehr.url, ...change };
  const response = await server.request.post('/api/v1/webhooks').send(order);

  expectProblem(response, 400);
  expect(response.body).toMatchObject({ errors: [{ path, remedy: expect.stringContaining(remedy) as string }] });
});

test('the same order again is refused and names the webhook there is; it is ended once', async () => {
  const order = { name: 'Journal 2', organisation: ODENSE_HOSPITAL, url: receivers.ehr.url };
  const { webhook } = await register(order);
  const again = await server.request.post('/api/v1/webhooks').send(order);
  expectProblem(again, 400);
  expect(JSON.stringify(again.body)).toContain(webhook.id);

  for (const step of ['resume', 'send-again']) {
    const body = step === 'resume' ? undefined : { since: 'now' };
    expect((await server.request.post(`/api/v1/webhooks/${webhook.id}/${step}`).send(body)).status).toBe(200);
  }
  expect((await server.request.delete(`/api/v1/webhooks/${webhook.id}`)).status).toBe(204);
  expectProblem(await server.request.delete(`/api/v1/webhooks/${webhook.id}`), 404);
  expectProblem(await server.request.post(`/api/v1/webhooks/${webhook.id}/resume`), 404);
});

test('metrics and health tell of webhooks on hold', async () => {
  const gone = await WebhookReceiver.start();
  gone.answer = () => 410;
  const before = (await server.request.get('/metrics')).text;
  expect(before).toContain('rehabspor_webhooks_on_hold 0');
  await server.embedded.webhookBook.add({
    ...{ id: 'w_gone', name: 'Gone', organisation: 'registry:rkkp', url: gone.url, mode: 'batch', sealedSecret: '' },
    progress: { revision: 0 },
  });
  await server.app.get(DeliverDecisions).deliverOnce();
  await gone.stop();

  expect((await server.request.get('/metrics')).text).toContain('rehabspor_webhooks_on_hold 1');
  expect((await server.request.get('/health')).body).toMatchObject({
    status: 'degraded',
    webhooksOnHold: { webhooks: 1, reasons: [expect.stringContaining('REHABSPOR_WEBHOOK_HOSTS') as string] },
  });
});
