import type { ProposalStep } from '../kernel/proposal';

/** A definition set as it was proposed. */
export interface ProposedSet {
  /** Set and version, e.g. `dhrd-2023/3`. */
  readonly id: string;
  /** The set as JSON. */
  readonly content: string;
  /** What was handed in: YAML, comments and all. */
  readonly text: string;
  /** `sha256:` and the digest of `content` as UTF-8. */
  readonly digest: string;
}

/** A proposed set in the list: without what is long. */
export interface ListedSet extends Pick<ProposedSet, 'id' | 'digest'> {
  /** Oldest first; the first is `proposed`. */
  readonly steps: readonly ProposalStep[];
}

export type BookedSet = ProposedSet & ListedSet;

/**
 * The book of proposed definition sets.
 *
 * Promises: what was put in stays as it is, byte for byte, and so do every step and the difference that lies with it;
 * steps are only added, each at the place after the last, and of two added to the same place at the same moment one is
 * kept and the other refused.
 */
export abstract class DefinitionBook {
  /** Puts a set in with its first step; false when one of that id is there, which stays as it is. */
  abstract propose(set: ProposedSet, step: ProposalStep): Promise<boolean>;

  /** Adds a step after the `after` there are, with the difference it showed; false when there are more by now. */
  abstract add(id: string, step: ProposalStep, after: number, difference?: string): Promise<boolean>;

  abstract find(id: string): Promise<BookedSet | undefined>;

  /** The difference that lies with the step at a place (the first is 0); undefined when none does. */
  abstract differenceAt(id: string, place: number): Promise<string | undefined>;

  /** All sets, in the order they were proposed, then by id. */
  abstract list(): Promise<readonly ListedSet[]>;
}
