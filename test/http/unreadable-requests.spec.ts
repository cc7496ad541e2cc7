import { connect } from 'node:net';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** All that is answered to bytes that are sent as they are. */
const answerTo = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('error', reject).on('close', () => resolve(answer));
  });

test.each([
  ['an address longer than is read', `GET /sign-in?to=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
  [
    'headers longer than are read',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'1502779995'.repeat(2_000)}\r\n\r\n`,
    431,
  ],
  ['what is no HTTP', '1502779995\r\n\r\n', 400],
  ['a header with a line of its own in it', 'GET / HTTP/1.1\r\nhost: localhost\r\nx: a\u0000b\r\n\r\n', 400],
  [
    'a body of two lengths',
    'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    400,
  ],
  [
    'a body with a length and in parts',
    'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
])('%s is answered with a problem that repeats nothing, and the connection ends', async (_what, bytes, status) => {
  const answer = await answerTo(bytes);
  const [head = '', body = ''] = answer.split('\r\n\r\n');

  expect(head.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toContain('content-type: application/problem+json');
  expect(head).toContain('connection: close');
  expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String) as string });
  expect(answer).not.toContain('1502779995');
});
