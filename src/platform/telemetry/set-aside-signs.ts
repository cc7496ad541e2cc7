import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { Figure, SetAsideInShort } from '../../ports/vital-signs';

const MOST_LOOKED_AT = 20;

/** How many are set aside and some reasons why; nobody while the store does not answer, which is told elsewhere. */
export async function setAsideInShort(setAside: SetAsidePersons): Promise<SetAsideInShort> {
  try {
    const persons = await setAside.count();
    const some = persons === 0 ? [] : await setAside.list(undefined, MOST_LOOKED_AT);
    return { persons, reasons: [...new Set(some.map(({ stage, reason }) => `${stage}: ${reason}`))] };
  } catch {
    return { persons: 0, reasons: [] };
  }
}

export const setAsideFigure = (setAside: SetAsidePersons): Figure => ({
  name: 'rehabspor_persons_set_aside',
  help: 'Persons whom something fails for, so that they are in no result.',
  value: () => setAside.count().catch(() => NaN),
});
