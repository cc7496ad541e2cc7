import type { PersonKey } from '../../kernel/clinical-event';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { Vault } from '../../ports/vault';

/** What came of erasing: how many keys the person is known by, and how many of them were thrown away now. */
export interface Erased {
  readonly numbers: number;
  readonly erased: number;
}

/**
 * Throws away what a person's CPR numbers and refused events rest under, of all numbers the person is known by. Events,
 * pathways and decisions stay as they are, so that every total stays the same; who it was can be read no more.
 */
export async function erasePerson(
  { vault, states }: { readonly vault: Vault; readonly states: PathwayStateStore },
  person: PersonKey,
): Promise<Erased> {
  const state = (await states.load([person])).get(person);
  const numbers = new Set([person, ...(state?.folded.numbers ?? [])]);
  let erased = 0;
  for (const number of numbers) if (await vault.erase(number)) erased += 1;
  return { numbers: numbers.size, erased };
}
