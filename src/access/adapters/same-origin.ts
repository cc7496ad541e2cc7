import type { Request } from 'express';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request changes nothing, shows an access token, or comes from a page of this server itself, as browsers say
 * (`Sec-Fetch-Site`, else `Origin`): a page of another site has a browser send cookies along, but cannot make it lie here.
 */
export function isOwnDoing({ method, headers }: Request): boolean {
  if (SAFE.includes(method) || headers.authorization !== undefined) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === headers.host;
  // No browser: then there is no cookie that somebody else could have it send.
  return headers.cookie === undefined;
}
