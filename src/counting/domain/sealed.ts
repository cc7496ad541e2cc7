import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json';

/** A document that carries the digest of everything else in it. */
export type Sealed<C extends object> = C & {
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
};

/** Seals a document with its digest: whoever changes, adds or leaves out anything afterwards has to seal it anew. */
export function sealed<C extends object>(content: C): Sealed<C> {
  return { ...content, digest: digestOf(content) };
}

/** `sha256:` and the digest of a value as canonical JSON. */
export const digestOf = (value: object): string => textDigest(canonicalJson(value));

/** `sha256:` and the digest of a text as UTF-8, in hexadecimal. */
export const textDigest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
