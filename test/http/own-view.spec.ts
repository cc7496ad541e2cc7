import type { Reader } from '../../src/access/domain/reader';
import { hospital, laboratory, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { ANNA, BO, correction, type SourceEvent } from '../support/source-event';
import { as } from '../support/stand-in';
import { startTestServer, type TestServer } from './server';

const { pci, procedure } = hospital();
const source = (organisation: string): Reader => ({
  ...{ subject: `system of ${organisation}`, name: organisation, kind: 'system', purpose: 'own', organisation },
  roles: ['source', 'public'],
});

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const own = async (path: string, organisation = ODENSE_HOSPITAL): Promise<Record<string, unknown>> => {
  const response = await server.request.get(`/api/v1/sources/${organisation}${path}`).set(as(source(organisation)));
  return response.body as Record<string, unknown>;
};
const items = async (query = '', organisation = ODENSE_HOSPITAL): Promise<Record<string, unknown>[]> =>
  (await own(`/events${query}`, organisation))['items'] as Record<string, unknown>[];

test('the overview counts what came and what became of it, by month, kind, note, finding and outcome', async () => {
  const held = procedure('BUG1', '2024-02-01', { contactId: 'without-diagnosis' });
  const [operation, diagnosis] = pci('2024-01-03') as [SourceEvent, SourceEvent];
  server.setNow('2024-05-31T12:00:00Z');
  await server.tell([operation, diagnosis, operation, { ...municipality().start('2024-01-20') }]);
  server.setNow('2024-06-30T12:00:00Z');
  const refused = procedure('BUG1', 'no day');
  await server.tell([held, correction(diagnosis, { version: 2 }), refused]);
  await server.tell([hospital().dietScore(60, '2024-02-01'), ...hospital().service('BUG1', '2024-03-01')]);

  const overview = await own('/overview?from=2024-05-01&to=2024-06-30');
  expect(overview).toMatchObject({
    ...{ source: ODENSE_HOSPITAL, from: '2024-05-01', to: '2024-06-30' },
    total: { sent: 9, accepted: 7, duplicate: 1, rejected: 1, corrections: 1 },
    months: [
      { month: '2024-05', sent: 3, accepted: 2, duplicate: 1 },
      { month: '2024-06', sent: 6, accepted: 5, rejected: 1 },
    ],
    waiting: [{ code: 'INVALID_EVENT', count: 1 }],
    noted: 1,
    notes: [{ code: 'NO_EFFECT_YET', count: 1 }],
    held: 1,
    findings: [{ code: 'MISSING_DIAGNOSIS', count: 1 }],
    decided: [{ indicator: 'diet', number: 4, outcome: 'met', count: 1 }],
  });
  expect(await own('/overview?from=2024-05-01&to=2024-05-31')).toMatchObject({ total: { sent: 3 }, decided: [] });
});

test('each accepted event says how it stands, what it waits for and what it decided', async () => {
  const start = municipality().start('2024-01-20', { recordId: 'S' });
  await server.tell([
    ...pci('2024-01-03'),
    start,
    municipality().intervention('diet', '2024-02-01', { recordId: 'D' }),
  ]);
  await server.tell([
    correction(start, { version: 2, startedOn: '2024-01-21' }),
    municipality().start('2024-03-01', { recordId: 'T' }),
    municipality().start('2024-03-01', { recordId: 'T', version: 2, status: 'retracted' }),
    municipality().end('2024-05-01', { recordId: 'E', courseId: 'unknown-course' }),
  ]);
  const standings = (await items('', ODENSE)).map(({ record, version, standing }) => [record, version, standing]);

  expect(standings).toEqual([
    ['S', 1, 'replaced'],
    ['D', 1, 'in-force'],
    ['S', 2, 'in-force'],
    ['T', 1, 'retracted'],
    ['T', 2, 'retracted'],
    ['E', 1, 'in-force'],
  ]);
  expect(await items('?cameOf=noted', ODENSE)).toMatchObject([{ record: 'E', notes: [{ code: 'UNUSUAL_VALUE' }] }]);
  expect(await items('?cameOf=decided&kind=municipality.start', ODENSE)).toMatchObject([
    { record: 'S', version: 2, decided: [{ indicator: 'participation', outcome: 'met' }] },
  ]);
});

test('what is held back says what it waits for until that comes', async () => {
  await server.tell([...pci('2024-01-03'), procedure('BUG1', '2024-02-01', { contactId: 'K', recordId: 'held' })]);
  expect(await items('?cameOf=held')).toMatchObject([
    {
      record: 'held',
      findings: [{ code: 'MISSING_DIAGNOSIS', text: { da: expect.stringContaining('R10') as string } }],
    },
  ]);
  await server.tell(hospital().diagnosis('DI251', '2024-02-01', { contactId: 'K' }));

  expect(await items('?cameOf=held')).toEqual([]);
});

test('nobody else’s events are listed, and others may not ask', async () => {
  await server.tell([...pci('2024-01-03'), municipality().start('2024-01-20'), laboratory.ldl(1.2, '2024-02-01')]);
  expect((await items()).map(({ kind }) => kind)).toEqual(['hospital.procedure', 'hospital.diagnosis']);

  for (const path of ['/overview', '/events', '/rejected']) {
    const foreign = await server.request.get(`/api/v1/sources/${ODENSE_HOSPITAL}${path}`).set(as(source(ODENSE)));
    expect(foreign.status).toBe(403);
  }
});

test('the list is read page by page, each event once', async () => {
  const cprs = [ANNA, BO, '0504909995', '0108589995', '0108629996'];
  await server.tell(cprs.flatMap((cpr) => pci('2024-01-03', { cpr })));
  const seen: unknown[] = [];
  for (let next: string | undefined, pages = 0; pages < 10; pages += 1) {
    const page = await own(`/events?limit=3${next === undefined ? '' : `&after=${next}`}`);
    seen.push(...(page['items'] as Record<string, unknown>[]).map(({ event }) => event));
    next = page['next'] as string | undefined;
    if (next === undefined) break;
  }

  expect(seen).toHaveLength(10);
  expect(new Set(seen).size).toBe(10);
});

test('a registration that moved to another person says so, where it was', async () => {
  const start = municipality().start('2024-01-20', { recordId: 'moves' });
  await server.tell([start, correction(start, { version: 2, cpr: BO })]);

  expect((await items('', ODENSE)).map(({ version, standing }) => [version, standing])).toEqual([
    [1, 'moved'],
    [2, 'in-force'],
  ]);
});
