import type { DefinitionSet } from '../kernel/definition';
import type { DecisionSource } from './decision-source';

/** Decisions under any definition set and policy, whichever are in force. */
export abstract class DecisionsByDefinition {
  /** Throws when the set has no such policy or option. */
  abstract under(set: DefinitionSet, policy: Readonly<Record<string, string>>): DecisionSource;
}
