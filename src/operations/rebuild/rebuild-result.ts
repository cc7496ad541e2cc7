import type { PersonSetAside } from '../../kernel/set-aside';

/** What came of a rebuild. */
export interface RebuildResult {
  readonly events: number;
  readonly persons: number;
  /** Digest of what was folded, and of what was read back. */
  readonly computed: bigint;
  readonly read: bigint;
  /** How many keys were read back other than they were folded; with any nothing is taken over. */
  readonly faults: number;
  /** How many persons' living states were other than the rebuilt ones. */
  readonly differing: number;
  /** Whether the rebuilt states are in use now. */
  readonly outcome: 'taken-over' | 'refused';
  /** Who could not be folded and is in no result. */
  readonly setAside: readonly PersonSetAside[];
  /** What is left to know, a sentence each. */
  readonly notes: readonly string[];
}

/** Told how far a stage is; it may be waited for. */
export type TellProgress = (stage: string, done: number, total: number) => void | Promise<void>;

/** A rebuild that cannot begin; the message says why and what to do. */
export class RebuildError extends Error {}
