import { get, type IncomingMessage } from 'node:http';
import { hospital } from '../support/sectors';
import { BO } from '../support/source-event';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A listener that was told it is one: what changes from now on is for it too. */
interface Listening {
  /** What was said up to the event of an offset, without the signs of life in between, which come by the clock. */
  until(offset: number): Promise<string>;
}

function listen(headers: Record<string, string> = {}): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const outgoing = get(`${server.url}/api/v1/changes`, { headers }, (stream: IncomingMessage) => {
      resolve({ until: (offset) => heardUntil(offset, stream) });
    });
    outgoing.on('error', reject);
  });
}

function heardUntil(offset: number, stream: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('error', reject);
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).replace(/^:.*\n\n/gm, '');
      if (!text.includes(`id: ${offset}\n`) || !text.endsWith('\n\n')) return;
      resolve(text);
      stream.destroy();
    });
  });
}

test('changed decisions are told as they come', async () => {
  const listening = await listen();
  await server.tell(hospital().pci('2023-01-03'));
  const heard = await listening.until(0);

  expect(heard).toContain('event: decision\n');
  const message = JSON.parse(/^data: (.*)$/m.exec(heard)?.[1] ?? '') as { decisions: object[]; cause: string };
  expect(message).toMatchObject({ cause: 'facts', definition: 'dhrd-2023/2' });
  expect(message.decisions).toHaveLength(12);
});

test('a listener that comes back gets what it missed and nothing twice', async () => {
  await server.tell(hospital().pci('2023-02-03', { cpr: BO }));
  const heard = await (await listen({ 'last-event-id': '0' })).until(1);

  expect(heard).not.toContain('id: 0\n');
  expect(heard.match(/^id: /gm)).toHaveLength(1);
});

test('listeners do not hold the server up when it stops', async () => {
  const other = await startTestServer();
  const ended = new Promise<void>((resolve, reject) => {
    get(`${other.url}/api/v1/changes`, (stream) => {
      stream.on('end', resolve);
      stream.on('error', reject);
      stream.resume();
      void other.stop();
    }).on('error', reject);
  });

  await ended;
});

test('listeners of the same changes are told the same, whether they came before or have something to catch up on', async () => {
  const listening = await Promise.all([listen(), listen(), listen({ 'last-event-id': '0' })]);
  await server.tell(hospital().pci('2023-03-03', { cpr: '0108589995' }));
  await server.tell(hospital().pci('2023-04-03', { cpr: '0108629996' }));
  const [one = '', other, back = ''] = await Promise.all(listening.map((one) => one.until(3)));

  expect(one.match(/^id: \d+$/gm)).toEqual(['id: 2', 'id: 3']);
  expect(other).toBe(one);
  expect(back.match(/^id: \d+$/gm)).toEqual(['id: 1', 'id: 2', 'id: 3']);
});
