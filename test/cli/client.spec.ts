import { answered, serverAt } from '../../src/cli/remote/client';
import { UsageError } from '../../src/cli/usage-error';
import { as, STAFF } from '../support/stand-in';
import { startTestServer, type TestServer } from '../http/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const owner = () => ({ address: server.url, token: as(STAFF).authorization.slice('Bearer '.length) });

test('what a server answers is typed and comes as it was answered', async () => {
  const client = serverAt(owner());
  const frozen = await answered(client.POST('/api/v1/reports', { body: { period: '2023', by: 'Anna Holm' } }));
  const path = { id: frozen.id };
  const approved = await answered(
    client.POST('/api/v1/reports/{id}/approve', { params: { path }, body: { by: 'Bo Lund' } }),
  );

  expect(approved).toEqual((await server.request.get('/api/v1/reports')).body.reports[0]);
});

test('a refusal is a usage error that says what to do, field by field', async () => {
  const asked = answered(serverAt(owner()).POST('/api/v1/reports', { body: { period: 'soon', by: '' } }));

  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow(/\n {2}period: must be/);
  await expect(asked).rejects.toThrow(/\n {2}by: /);
});

test('what stands in an address is encoded', async () => {
  const path = { id: 'a/b?c' };
  const asked = answered(serverAt(owner()).GET('/api/v1/reports/{id}', { params: { path } }));

  await expect(asked).rejects.toThrow('There is no such report');
});
