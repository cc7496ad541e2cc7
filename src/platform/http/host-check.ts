import { isIPv4 } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** True for an address that only programs on this machine reach. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/**
 * On an address of this machine alone, answers only those who ask for it by its own names (any port) or by one of
 * `names`: a page of the web may give its name the address 127.0.0.1 and would else read what stands here (DNS rebinding).
 */
export function hostCheck(host: string, names: readonly string[]) {
  const known = new Set([...LOCAL_NAMES, host, ...names].map((name) => name.toLowerCase()));
  return (request: Request, _response: Response, next: NextFunction): void => {
    const asked = request.headers.host;
    if (!isLoopback(host) || asked === undefined || known.has(nameOf(asked))) next();
    else next(new Problem(421, 'This server is not known by the name asked for; REHABSPOR_HOSTS names further ones.'));
  };
}

/** The name of a `Host` header without its port. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
