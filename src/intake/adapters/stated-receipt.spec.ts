import type { Request } from 'express';
import { momentCounting } from './stated-receipt';

const request = (remoteAddress: string, received?: string): Request =>
  ({ headers: { 'rehabspor-received': received }, socket: { remoteAddress } }) as unknown as Request;

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('a program on this machine may say it: %s', (address) => {
  expect(momentCounting(request(address, 'stated'))).toBe('stated-or-clock');
});

test.each(['10.0.0.7', '::ffff:10.0.0.7', 'fe80::1'])('a program elsewhere may not: %s', (address) => {
  expect(() => momentCounting(request(address, 'stated'))).toThrow('own machine');
  expect(momentCounting(request(address))).toBe('clock');
});
