import type { CookieOptions } from 'express';

/** A cookie's name over plain HTTP on this machine, and over TLS, where browsers then hold it to this host alone. */
export const SESSION_COOKIES = ['rehabspor_session', '__Host-rehabspor_session'] as const;
export const SIGNING_IN_COOKIES = ['rehabspor_signing_in', '__Host-rehabspor_signing_in'] as const;
type CookieNames = readonly [plain: string, secure: string];

/** The name under which a cookie is set at an address. */
export const nameAt = (names: CookieNames, address: string): string => names[isSecure(address) ? 1 : 0];

/** No script reads it, no other site sends it along but by following a link here. */
export const optionsAt = (address: string): CookieOptions => ({
  ...{ httpOnly: true, sameSite: 'lax', path: '/' },
  secure: isSecure(address),
});

/** The value of a cookie in a header; undefined when it is not there, or there twice. */
export function valueOf(header: string | undefined, names: CookieNames): string | undefined {
  const values = (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return names.includes(part.slice(0, at).trim()) ? [part.slice(at + 1).trim()] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

const isSecure = (address: string): boolean => address.startsWith('https:');
