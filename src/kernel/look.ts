import type { PersonKey } from './clinical-event';

/** Stands for every person, where what was shown cannot be told person by person (a stream of everyone's changes). */
export const EVERYONE = '*';

/**
 * That somebody was shown something of persons: who, as what, for what, by which right, of whom, by which operation, when.
 * Persons by their keys alone, so that the log of looks holds no CPR number.
 */
export interface Look {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** Who looked, as the issuer of their sign-in knows them. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation?: string;
  /** The reader's own person key, where it is known. */
  readonly self?: PersonKey;
  readonly purpose: string;
  /** By which relation to the person it was allowed; absent where none was asked for. */
  readonly relation?: string;
  /** Why, in the reader's own words, where that had to be said. */
  readonly reason?: string;
  /** What was asked for (contracts/openapi.json, `operationId`). */
  readonly operation: string;
  /** Of whom, each once, or `EVERYONE`; empty where what was shown names nobody. */
  readonly persons: readonly PersonKey[];
}

/** A look in its place in the log: numbered from 1 without a gap, with a digest of it and of all before it. */
export interface ChainedLook {
  readonly number: number;
  readonly look: Look;
  /** SHA-256 as hexadecimal digits. */
  readonly hash: string;
}

/** How far a log of looks has come: 0 and an empty hash before the first. */
export type LookTail = Pick<ChainedLook, 'number' | 'hash'>;

/** How far a log of looks had come at a moment, signed with a key of its own and kept elsewhere. */
export interface LookHead extends LookTail {
  readonly at: number;
  /** HMAC-SHA256 as hexadecimal digits. */
  readonly signature: string;
}
