import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Reader, type Role } from '../../src/access/domain/reader';
import { generalPractice, hospital, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { bare, expectUnsaid, SPELLINGS } from '../support/spellings';
import { as, STAFF } from '../support/stand-in';
import { operationsOf, type OpenApi, type Sent } from './open-api';
import { startTestServer, type TestServer } from './server';

const CPR = '1502779995';
/** A stream that never ends, and what tells the number to whoever may know it and says why. */
const LEFT_OUT = ['get /api/v1/changes', 'post /api/v1/persons/{person}/reveal'];
const ORGANISATION_OF: Readonly<Partial<Record<Role, string>>> = {
  ...{ hospital: ODENSE_HOSPITAL, municipality: ODENSE, 'general-practice': 'general-practice:012345' },
  ...{ administration: ODENSE, source: ODENSE_HOSPITAL },
};

let server: TestServer;
let operations: Sent[];
let person: string;
beforeAll(async () => {
  server = await startTestServer();
  const events = [
    ...hospital().pci('2024-05-03', { cpr: CPR }),
    hospital().referral(ODENSE, ['training'], '2024-05-10', { cpr: CPR }),
    generalPractice().bloodPressure(130, 80, '2024-05-12', { cpr: CPR }),
  ];
  const planted = SPELLINGS.flatMap((spelling, at) =>
    events.map((event, which) => ({
      ...event,
      id: `${spelling} ${at} ${which}`,
      [`about ${spelling}`]: spelling,
      data: { ...event.data, recordId: `${spelling} ${at} ${which}`, contactId: spelling, [spelling]: [spelling] },
    })),
  );
  const refused = SPELLINGS.map((spelling, at) => ({ ...events[0], id: `r-${at}`, type: spelling, time: spelling }));
  await server.tell([...events, ...planted, ...refused].map((event) => JSON.stringify(event)));
  const found = await server.request.post('/api/v1/persons/lookup').send({ cpr: CPR });
  person = (found.body as { person: string }).person;
  const frozen = await server.request.post('/api/v1/reports').send({ period: 'all', by: 'Cille Dam' });
  const { id } = frozen.body as { readonly id: string };
  const document = (await server.request.get('/docs-json')).body as OpenApi;
  const samples = { person, id, from: id, to: id, set: 'dhrd-2023', version: '2', number: '1', key: 'diet' };
  operations = operationsOf(document, {
    ...{ ...samples, section: 'rules', organisation: ODENSE_HOSPITAL, source: ODENSE_HOSPITAL, unit: 'denmark' },
    ...{ indicator: 'diet', cpr: CPR, event: {}, may: true, user: 'nobody', kind: 'folder', folder: 'here' },
  }).flatMap(({ usual }) => (LEFT_OUT.includes(`${usual.method} ${usual.route}`) ? [] : [usual]));
});
afterAll(() => server.stop());

const reader = (role: Role): Reader => ({
  ...{ subject: `a-${role}`, name: role, kind: 'person', purpose: 'quality' },
  roles: role === 'public' ? ['public'] : [role, 'public'],
  ...(ORGANISATION_OF[role] === undefined ? undefined : { organisation: ORGANISATION_OF[role] }),
  ...(role === 'patient' ? { person } : undefined),
});

test.each(ROLES)('%s reads no planted number, wherever a source wrote it', async (role) => {
  const statuses = new Set<number>();
  for (const { method, route, path, query, body } of operations) {
    const address = route.replace(/\{(\w+)\}/g, (_braced, name: string) => encodeURIComponent(path[name] ?? 'x'));
    const request = server.request[method as 'get'](address)
      .query(query)
      .set(as(reader(role)))
      .buffer(true);
    const response = body === undefined ? await request : await request.send(body);
    statuses.add(response.status);

    expectUnsaid(`${response.text ?? ''}${JSON.stringify(response.body)}${JSON.stringify(response.headers)}`);
  }

  expect(operations.length).toBeGreaterThan(70);
  expect(statuses).toContain(200);
  if (role !== 'registry') expect([...statuses].some((status) => status === 401 || status === 403)).toBe(true);
});

test('neither logs, metrics, topics, files nor the log of looks hold it in any spelling', async () => {
  const { text } = await server.request.get('/metrics').set(as(STAFF));
  expectUnsaid(text);
  expect(server.logged.length).toBeGreaterThan(500);
  for (const line of server.logged) expectUnsaid(line);
  // The log with every topic, the states and books, the log of looks with its head, and reports.
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['rehabspor.db', 'looks.head']));
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const spelling of SPELLINGS)
      expect([name, spelling, bytes.includes(spelling)]).toEqual([name, spelling, false]);
  }
  expect(SPELLINGS.every((spelling) => bare(spelling).includes(CPR))).toBe(true);
});
