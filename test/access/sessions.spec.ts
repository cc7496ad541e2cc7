import { Sessions } from '../../src/access/application/sessions';
import { PUBLIC_READER } from '../../src/access/domain/claims';

const MINUTE = 60_000;
let now = 0;
const sessions = () => new Sessions({ now: () => now });

test('a session is known by what it was begun as, by nothing else, and never by the same again', () => {
  const all = sessions();
  const [one, other] = [all.begin(PUBLIC_READER), all.begin(PUBLIC_READER)];

  expect(one).not.toBe(other);
  expect(Buffer.from(one, 'base64url')).toHaveLength(32);
  expect(all.find(one)).toEqual(PUBLIC_READER);
  expect(all.find('chosen-by-somebody-else')).toBeUndefined();
});

test('it ends when it is ended, after half an hour without a request, and after eight hours in any case', () => {
  const all = sessions();
  const ended = all.begin(PUBLIC_READER);
  all.end(ended);
  expect(all.find(ended)).toBeUndefined();

  const idle = all.begin(PUBLIC_READER);
  now += 31 * MINUTE;
  expect(all.find(idle)).toBeUndefined();

  const busy = all.begin(PUBLIC_READER);
  for (let at = 0; at < 24; at += 1) {
    now += 20 * MINUTE;
    expect([at, all.find(busy)]).toEqual([at, PUBLIC_READER]);
  }
  now += MINUTE;
  expect(all.find(busy)).toBeUndefined();
});
