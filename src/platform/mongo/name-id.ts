import { hash } from 'node:crypto';

/** 22 characters hold 132 bits: two names never share a digest. */
const CHARACTERS = 22;

/** A name's id, given in parts: short whatever its length, and the same in every process. */
export function nameId(...parts: readonly (string | number)[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, CHARACTERS);
}
