import { hash } from 'node:crypto';
import { ExactNumber } from './exact-number';

/** How digests that decide whether two things are the same are made; stores keep it, and are refused under another. */
export const DIGEST_ALGORITHM = 'sha256/132 of normal form 1';

/** 22 characters of base64url hold 132 bits. */
const CHARACTERS = 22;

/**
 * A value of JSON as a text that no other value has: members in the order of their names, whatever order they came in;
 * texts with their length before them. Numbers are the same when their values are. `nulls`: whether a member that is
 * null is there or absent.
 */
export function normalForm(value: unknown, nulls: 'kept' | 'absent' = 'kept'): string {
  if (typeof value === 'string') return `${value.length}"${value}`;
  if (typeof value === 'number') return `${value};`;
  if (value === null || typeof value !== 'object') return value === true ? 't' : value === false ? 'f' : 'n';
  if (value instanceof ExactNumber) return `#${value.digits};`;
  let text: string;
  if (Array.isArray(value)) {
    text = '[';
    for (const item of value) text += normalForm(item, nulls);
    return `${text}]`;
  }
  text = '{';
  const members = value as Readonly<Record<string, unknown>>;
  for (const name of inOrder(Object.keys(members))) {
    const member = members[name];
    if (member === undefined || (member === null && nulls === 'absent')) continue;
    text += `${name.length}"${name}${normalForm(member, nulls)}`;
  }
  return `${text}}`;
}

/** Sorted in place; most objects have few members, for which nothing is faster than putting each where it belongs. */
function inOrder(names: string[]): string[] {
  if (names.length > 16) return names.sort();
  for (let at = 1; at < names.length; at += 1) {
    const name = names[at] as string;
    let to = at;
    for (; to > 0 && (names[to - 1] as string) > name; to -= 1) names[to] = names[to - 1] as string;
    names[to] = name;
  }
  return names;
}

/**
 * A digest of 132 bits of SHA-256 of a normal form, as 22 characters of base64url: no two are found that share one.
 * `secret` (a text of one length) keeps those who read a store from trying what was digested.
 */
export function digestOfNormalForm(text: string, secret = ''): string {
  return hash('sha256', encodable(secret + text), 'base64url').slice(0, CHARACTERS);
}

/** The digest of a value of JSON, the same for any order of its members. */
export function digestOfJson(value: unknown): string {
  return digestOfNormalForm(normalForm(value));
}

/** The digest of a name given in parts, which are kept apart: 132 bits of SHA-256 as 22 characters of base64url. */
export function digestOfName(...parts: readonly string[]): string {
  let text = '';
  for (const part of parts) text += `${part.length}"${part}`;
  return hash('sha256', encodable(text), 'base64url').slice(0, CHARACTERS);
}

/** UTF-8 has no halves of surrogate pairs, and all of them would be hashed alike; no normal form and no secret begins with a quote. */
const encodable = (text: string): string => (text.isWellFormed() ? text : JSON.stringify(text));
