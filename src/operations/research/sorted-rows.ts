import type { Staging } from '../../kernel/staging';
import { othersTurn } from '../../kernel/others-turn';
import type { ResearchStore } from './research-store';
import { rowsOf, type PersonRows, type Writing } from './tables';
import type { Viewpoint } from '../../kernel/viewpoint';

const SPACE = 0;

/**
 * Puts everyone's rows aside by the person's name in the project, without those who are erased; resolves with how many
 * persons were put and how many left out. `entries` of the staging then has them in the order of their names.
 */
export async function putRows(
  { decisionsAt, vault }: ResearchStore,
  viewpoint: Viewpoint,
  writing: Writing,
  staging: Staging,
  tell: (persons: number) => void,
): Promise<{ readonly persons: number; readonly erased: number }> {
  let [persons, erased] = [0, 0];
  for await (const page of decisionsAt.everyoneFolded(viewpoint)) {
    const gone = await vault.erasedAmong(page.flatMap(({ folded }) => folded.numbers));
    for (const one of page) {
      if (one.folded.numbers.some((key) => gone.has(key))) {
        erased += 1;
        continue;
      }
      persons += 1;
      staging.set(SPACE, writing.nameOf(one.folded.person), JSON.stringify(rowsOf(one, writing)));
    }
    tell(persons);
    await othersTurn();
  }
  return { persons, erased };
}

/** The rows that were put, person by person in the order of their names. */
export function* rowsInOrder(staging: Staging): Iterable<PersonRows> {
  for (const [, text] of staging.entries(SPACE)) yield JSON.parse(text) as PersonRows;
}
