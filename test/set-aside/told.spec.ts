import { PersonKeys } from '../../src/access/domain/person-key';
import { expectProblem, startTestServer, type TestServer } from '../http/server';
import { municipality } from '../support/sectors';
import { BO } from '../support/source-event';
import { everyone, plant } from './planted';

const BOS = new PersonKeys(Buffer.from('a key for tests only')).keyOf(BO);

let server: TestServer;
afterEach(() => server.stop());

const get = async (path: string): Promise<unknown> => (await server.request.get(path)).body as unknown;

test.each([
  ['fold', 'folding'],
  ['decide', 'deciding'],
  ['explain', 'explaining'],
] as const)('a server tells whom %s throws for, and no longer once that succeeds', async (where, stage) => {
  const { law, remove } = plant(where, BOS);
  server = await startTestServer({}, { law });
  await server.tell(everyone);
  const page = await server.request.get(`/api/v1/persons/${BOS}/pathways`);

  expect(page.status).toBe(200);
  expect(page.body).toMatchObject({ person: BOS, decisions: [], setAside: { stage, reason: 'TypeError: planted' } });
  expect((page.body as { events: unknown[] }).events).toHaveLength(4);
  expect(await get('/api/v1/findings?code=PERSON_SET_ASIDE')).toEqual({
    items: [{ code: 'PERSON_SET_ASIDE', about: 'person', person: BOS, stage, message: 'TypeError: planted' }],
  });
  expect(await get('/api/v1/findings')).toMatchObject({ items: [{ code: 'PERSON_SET_ASIDE', person: BOS }] });
  const health = await server.request.get('/health');
  expect(health.status).toBe(200);
  expect(health.body).toMatchObject({
    ready: true,
    status: 'degraded',
    setAside: { persons: 1, reasons: [`${stage}: TypeError: planted`] },
  });
  expect((await server.request.get('/metrics')).text).toMatch(/^rehabspor_persons_set_aside 1$/m);
  const reports = await server.request.get(`/api/v1/persons/${BOS}/measure-reports`);
  if (where === 'explain') expect(reports.status).toBe(200);
  else expectProblem(reports, 409);

  remove();
  await server.tell(municipality().start('2023-03-01', { cpr: BO }));
  const mended = (await get(`/api/v1/persons/${BOS}/pathways`)) as { decisions: unknown[] };
  expect(mended).not.toHaveProperty('setAside');
  expect(mended.decisions).not.toEqual([]);
  expect(await get('/api/v1/findings?code=PERSON_SET_ASIDE')).toEqual({ items: [] });
  expect(await get('/health')).toMatchObject({ ready: true, status: 'ok' });
});
