import type { Reader } from '../../src/access/domain/reader';
import { hospital, municipality, ODENSE, ODENSE_HOSPITAL, OTHER_HOSPITAL } from '../support/sectors';
import { ANNA, BO } from '../support/source-event';
import { as } from '../support/stand-in';
import { startTestServer, type TestServer } from './server';

const nurse = (organisation: string): Reader => ({
  ...{ subject: 'nurse-1', name: 'Nina Holm', kind: 'person', purpose: 'treatment', organisation },
  roles: [organisation.startsWith('hospital') ? 'hospital' : 'municipality', 'public'],
});

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const get = (path: string, who?: Reader) => server.request.get(`/api/v1${path}`).set(who === undefined ? {} : as(who));
const keyOf = async (cpr: string): Promise<string> =>
  ((await server.request.post('/api/v1/persons/lookup').send({ cpr })).body as { person: string }).person;
const looksOf = async (subject: string): Promise<Record<string, unknown>[]> =>
  ((await get(`/looks?subject=${subject}`)).body as { items: Record<string, unknown>[] }).items;

test('the log of looks says by which relation somebody looked', async () => {
  await server.tell([...hospital().pci('2024-05-03'), hospital().referral(ODENSE, ['training'], '2024-05-10')]);
  const anna = await keyOf(ANNA);
  await get(`/persons/${anna}/pathways`, nurse(ODENSE_HOSPITAL));
  await get(`/persons/${anna}/pathways`, nurse(ODENSE));
  const other = nurse('municipality:0101');
  expect((await get(`/persons/${anna}/pathways`, other)).status).toBe(403);
  await server.request
    .post('/api/v1/persons/relations')
    .set(as(other))
    .send({ cpr: ANNA, reason: 'Henvist pr. telefon' });
  await get(`/persons/${anna}/pathways`, other);

  expect((await looksOf('nurse-1')).map(({ relation, reason }) => [relation, reason])).toEqual([
    ['asserted', undefined],
    [undefined, 'Henvist pr. telefon'],
    ['referred', undefined],
    ['reported', undefined],
  ]);
});

test('why somebody wanted to know a number stands in the log, for whom it is of too', async () => {
  await server.tell(hospital().pci('2024-05-03'));
  const anna = await keyOf(ANNA);
  await server.request.post(`/api/v1/persons/${anna}/reveal`).send({ reason: 'Fejl meldt til hospitalet' });

  const { items } = (await get(`/persons/${anna}/looks`)).body as { items: Record<string, unknown>[] };
  expect(items.find(({ operation }) => operation === 'revealPerson')).toMatchObject({
    reason: 'Fejl meldt til hospitalet',
  });
});

test('a number within a reason is not logged', async () => {
  await server.tell(hospital().pci('2024-05-03'));
  const anna = await keyOf(ANNA);
  const refused = await server.request.post(`/api/v1/persons/${anna}/reveal`).send({ reason: `Ringede om ${BO}` });

  expect(refused.status).toBe(400);
  const rows = server.embedded.database.prepare('SELECT said FROM look').all<{ said: string }>();
  expect(rows.map(({ said }) => said).filter((said) => said.includes(BO))).toEqual([]);
});

test('a registration that moved to another person opens that one alone', async () => {
  const mine = municipality().start('2024-05-12', { recordId: 'S-1' });
  await server.tell([...hospital(OTHER_HOSPITAL).pci('2024-05-03'), mine]);
  const anna = await keyOf(ANNA);
  expect((await get(`/persons/${anna}/pathways`, nurse(ODENSE))).status).toBe(200);
  await server.tell([municipality().start('2024-05-12', { recordId: 'S-1', version: 2, cpr: BO })]);

  expect((await get(`/persons/${anna}/pathways`, nurse(ODENSE))).status).toBe(403);
  expect((await get(`/persons/${await keyOf(BO)}/pathways`, nurse(ODENSE))).status).toBe(200);
});
