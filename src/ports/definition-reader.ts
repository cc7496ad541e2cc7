import type { DefinitionSet } from '../kernel/definition';

/** What is wrong with a definition set, and where. */
export interface DefinitionFault {
  /** Counts from 1; absent where no line can be named. */
  readonly line?: number;
  /** Dotted, from the root; empty for the whole. */
  readonly path: string;
  readonly remedy: string;
}

export type ReadDefinition = { readonly set: DefinitionSet } | { readonly faults: readonly DefinitionFault[] };

/**
 * Reads a definition set from the text a person wrote.
 *
 * Promises: a set it gives can be decided by; of one it does not, every fault that was found is told with its place,
 * and no fault repeats what was written.
 */
export abstract class DefinitionReader {
  abstract read(text: string): ReadDefinition;
}
