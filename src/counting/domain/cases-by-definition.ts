import type { DefinitionSet } from '../../kernel/definition';
import type { Viewpoint } from '../../kernel/viewpoint';
import type { Cases } from './cases';

/** Everyone's decisions in columns under any definition set and policy: each a pass over everyone, nothing kept. */
export abstract class CasesByDefinition {
  /** Throws when the set has no such policy or option. */
  abstract cases(set: DefinitionSet, policy: Readonly<Record<string, string>>, viewpoint: Viewpoint): Promise<Cases>;
}
