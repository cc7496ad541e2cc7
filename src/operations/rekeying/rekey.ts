import { othersTurn } from '../../kernel/others-turn';
import type { RejectedEvents } from '../../ports/rejected-events';
import type { Resealed } from '../../ports/sealing';
import type { Vault } from '../../ports/vault';
import type { TellProgress } from '../rebuild/rebuild-result';

const AT_A_TIME = 500;

/** How much rests sealed, and how much of it was sealed anew. */
export interface Rekeyed {
  readonly numbers: number;
  readonly rejected: number;
  readonly resealed: number;
}

/**
 * Seals under the key in use whatever rests under another: numbers of the vault and refused events, a page at a time, while
 * others read and write. Broken off it goes on where it was, since each says which key it is under. It goes through
 * everything until it finds nothing to do, so that what was written under the old key meanwhile is not left.
 */
export async function rekey(
  { vault, rejected }: { readonly vault: Vault; readonly rejected: RejectedEvents },
  tell: TellProgress,
): Promise<Rekeyed> {
  let resealed = 0;
  for (;;) {
    const numbers = await through((after?: string) => vault.reseal(after, AT_A_TIME), 'vault', tell);
    const refused = await through((after?: number) => rejected.reseal(after, AT_A_TIME), 'refused events', tell);
    resealed += numbers.resealed + refused.resealed;
    if (numbers.resealed + refused.resealed === 0) return { numbers: numbers.seen, rejected: refused.seen, resealed };
  }
}

async function through<P>(
  page: (after?: P) => Promise<Resealed<P>>,
  stage: string,
  tell: TellProgress,
): Promise<{ readonly seen: number; readonly resealed: number }> {
  let seen = 0;
  let resealed = 0;
  for (let after: P | undefined; ;) {
    const done = await page(after);
    seen += done.seen;
    resealed += done.resealed;
    await tell(stage, seen, seen);
    if (done.next === undefined) return { seen, resealed };
    after = done.next;
    await othersTurn();
  }
}
