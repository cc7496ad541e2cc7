import { digestOfJson } from '../../kernel/digest';
import type { CompiledDefinitions } from './compile';

/** A fingerprint of what decisions are made under: the definition set in full and the policy. */
export function decisionBasisOf({ id, set, policy }: CompiledDefinitions): string {
  return `${id} ${digestOfJson({ set, policy })}`;
}
