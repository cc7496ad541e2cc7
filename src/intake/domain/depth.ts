import { REMEDY_WORDS } from '../../kernel/words/receipts';
import { illTyped, type Refusal } from './refusal';

/** Nothing in the contracts is nested this deep; what is cannot be kept safely. */
const DEEPEST = 64;

/** What is wrong with an event that is to be kept: the first member that is nested deeper than anything should be. */
export function depthFaultOf(event: Readonly<Record<string, unknown>>): Refusal | undefined {
  for (const member in event) {
    const value = event[member];
    if (typeof value === 'object' && isDeeperThan(value, DEEPEST)) {
      return illTyped(member, REMEDY_WORDS.deep({ levels: DEEPEST }));
    }
  }
  return undefined;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(item, levels - 1));
  for (const member in value) {
    const nested = (value as Record<string, unknown>)[member];
    if (typeof nested === 'object' && isDeeperThan(nested, levels - 1)) return true;
  }
  return false;
}
