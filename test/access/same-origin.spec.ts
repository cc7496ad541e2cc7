import type { Request } from 'express';
import { ownPath } from '../../src/access/adapters/addresses';
import { valueOf, SESSION_COOKIES } from '../../src/access/adapters/cookies';
import { isOwnDoing } from '../../src/access/adapters/same-origin';

const asked = (method: string, headers: Record<string, string>) =>
  isOwnDoing({ method, headers: { host: 'here.example', ...headers } } as unknown as Request);

test.each<[string, string, Record<string, string>, boolean]>([
  ['reading', 'GET', { cookie: 'a=b', 'sec-fetch-site': 'cross-site' }, true],
  ['a form of this server', 'POST', { cookie: 'a=b', 'sec-fetch-site': 'same-origin' }, true],
  ['a form of another site', 'POST', { cookie: 'a=b', 'sec-fetch-site': 'cross-site' }, false],
  ['a form of a neighbour', 'POST', { cookie: 'a=b', 'sec-fetch-site': 'same-site' }, false],
  ['an older browser here', 'POST', { cookie: 'a=b', origin: 'http://here.example' }, true],
  ['an older browser elsewhere', 'DELETE', { cookie: 'a=b', origin: 'http://there.example' }, false],
  ['a sandboxed page', 'POST', { cookie: 'a=b', origin: 'null' }, false],
  ['a cookie that says nothing of its page', 'POST', { cookie: 'a=b' }, false],
  ['a program with a token', 'POST', { authorization: 'Bearer x', origin: 'http://there.example' }, true],
  ['a program without a cookie', 'POST', {}, true],
])('%s', (_what, method, headers, isOwn) => {
  expect(asked(method, headers)).toBe(isOwn);
});

test.each([
  ['/?period=2023', '/?period=2023'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/a b', '/'],
  [undefined, '/'],
])('after signing in %s leads to %s', (to, leadsTo) => {
  expect(ownPath(to)).toBe(leadsTo);
});

test('a cookie that is there twice counts for none: somebody may have planted one', () => {
  expect(valueOf('a=b; rehabspor_session=one', SESSION_COOKIES)).toBe('one');
  expect(valueOf('rehabspor_session=one; rehabspor_session=two', SESSION_COOKIES)).toBeUndefined();
  expect(valueOf(undefined, SESSION_COOKIES)).toBeUndefined();
});
