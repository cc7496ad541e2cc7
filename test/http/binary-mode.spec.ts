import { CloudEvent, HTTP } from 'cloudevents';
import { hospital, municipality } from '../support/sectors';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const post = (headers: Record<string, string>, body: string) =>
  server.request
    .post('/api/v1/events')
    .set(headers)
    .serialize((sent: unknown) => sent as string)
    .send(body);
const headersOf = ({ id, source, type, time }: { id: string; source: string; type: string; time: string }) => ({
  ...{ 'content-type': 'application/json', 'ce-specversion': '1.0' },
  ...{ 'ce-id': id, 'ce-source': source, 'ce-type': type, 'ce-time': time },
});

test('an event as the CloudEvents library sends it in binary mode is accepted, and the same in structured mode is a repeat', async () => {
  const told = { time: '2023-02-06T12:00:00.000Z' };
  const sent = { ...municipality().start('2023-02-06', told), datacontenttype: 'application/json' };
  const { headers, body } = HTTP.binary(
    new CloudEvent({ ...sent, datacontenttype: 'application/json; charset=utf-8' }),
  );
  const response = await post(headers as Record<string, string>, body as string);
  const again = await post({ 'content-type': 'application/cloudevents+json' }, JSON.stringify(sent));

  expect([response.status, response.body]).toEqual([202, [{ id: sent.id, source: sent.source, status: 'accepted' }]]);
  expect(again.body).toMatchObject([{ status: 'duplicate' }]);
});

test('attributes are percent-decoded, quoted or not', async () => {
  const sent = hospital().procedure('BVDY0', '2023-02-01');
  const response = await post(
    { ...headersOf(sent), 'ce-id': 'm%C3%A5l%20%F0%9F%98%80', 'ce-source': `"${sent.source}"` },
    JSON.stringify(sent.data),
  );

  expect(response.body).toMatchObject([{ id: 'mål 😀', source: sent.source, status: 'accepted' }]);
});

test('extension attributes come along: one that is wrong is named', async () => {
  const sent = hospital().procedure('BVDY0', '2023-02-01');
  const response = await post({ ...headersOf(sent), 'ce-receivedtime': 'yesterday' }, JSON.stringify(sent.data));

  expect(response.body).toMatchObject([{ id: sent.id, status: 'rejected', path: 'receivedtime' }]);
});

test.each([
  ['data that are no JSON', {}, '<xml/>', { id: 'e-1', status: 'rejected', path: 'data' }],
  ['no data', {}, '', { id: 'e-1', status: 'rejected', path: 'data' }],
  ['an attribute that cannot be decoded', { 'ce-subject': '%C3' }, '{}', { status: 'rejected', code: 'INVALID_EVENT' }],
  ['a header that names no attribute', { 'ce-not_a_name': 'x' }, '{}', { status: 'rejected', code: 'INVALID_EVENT' }],
])('%s are answered with a receipt', async (_what, headers, body, receipt) => {
  const sent = { ...hospital().procedure('BVDY0', '2023-02-01'), id: 'e-1' };
  const response = await post({ ...headersOf(sent), ...headers }, body);

  expect([response.status, response.headers['rehabspor-rejected']]).toEqual([202, '1']);
  expect(response.body).toMatchObject([receipt]);
});
