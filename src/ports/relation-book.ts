import type { PersonKey } from '../kernel/clinical-event';

/** What people said of a person's relations: each step as the room of access writes it, in its order. */
export interface KeptRelationSteps {
  readonly person: PersonKey;
  readonly steps: readonly string[];
}

/**
 * What staff and patients said of who may look at whom, step by step; steps are appended and never changed.
 *
 * Promises: of several steps for the same place the first stands; a person's steps are loaded in their order.
 */
export abstract class RelationBook {
  /** True when the step was taken, false when there is one at that place (0 is the first) already. */
  abstract append(person: PersonKey, place: number, step: string): Promise<boolean>;

  /** The steps of these persons; whoever has none is left out. */
  abstract find(persons: readonly PersonKey[]): Promise<readonly KeptRelationSteps[]>;

  /** Everyone of whom something was said, by person key. */
  abstract all(): Promise<readonly KeptRelationSteps[]>;
}
