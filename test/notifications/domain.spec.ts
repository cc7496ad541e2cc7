import { addressFault } from '../../src/notifications/domain/address';
import type { DecisionEvent } from '../../src/notifications/domain/cloud-event';
import { postsOf } from '../../src/notifications/domain/posts';
import { failedAgain, isHopeless } from '../../src/notifications/domain/retry';
import { shownSecret, signedHeaders } from '../../src/notifications/domain/signature';

describe('an address', () => {
  const allowed = ['ehr.example.org', 'hub.example.org:8443', 'any.example.org:*', '127.0.0.1:*', '[::1]:9000'];

  test.each([
    'https://ehr.example.org/decisions?of=ouh',
    'https://EHR.example.org:443/',
    'https://hub.example.org:8443/x',
    'https://any.example.org:1234/',
    'http://127.0.0.1:8080/',
    'http://[::1]:9000/',
  ])('%s may be sent to where the settings name its host', (url) => {
    expect(addressFault(url, allowed)).toBeUndefined();
  });

  test.each([
    ['https://other.example.org/', 'at a host'],
    ['https://ehr.example.org:8443/', 'at a host'],
    ['https://hub.example.org/', 'at a host'],
    ['https://ehr.example.org.evil.example/', 'at a host'],
    ['https://127.1/', 'at a host'],
    ['https://2130706433:1/', undefined],
    ['http://ehr.example.org/', 'https://'],
    ['http://169.254.169.254/', 'https://'],
    ['https://a@ehr.example.org/', 'no user'],
    ['https://ehr.example.org/#x', 'behind #'],
    ['file:///etc/passwd', 'https://'],
    ['ehr.example.org', 'https://'],
  ])('%s may be sent to only where that is plain: %s', (url, remedy) => {
    // However 127.0.0.1 is written, it is that address.
    if (remedy === undefined) expect(addressFault(url, allowed)).toBe(addressFault('https://127.0.0.1:1/', allowed));
    else expect(addressFault(url, ['ehr.example.org', 'hub.example.org:8443'])).toContain(remedy);
  });
});

test('a body is signed as Standard Webhooks 1.0 says, by its own example', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const headers = signedHeaders(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_000, '{"test": 2432232314}');

  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
  expect(shownSecret(secret)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
});

describe('after a failure', () => {
  const patience = { firstRetryMs: 1_000, lastRetryMs: 8_000, holdAfterMs: 60_000 };
  const fail = (times: number, random: number, retryAfterMs?: number) => {
    let failure: Parameters<typeof failedAgain>[0];
    for (let at = 0; at < times; at += 1) {
      const said = { says: 'It answered 503.', ...(retryAfterMs === undefined ? undefined : { retryAfterMs }) };
      failure = failedAgain(failure, said, { at: at * 100, random, patience });
    }
    return failure as NonNullable<typeof failure>;
  };
  const pause = ({ at, retryAt }: { at: number; retryAt: number }): number => retryAt - at;

  test('the pause doubles up to the longest, and between a half and the whole of it is waited', () => {
    expect([1, 2, 3, 4, 5, 50].map((times) => pause(fail(times, 1)))).toEqual([
      1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
    ]);
    expect([1, 4].map((times) => pause(fail(times, 0)))).toEqual([500, 4_000]);
  });

  test('who asks for peace gets it, up to the longest pause', () => {
    expect([3_000, 3_600_000].map((asked) => pause(fail(1, 1, asked)))).toEqual([3_000, 8_000]);
  });

  test('it is hopeless once the row has lasted so long', () => {
    const failure = fail(3, 1);
    expect(failure.since).toBe(0);
    expect([59_999, 60_000].map((at) => isHopeless({ ...failure, at }, patience))).toEqual([false, true]);
  });
});

test('a request ends with a whole change where it can, and the place moves on with every request', () => {
  const events = (name: string, count: number): DecisionEvent[] =>
    Array.from({ length: count }, (_, at) => ({ id: `${name}${at}` }) as DecisionEvent);
  const changes = [
    { place: '1', events: events('a', 2) },
    { place: '2', events: [] },
    { place: '3', events: events('b', 2) },
    { place: '4', events: events('c', 7) },
    { place: '5', events: events('d', 1) },
  ];
  const told = (mode: 'batch' | 'structured') =>
    postsOf(changes, mode, 3).map((post) => `${post.events.map(({ id }) => id).join('')} ${post.through ?? '-'}`);

  expect(told('batch')).toEqual(['a0a1 2', 'b0b1 3', 'c0c1c2 -', 'c3c4c5 -', 'c6d0 5']);
  expect(told('structured').slice(0, 5)).toEqual(['a0 -', 'a1 2', 'b0 -', 'b1 3', 'c0 -']);
});
